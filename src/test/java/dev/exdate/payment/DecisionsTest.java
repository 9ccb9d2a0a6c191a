package dev.exdate.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.finding.Findings;
import dev.exdate.finding.StoredFinding;
import dev.exdate.market.Distribution;
import dev.exdate.market.Ticker;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From what sources say to what is believed, with all that lies between. */
class DecisionsTest {
    private static final LocalDate EX = LocalDate.of(2026, 11, 17);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String DECIDED = """
            SELECT kind, trim_scale(amount), payment_date, source, reason, in_favour, against
            FROM exdate.distribution WHERE valid_to = 'infinity' ORDER BY kind
            """;

    private final TestDatabase database = TestDatabase.fresh();
    private final CopyBulkWriter writer = new CopyBulkWriter();

    DecisionsTest() {
        database.execute("INSERT INTO raw_stocks (symbol) VALUES ('ZZTA')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** A symbol's answer of one source: all its payments of the day, in the same transaction as the row for readers. */
    private void says(String source, String... amounts) throws Exception {
        says(source, EX, List.of(), amounts);
    }

    private void says(String source, LocalDate day, List<EventDay> held, String... amounts) throws Exception {
        List<Statement.Row> rows = Arrays.stream(amounts)
                .map(amount -> amount.split(" ", 2))
                .map(words -> new Statement.Row(
                        paid(day, words[0], words.length > 1 ? words[1] : null), Statement.Beside.NOTHING))
                .toList();
        Reading reading = Reading.whole(source, "ZZTA", day, Statement.of(source, rows), held);
        database.inTransaction(handle -> new Statements(writer).append(handle, List.of(reading)));
    }

    private static Distribution paid(LocalDate day, String amount, @Nullable String kind) {
        return new Distribution(
                new Ticker("ZZTA"), day, null, null, null, new BigDecimal(amount), null, null, null, kind);
    }

    private Decisions.Decided decide() throws Exception {
        return new Decisions(database, writer, TODAY).decide();
    }

    private static String nothing(String table) {
        return "SELECT count(*) FROM " + table;
    }

    @Test
    void theMostExactAmountOfThoseThatAgreeIsBelieved() throws Exception {
        says("yahoo", "0.104");
        Told.by("nasdaq").pays("ZZTA", EX, "0.10417", "-", "2026-12-01").to(database);
        Told.by("nyse").days("ZZTA", EX, EX.plusDays(1)).to(database);
        Decisions.Decided decided = decide();
        assertThat(decided.believed() + " " + decided.conflicts()).isEqualTo("1 0");
        assertThat(decided.tables().past().added()).isEqualTo(1);
        assertThat(database.rows(DECIDED)).containsExactly("regular|0.10417|2026-12-01|nasdaq|all-agree|2|0");
        assertThat(database.value("SELECT dates_because FROM exdate.distribution"))
                .isEqualTo("record-date: nyse (only-one, 1 to 0); pay-date: nasdaq (only-one, 1 to 0)");
        assertThat(database.rows("SELECT amount, record_date, payment_date, source FROM raw_dividends"))
                .containsExactly("0.10417|2026-11-18|2026-12-01|nasdaq");
    }

    @Test
    void incomeAndGainAreTwoPaymentsAndTheirSumIsTheDays() throws Exception {
        says("yahoo", "0.2");
        Told.by("cboe")
                .pays("ZZTA", EX, "0.2", "-", "2026-12-02", "-", "-", "Income")
                .pays("ZZTA", EX, "1.7", "-", "2026-12-02", "-", "-", "Long Term Capital Gain")
                .to(database);
        decide();
        assertThat(database.rows(DECIDED))
                .containsExactly(
                        "long-term-gain|1.7|2026-12-02|cboe|all-agree|2|0",
                        "regular|0.2|2026-12-02|cboe|all-agree|2|0");
        assertThat(database.value("SELECT amount FROM raw_dividends")).isEqualTo("1.9");
        says("yahoo", "0.2");
        decide();
        assertThat(database.value("SELECT amount FROM raw_dividends"))
                .as("the next night")
                .isEqualTo("1.9");
    }

    @Test
    void theIssuerIsBelievedAndTheContradictionIsAFinding() throws Exception {
        says("yahoo", "0.30");
        says("yieldmax", "0.36");
        decide();
        assertThat(database.rows("SELECT trim_scale(amount), source FROM raw_dividends"))
                .containsExactly("0.36|yieldmax");
        assertThat(database.rows("SELECT code, symbol, day, said, believed, reason FROM exdate.finding"))
                .containsExactly("amount-conflict|ZZTA|2026-11-17|[{\"value\": \"0.36\", \"source\": \"yieldmax\"},"
                        + " {\"value\": \"0.30\", \"source\": \"yahoo\"}]|0.36|authority");
        assertThat(findings())
                .containsExactly("2026-11-17  ZZTA  amount-conflict  amount: yieldmax 0.36, yahoo 0.30; believed: 0.36"
                        + " (authority)");
        says("yahoo", "0.36");
        decide();
        assertThat(findings()).singleElement().asString().endsWith("(authority); settled");
    }

    private List<String> findings() throws Exception {
        Findings.Selection all = new Findings.Selection("", EX, false, List.of());
        return database.reading(handle -> new Findings(handle).of(all)).stream()
                .map(StoredFinding::line)
                .toList();
    }

    @Test
    void aCorrectionKeepsWhatWasSaidAndBelievedBefore() throws Exception {
        says("yahoo", "0.30");
        decide();
        String before = database.value("SELECT now()");
        says("yahoo", "0.36");
        decide();
        assertThat(database.rows(
                        "SELECT trim_scale(amount), superseded_at = 'infinity' FROM exdate.statement ORDER BY 1"))
                .containsExactly("0.3|f", "0.36|t");
        assertThat(database.rows("SELECT trim_scale(amount) FROM exdate.distributions_as_of('" + before + "')"))
                .containsExactly("0.3");
        assertThat(database.rows("SELECT trim_scale(amount) FROM exdate.distributions_as_of(now())"))
                .containsExactly("0.36");
        assertThat(database.value("SELECT count(DISTINCT id) FROM exdate.distribution"))
                .as("one payment in two versions")
                .isEqualTo("1");
    }

    @Test
    void aSecondRunWritesNothing() throws Exception {
        String written = "SELECT (SELECT max(xmin::text::bigint) FROM exdate.statement),"
                + " (SELECT max(xmin::text::bigint) FROM exdate.distribution), (SELECT max(xmin::text::bigint) FROM raw_dividends)";
        List<String> first = List.of();
        for (int night = 1; night <= 2; night++) {
            says("yahoo", "0.2", "1.7");
            says("fmp", "1.90");
            says("nasdaq", "1.9");
            Decisions.Decided decided = decide();
            assertThat(decided.believed()).as("night %d", night).isEqualTo(night == 1 ? 2 : 0);
            if (night == 1) {
                first = database.rows(written);
            }
        }
        assertThat(database.rows(written)).isEqualTo(first);
        assertThat(database.rows(
                        "SELECT (SELECT count(*) FROM exdate.statement), (SELECT count(*) FROM exdate.distribution)"))
                .containsExactly("4|2");
        assertThat(database.value("SELECT count(*) FROM exdate.statements WHERE last_seen > first_seen"))
                .as("seen again")
                .isEqualTo("4");
    }

    @Test
    void aPaymentThatItsSourceNoLongerListsIsNotBelievedAnyMore() throws Exception {
        says("yahoo", "0.2", "1.7");
        decide();
        says("yahoo", "0.2");
        decide();
        assertThat(database.rows(DECIDED)).containsExactly("regular|0.2|-|yahoo|only-one|1|0");
        assertThat(database.value("SELECT amount FROM raw_dividends")).isEqualTo("0.2");
    }

    @Test
    void whatNobodySaysAnyMoreIsWithdrawnAndMayReturn() throws Exception {
        EventDay day = new EventDay("ZZTA", EX);
        says("yahoo", "0.2");
        says("snowball", "0.2");
        decide();
        says("yahoo", EX.minusDays(9), List.of(day));
        assertThat(decide().withdrawn()).as("another still says it").isZero();
        assertThat(
                        database.rows(
                                "SELECT source, withdrawn_at < 'infinity' FROM exdate.statement WHERE superseded_at = 'infinity' ORDER BY 1"))
                .containsExactly("snowball|f", "yahoo|t");
        assertThat(database.rows(DECIDED)).containsExactly("regular|0.2|-|snowball|only-one|1|0");
        says("snowball", EX.minusDays(9), List.of(day));
        assertThat(decide().withdrawn()).isEqualTo(1);
        assertThat(database.rows("SELECT status FROM exdate.distribution WHERE valid_to = 'infinity'"))
                .containsExactly("withdrawn");
        assertThat(database.value("SELECT count(*) FROM exdate.distributions_as_of(now())"))
                .isEqualTo("0");
        assertThat(database.value(nothing("raw_dividends"))).isEqualTo("0");
        assertThat(findings())
                .containsExactly("2026-11-17  ZZTA  withdrawal  amount: snowball 0.2, yahoo 0.2;"
                        + " no source lists it any more");
        says("snowball", "0.2");
        decide();
        assertThat(findings()).singleElement().asString().endsWith("settled");
        assertThat(database.rows("SELECT status FROM exdate.distributions_as_of(now())"))
                .containsExactly("gone_ex");
        assertThat(database.value("SELECT amount FROM raw_dividends")).isEqualTo("0.2");
        assertThat(database.value("SELECT count(DISTINCT id) FROM exdate.distribution"))
                .isEqualTo("1");
    }

    @Test
    void aShortReadingWithdrawsNothing() throws Exception {
        List<EventDay> held = new ArrayList<>();
        Told told = Told.by("nasdaq");
        for (int week = 0; week < 6; week++) {
            held.add(new EventDay("ZZTA", EX.minusWeeks(week)));
            told.pays("ZZTA", EX.minusWeeks(week), "0.1");
        }
        told.to(database);
        says("nasdaq", EX, held, "0.1");
        assertThat(database.value("SELECT count(*) FROM exdate.statement WHERE withdrawn_at < 'infinity'"))
                .isEqualTo("0");
    }

    @Test
    void aStatusFollowsTheDaysWithoutAnotherVersion() throws Exception {
        LocalDate ahead = TODAY.plusDays(5);
        Told.by("yieldmax")
                .pays("ZZTA", ahead, "0.5", "-", ahead.plusDays(2).toString())
                .to(database);
        Told.by("nasdaq").pays("ZZTA", ahead.plusDays(1), "0.7").to(database);
        Told.by("yieldmax").pays("ZZTA", EX, "0.0000").to(database);
        decide();
        String status = "SELECT ex_date, kind, status FROM exdate.distribution ORDER BY 1";
        assertThat(database.rows(status))
                .containsExactly(
                        EX + "|zero|gone_ex", ahead + "|regular|declared", ahead.plusDays(1) + "|regular|announced");
        assertThat(database.rows("SELECT ex_date, amount, source FROM raw_future_dividends ORDER BY 1"))
                .containsExactly(ahead + "|0.5|yieldmax", ahead.plusDays(1) + "|0.7|Nasdaq");
        assertThat(database.value(nothing("raw_dividends"))).isEqualTo("0");
        new Decisions(database, writer, ahead).decide();
        assertThat(database.rows(status).get(1)).isEqualTo(ahead + "|regular|gone_ex");
        assertThat(database.rows("SELECT ex_date, amount FROM raw_dividends")).containsExactly(ahead + "|0.5");
        new Decisions(database, writer, ahead.plusDays(2)).decide();
        assertThat(database.rows(status))
                .containsExactly(EX + "|zero|gone_ex", ahead + "|regular|paid", ahead.plusDays(1) + "|regular|gone_ex");
    }

    @Test
    void aSplitMovesTheAdjustedAmountOnly() throws Exception {
        says("yahoo", "1");
        decide();
        database.execute("INSERT INTO raw_stock_splits (symbol, split_date, numerator, denominator)"
                + " VALUES ('ZZTA', '2026-11-19', 3, 2)");
        decide();
        assertThat(database.rows("SELECT amount, round(adj_amount, 6) FROM exdate.distribution"))
                .containsExactly("1|0.666667");
        assertThat(database.rows("SELECT amount, round(adj_amount, 6) FROM raw_dividends"))
                .containsExactly("1|0.666667");
    }

    /** Closes of 100 that move by half a per cent a day, and the open of the ex-date. */
    private void opensAt(String open) {
        database.execute("""
                INSERT INTO raw_stock_prices (symbol, date, open, close, price)
                SELECT 'ZZTA', date '2026-11-17' - n, c, c, c
                FROM generate_series(1, 90) n, LATERAL (SELECT 100 + 0.5 * (n %% 2) AS c) closes
                WHERE extract(isodow FROM date '2026-11-17' - n) < 6
                UNION ALL SELECT 'ZZTA', date '2026-11-17', %1$s, %1$s, %1$s
                """.formatted(open));
    }

    @Test
    void thePriceTellsWhichOfTwoAmountsWasPaid() throws Exception {
        opensAt("90.4");
        says("nasdaq", "0.3");
        says("yahoo", "10");
        decide();
        assertThat(database.rows(DECIDED)).containsExactly("regular|10|-|yahoo|market|1|1");
    }

    @Test
    void aGainInsideTheDividendCountsOnceIfThePriceSaysSo() throws Exception {
        opensAt("94.5");
        says("yahoo", "6", "4 Capital Gain");
        decide();
        assertThat(database.rows("SELECT kind, amount FROM exdate.distribution ORDER BY 1"))
                .containsExactly("long-term-gain|4", "regular|2");
        assertThat(database.value("SELECT amount FROM raw_dividends")).isEqualTo("6");
    }

    /** A history of months up to the ex-date. */
    private void saysMonths(String source, List<LocalDate> others) throws Exception {
        List<Statement.Row> rows = new ArrayList<>();
        for (int month = 0; month < 9; month++) {
            rows.add(new Statement.Row(paid(EX.minusMonths(month), "0.2", null), Statement.Beside.NOTHING));
        }
        others.forEach(day -> rows.add(new Statement.Row(paid(day, "0.2", null), Statement.Beside.NOTHING)));
        Reading reading = Reading.whole(source, "ZZTA", EX.minusYears(1), Statement.of(source, rows), List.of());
        database.inTransaction(handle -> new Statements(writer).append(handle, List.of(reading)));
    }

    @Test
    void aPaymentBetweenTwoOfTheRhythmIsLeftOutAndAFinding() throws Exception {
        LocalDate extra = EX.minusMonths(2).minusDays(15);
        saysMonths("yahoo", List.of(extra));
        decide();
        assertThat(database.value("SELECT count(*) FROM raw_dividends")).isEqualTo("9");
        assertThat(database.value("SELECT count(*) FROM raw_dividends WHERE ex_date = '" + extra + "'"))
                .isEqualTo("0");
        assertThat(database.rows("SELECT code, day, believed, state FROM exdate.finding"))
                .containsExactly("phantom-payment|" + extra + "|-|open");
        Told.by("nasdaq").pays("ZZTA", extra, "0.2").to(database);
        decide();
        assertThat(database.value("SELECT count(*) FROM raw_dividends"))
                .as("another source lists it, too")
                .isEqualTo("10");
        assertThat(database.value("SELECT state FROM exdate.finding")).isEqualTo("settled");
    }

    @Test
    void aSourceThatLacksAPaymentIsAFinding() throws Exception {
        LocalDate rare = EX.minusMonths(2).minusDays(9);
        saysMonths("yahoo", List.of());
        Told.by("nasdaq").pays("ZZTA", rare, "0.37").to(database);
        Told.by("nasdaq").pays("ZZTA", rare.plusDays(1), "0.0000").to(database);
        decide();
        assertThat(database.rows("SELECT code, day, said, believed FROM exdate.finding"))
                .containsExactly("missing-payment|" + rare + "|[{\"value\": \"0.37\", \"source\": \"nasdaq\"},"
                        + " {\"value\": \"none\", \"source\": \"yahoo\"}]|0.37");
        saysMonths("yahoo", List.of(rare));
        decide();
        assertThat(database.rows("SELECT code FROM exdate.finding WHERE state = 'open'"))
                .containsExactly("amount-conflict");
    }

    @Test
    void aSourceThatMultipliesARoundedAmountBackMeansTheSame() throws Exception {
        Statement.Beside adjusted = new Statement.Beside(new BigDecimal("0.416"), null, null, null, null);
        Statement.Row row = new Statement.Row(paid(EX, "0.0832", null), adjusted);
        Reading reading = Reading.whole("yahoo", "ZZTA", EX, Statement.of("yahoo", List.of(row)), List.of());
        database.inTransaction(handle -> new Statements(writer).append(handle, List.of(reading)));
        says("yieldmax", "0.0831");
        assertThat(decide().conflicts()).isZero();
    }

    @Test
    void twoVersionsAtOneTimeAreImpossible() throws Exception {
        says("yahoo", "1");
        decide();
        assertThatThrownBy(() -> database.execute("""
                        INSERT INTO exdate.distribution (id, symbol, ex_date, kind, nth, valid_from, valid_to, amount, source,
                            reason, in_favour, against, confidence)
                        SELECT id, symbol, ex_date, kind, nth, now(), now() + interval '1 day', 2, source, reason, 1, 0, 1
                        FROM exdate.distribution
                        """)).hasMessageContaining("distribution_one_at_a_time");
    }

    @Test
    void whatAnotherProgramHasWrittenIsAStatementToo() throws Exception {
        database.execute("INSERT INTO raw_dividends (symbol, ex_date, amount, source, updated_at)"
                + " VALUES ('ZZTA', '2026-11-17', 0.10417, NULL, '2020-01-01Z')");
        says("yahoo", "0.104");
        decide();
        assertThat(database.rows("SELECT amount, source FROM raw_dividends")).containsExactly("0.10417|legacy");
        assertThat(database.value("SELECT source FROM exdate.statement WHERE amount = 0.10417"))
                .isEqualTo("legacy");
    }
}
