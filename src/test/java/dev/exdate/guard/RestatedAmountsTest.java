package dev.exdate.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.exdate.market.AdjustedCloses;
import dev.exdate.market.Distribution;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import dev.exdate.source.yahoo.DeclaredAmount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestatedAmountsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 19);
    private static final LocalDate OLD = TODAY.minusDays(60);
    private static final LocalDate RECENT = TODAY.minusDays(10);

    private static Map<LocalDate, BigDecimal> stored(String... newestFirst) {
        Map<LocalDate, BigDecimal> stored = new TreeMap<>();
        for (int i = 0; i < newestFirst.length; i++) {
            stored.put(RECENT.minusDays(30L * i), new BigDecimal(newestFirst[i]));
        }
        return stored;
    }

    private static Distribution paid(LocalDate exDate, String amount) {
        return new Distribution(new Ticker("ZZTA"), exDate, null, null, null, new BigDecimal(amount), null, null, null);
    }

    private static List<Distribution> paid(String... newestFirst) {
        List<Distribution> paid = new ArrayList<>();
        stored(newestFirst).forEach((day, amount) -> paid.add(paid(day, amount.toPlainString())));
        return paid;
    }

    private static RestatedAmounts.Judged judge(
            Map<LocalDate, BigDecimal> stored, List<Distribution> read, Split... splits) {
        return new RestatedAmounts(stored, List.of(splits), TODAY).judge(read, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.92", "5", "1.01", "0.5", "100"})
    void aPastThatMovesByAnyFactorIsDoubtedWithWhatIsNew(BigDecimal factor) {
        List<Distribution> read = new ArrayList<>();
        for (Distribution one : paid("0.250", "0.250", "0.260")) {
            read.add(one.paying(one.amount().multiply(factor), true));
        }
        read.add(paid(TODAY, "0.23"));
        RestatedAmounts.Judged judged = judge(stored("0.250", "0.250", "0.260"), read);
        assertThat(judged.doubted()).hasSize(4);
        assertThat(judged.finding())
                .get()
                .asString()
                .contains("(3 of 3 stored dividends differ), and no split explains it");
    }

    @Test
    void roundingAndOneLateCorrectionAreBelieved() {
        assertThat(judge(stored("0.104", "0.25"), paid("0.10417", "0.250")).doubted())
                .isEmpty();
        assertThat(judge(stored("0.30", "0.25"), paid("0.36", "0.25")).doubted())
                .isEmpty();
    }

    @Test
    void anOldPaymentMovesAloneAndCostsNoOther() {
        List<Distribution> read = List.of(paid(OLD, "0.36"), paid(RECENT, "0.30"), paid(TODAY, "0.31"));
        Map<LocalDate, BigDecimal> stored = Map.of(OLD, new BigDecimal("0.30"), RECENT, new BigDecimal("0.30"));
        assertThat(judge(stored, read).doubted()).containsExactly(OLD);
    }

    @Test
    void aSpecialBesideAStoredPaymentMovesNothing() {
        List<Distribution> read = List.of(paid(OLD, "0.2"), paid(OLD, "1.7"));
        assertThat(judge(Map.of(OLD, new BigDecimal("0.2")), read).doubted()).isEmpty();
    }

    @Test
    void withDoubtedPricesOnlyWhatAStoredPaymentConfirmsIsBelieved() {
        RestatedAmounts rule = new RestatedAmounts(stored("0.25"), List.of(), TODAY);
        assertThat(rule.judge(List.of(paid(RECENT, "0.25"), paid(TODAY, "0.26")), false)
                        .doubted())
                .isEmpty();
        assertThat(rule.judge(List.of(paid(RECENT, "0.23"), paid(TODAY, "0.26")), false)
                        .doubted())
                .containsExactlyInAnyOrder(RECENT, TODAY);
        assertThat(rule.judge(List.of(paid(TODAY, "0.26")), false).doubted()).containsExactly(TODAY);
    }

    /** Whatever the split, and whether dividends are adjusted before it is listed or after: what was declared stays. */
    @Test
    void amountsAsDeclaredNeverChangeOnSplitNights() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            Split split = new Split(
                    TODAY.minusDays(random.nextInt(3)),
                    BigDecimal.valueOf(1 + random.nextInt(20)),
                    BigDecimal.valueOf(1 + random.nextInt(20)));
            BigDecimal ratio = random.nextBoolean()
                    ? split.numerator().divide(split.denominator(), MathContext.DECIMAL64)
                    : split.denominator().divide(split.numerator(), MathContext.DECIMAL64);
            Map<LocalDate, BigDecimal> declared = new TreeMap<>();
            List<Distribution> read = new ArrayList<>();
            for (int n = 1; n <= 6; n++) {
                LocalDate day = TODAY.minusDays(10L * n);
                BigDecimal amount = BigDecimal.valueOf(1_000 + random.nextInt(90_000), 4);
                declared.put(day, amount);
                read.add(paid(day, "1").paying(amount.multiply(ratio, MathContext.DECIMAL64), true));
            }
            Map<LocalDate, BigDecimal> known = new TreeMap<>(declared);
            known.remove(TODAY.minusDays(10));
            RestatedAmounts.Judged judged = judge(known, read, split);
            assertThat(judged.doubted()).as("seed %d: %s", seed, split).isEmpty();
            for (Distribution row : judged.rows()) {
                assertThat(row.amount())
                        .as("seed %d: %s, %s", seed, split, row.exDate())
                        .isEqualByComparingTo(declared.getOrDefault(row.exDate(), BigDecimal.ZERO));
            }
        }
    }

    /** Night after night a payment or a split; a source that divides by later splits and rounds to three decimals. */
    @Test
    void inAnyOrderOfSplitsAndPaymentsDeclaredAmountsNeverChange() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            LocalDate day = TODAY.minusDays(800);
            List<Split> splits = new ArrayList<>();
            Map<LocalDate, BigDecimal> declared = new TreeMap<>();
            Map<LocalDate, BigDecimal> stored = new TreeMap<>();
            for (int event = 0; event < 8; event++) {
                day = day.plusDays(1 + random.nextInt(60));
                if (random.nextInt(3) == 0) {
                    splits.add(new Split(
                            day,
                            BigDecimal.valueOf(1 + random.nextInt(10)),
                            BigDecimal.valueOf(1 + random.nextInt(10))));
                } else {
                    declared.put(day, BigDecimal.valueOf(100 + random.nextInt(9_000), 3));
                }
                DeclaredAmount undone = new DeclaredAmount(splits);
                List<Distribution> read = new ArrayList<>();
                declared.forEach((exDate, amount) -> {
                    BigDecimal stated =
                            AdjustedCloses.splitAdjusted(amount, exDate, splits).setScale(3, RoundingMode.HALF_UP);
                    read.add(paid(exDate, undone.of(exDate, stated).toPlainString()));
                });
                RestatedAmounts.Judged judged = new RestatedAmounts(stored, splits, day).judge(read, true);
                assertThat(judged.doubted()).as("seed %d: %s", seed, splits).isEmpty();
                judged.rows().forEach(row -> stored.put(row.exDate(), row.amount()));
                assertThat(stored.keySet()).isEqualTo(declared.keySet());
                declared.forEach((exDate, amount) -> {
                    assertThat(stored.get(exDate))
                            .as("seed %d: %s", seed, splits)
                            .isEqualByComparingTo(amount);
                    BigDecimal factors = BigDecimal.ONE;
                    for (Split split : splits) {
                        factors = split.date().isAfter(exDate)
                                ? factors.multiply(split.denominator())
                                        .divide(split.numerator(), MathContext.DECIMAL128)
                                : factors;
                    }
                    assertThat(AdjustedCloses.splitAdjusted(amount, exDate, splits))
                            .isCloseTo(amount.multiply(factors), within(new BigDecimal("0.0000006")));
                });
            }
        }
    }
}
