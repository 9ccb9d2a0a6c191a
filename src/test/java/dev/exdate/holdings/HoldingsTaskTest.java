package dev.exdate.holdings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.Ticker;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HoldingsTaskTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 20);

    private final RecordingLog log = new RecordingLog();
    private final Map<String, Answer<HeldPosition>> answers = new HashMap<>();
    private TestDatabase database;

    @BeforeEach
    void fill() {
        database = TestDatabase.fresh();
        database.execute("""
                INSERT INTO public.raw_stocks (symbol, name, type, investment_strategy, holdings) VALUES
                    ('SHARE', 'Zedco Inc.', 'stock', NULL, NULL),
                    ('ETFA', 'Zed Fund', 'etf', NULL, NULL),
                    ('NONAME', NULL, NULL, 'Synthetic Covered Call', NULL),
                    ('OTHER', NULL, NULL, NULL, NULL),
                    ('KEEP', 'Kept etf', NULL, NULL, '[{"asset": "OLD"}]'),
                    ('OUT', 'Excluded ETF', 'etf', NULL, NULL);
                INSERT INTO public.raw_stocks_excluded (symbol, reason, retry_after) VALUES
                    ('OUT', 'gone', NULL), ('ETFA', 'looked at again', now() - interval '1 day');
                """);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void storesHoldingsInTheFormReadersKnow() throws Exception {
        answers.put("ETFA", position("AAPL", "12.50", "2026-01-20 08:04:25"));

        TaskOutcome outcome = task().run(log.context(DAY));

        assertThat(database.value("SELECT holdings FROM public.raw_stocks WHERE symbol = 'ETFA'"))
                .isEqualTo("""
                        [{"isin": "", "name": "AAPL Inc.", "asset": "AAPL", "symbol": "ETFA", "updatedAt": "2026-01-20 08:04:25", \
                        "marketValue": null, "sharesNumber": 100, "securityCusip": "037833100", "weightPercentage": 12.50}]""");
        assertThat(database.value("SELECT holdings_updated_at FROM public.raw_stocks WHERE symbol = 'ETFA'"))
                .isEqualTo("2026-01-20 13:04:25+00");
        assertThat(database.rows("SELECT symbol, date, holdings_count, data_source FROM public.raw_holdings_history"))
                .containsExactly("ETFA|2026-01-20|1|test");
        assertThat(((TaskOutcome.Succeeded) outcome).tally().words())
                .as("the fund, the one with a strategy, the one with ETF in its name")
                .isEqualTo("asked 3, read 1, new 1, changed 0, same 0, failed 0");
    }

    @Test
    void onlyTheNamedFundsAreReadAndUnknownOnesNamed() throws Exception {
        answers.put("ETFA", position("AAPL", "12.50", "2026-01-20 08:04:25"));
        answers.put("NONAME", position("AAPL", "12.50", "2026-01-20 08:04:25"));

        TaskOutcome outcome =
                task().run(log.context(TaskOptions.ofTheRun(DAY).only(Set.of(Ticker.of("ETFA"), Ticker.of("ETFB")))));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TaskOutcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .startsWith("unknown fund ETFB (nearest: ETFA")
                                .endsWith("; all else was done"));
        assertThat(database.rows("SELECT symbol FROM public.raw_holdings_history"))
                .containsExactly("ETFA");
    }

    @Test
    void theSameHoldingsWithANewerStampAreNoChange() throws Exception {
        answers.put("ETFA", position("AAPL", "12.50", "2026-01-20 08:04:25"));
        task().run(log.context(DAY));
        String before = database.value("SELECT xmin FROM public.raw_stocks WHERE symbol = 'ETFA'");

        answers.put("ETFA", position("AAPL", "12.50", "2026-01-21 08:04:25"));
        task().run(log.context(DAY.plusDays(1)));
        assertThat(database.value("SELECT xmin FROM public.raw_stocks WHERE symbol = 'ETFA'"))
                .isEqualTo(before);

        answers.put("ETFA", position("AAPL", "13", "2026-01-22 08:04:25"));
        task().run(log.context(DAY.plusDays(2)));
        assertThat(database.rows("SELECT date FROM public.raw_holdings_history ORDER BY date"))
                .containsExactly("2026-01-20", "2026-01-22");
    }

    @Test
    void halfOrOlderHoldingsDoNotReplaceTheStoredOnes() throws Exception {
        answers.put("ETFA", positions(4, "2026-01-20"));
        answers.put("NONAME", positions(8, "2026-01-20"));
        task().run(log.context(DAY));
        List<String> before = database.rows("SELECT symbol, holdings FROM public.raw_stocks ORDER BY symbol");

        answers.put(
                "ETFA",
                Answer.rowsOrNothing(positions(4, "2026-01-21").rowsOrEmpty().subList(0, 2)));
        answers.put("NONAME", positions(7, "2026-01-19"));
        assertThatThrownBy(() -> task().run(log.context(DAY.plusDays(1)))).isInstanceOf(TaskFailed.class);
        assertThat(log.text())
                .contains(
                        "held back (short): ETFA: test gives 2 positions with 50 % of the weight, but 4 positions are stored")
                .contains("held back (stale): NONAME: test gives the holdings of 2026-01-19, but those of 2026-01-20");
        assertThat(database.rows("SELECT symbol, holdings FROM public.raw_stocks ORDER BY symbol"))
                .isEqualTo(before);
    }

    /** Together 100 per cent. */
    private static Answer<HeldPosition> positions(int count, String updatedAt) {
        List<HeldPosition> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            positions.addAll(
                    position("ZZ" + i, Integer.toString(100 / count), updatedAt).rowsOrEmpty());
        }
        return Answer.rowsOrNothing(positions);
    }

    @Test
    void anEmptyOrFailedAnswerKeepsTheOldHoldings() throws Exception {
        answers.put("ETFA", position("AAPL", "1", "2026-01-20"));
        answers.put("NONAME", position("MSFT", "1", "2026-01-20"));
        answers.put("KEEP", Answer.nothing());
        task().run(log.context(DAY));

        answers.put("KEEP", Answer.failed(Failure.UNAVAILABLE, "HTTP 503"));
        assertThatThrownBy(() -> task().run(log.context(DAY)))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("holdings of 1 of 3 funds could not be read");

        assertThat(database.value("SELECT holdings FROM public.raw_stocks WHERE symbol = 'KEEP'"))
                .isEqualTo("[{\"asset\": \"OLD\"}]");
        assertThat(database.value("SELECT last_outcome FROM exdate.freshness WHERE symbol = 'KEEP'"))
                .isEqualTo("failed");
    }

    @Test
    void nothingForAnyFundIsAFailure() {
        assertThatThrownBy(() -> task().run(log.context(DAY)))
                .hasMessageContaining("no source had holdings for any of 3 funds");
    }

    @Test
    void whatThePlanDoesNotCoverComesFromTheIssuer() throws Exception {
        Named paid = new Named("FMP", true, fund -> Answer.failed(Failure.PLAN, "the plan does not cover this"));
        answers.put("ETFA", position("AAPL", "12.50", "2026-01-20"));
        TaskOutcome outcome =
                task(paid, new Named("Issuer", false, this::answer)).run(log.context(DAY));
        assertThat(database.rows("SELECT symbol, data_source FROM public.raw_holdings_history"))
                .containsExactly("ETFA|Issuer");
        assertThat(((TaskOutcome.Succeeded) outcome).tally().failed()).isZero();
    }

    @Test
    void aWrongKeyIsAskedOnceAndSaid() {
        AtomicInteger asked = new AtomicInteger();
        Named paid = new Named("FMP", true, fund -> {
            asked.incrementAndGet();
            return Answer.failed(Failure.UNAUTHORIZED, "FMP_API_KEY is not accepted");
        });
        database.execute("INSERT INTO raw_stocks (symbol, type) SELECT 'ZY' || n, 'etf' FROM generate_series(1, 40) n");
        assertThatThrownBy(() -> task(paid).run(log.context(DAY))).hasMessageContaining("43 of 43 funds");
        assertThat(asked.get()).isLessThan(20);
        assertThat(log.lines()).contains("⚠️  FMP is no longer asked: FMP_API_KEY is not accepted");
    }

    private Answer<HeldPosition> answer(Fund fund) {
        return answers.getOrDefault(fund.ticker().symbol(), Answer.nothing());
    }

    private HoldingsTask task(HoldingsSource... sources) {
        List<HoldingsSource> asked =
                sources.length == 0 ? List.of(new Named("test", true, this::answer)) : List.of(sources);
        Clock clock = Clock.fixed(Instant.parse("2026-01-21T03:00:00Z"), ZoneOffset.UTC);
        return new HoldingsTask(asked, database, clock);
    }

    /** @param all whether it has every fund, or only the one called ETFA */
    private record Named(String name, boolean all, Function<Fund, Answer<HeldPosition>> answers)
            implements HoldingsSource {
        @Override
        public boolean has(Fund fund) {
            return all || fund.ticker().symbol().equals("ETFA");
        }

        @Override
        public Answer<HeldPosition> holdings(Fund fund, LocalDate day) {
            return answers.apply(fund);
        }
    }

    private static Answer<HeldPosition> position(String asset, String weight, String updatedAt) {
        return Answer.rowsOrNothing(List.of(new HeldPosition(
                asset,
                asset + " Inc.",
                "",
                "037833100",
                new BigDecimal("100"),
                new BigDecimal(weight),
                null,
                updatedAt)));
    }
}
