package dev.exdate.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.Ticker;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompaniesTaskTest {
    private static final Instant NIGHT = Instant.parse("2026-01-21T03:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 20);

    private final RecordingLog log = new RecordingLog();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private TestDatabase database;

    @BeforeEach
    void fill() {
        database = TestDatabase.fresh();
        database.execute("""
                INSERT INTO public.raw_stocks (symbol, name, company, description, sector, exchange) VALUES
                    ('DONE', 'Done Inc.', 'Done', 'All done.', NULL, NULL),
                    ('ZZA', NULL, NULL, NULL, 'Energy', NULL),
                    ('ZZB', 'ZZB', NULL, NULL, NULL, 'PCX');
                """);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void writesWhatIsKnownAndLeavesTheRest() throws Exception {
        CompanyFacts facts = new CompanyFacts(
                "Zed Corp", "", null, "Oil", new BigDecimal("0.0099"), null, "NYSE", new BigDecimal("12000000.6"));

        TaskOutcome outcome = run(NIGHT, 100, due -> Answer.rowsOrNothing(List.of(facts)));

        assertThat(database.rows("""
                        SELECT symbol, company, description, sector, industry, expense_ratio, aum, exchange, market_cap
                        FROM public.raw_stocks ORDER BY symbol
                        """))
                .containsExactly(
                        "DONE|Done|All done.|-|-|-|-|-|-",
                        "ZZA|Zed Corp|-|Energy|Oil|0.0099|-|NYSE|12000001",
                        "ZZB|Zed Corp|-|-|Oil|0.0099|-|PCX|12000001");
        assertThat(((TaskOutcome.Succeeded) outcome).tally().words())
                .isEqualTo("asked 2, read 2, new 0, changed 2, same 0, failed 0");
        assertThat(log.lines()).contains("✅ Companies complete: 2 successful, 0 failed, 0 unknown to all sources");
    }

    @Test
    void noneDueSucceedsWithZero() throws Exception {
        run(NIGHT, 100, due -> Answer.rowsOrNothing(List.of(CompanyFacts.named("Zed"))));

        assertThat(run(NIGHT, 100, due -> Answer.nothing()))
                .isEqualTo(new TaskOutcome.Succeeded(dev.exdate.task.Tally.NONE));
    }

    @Test
    void unknownOnesRestADayThenAWeekThenAMonth() throws Exception {
        Instant first = NIGHT;
        assertThat(askedAt(first)).containsExactlyInAnyOrder("ZZA", "ZZB");
        assertThat(askedAt(first.plus(Duration.ofHours(2)))).isEmpty();
        Instant second = first.plus(Duration.ofHours(23));
        assertThat(askedAt(second)).hasSize(2);
        assertThat(askedAt(second.plus(Duration.ofDays(6)))).isEmpty();
        Instant third = second.plus(Duration.ofDays(7).minusMinutes(5));
        assertThat(askedAt(third)).hasSize(2);
        assertThat(askedAt(third.plus(Duration.ofDays(29)))).isEmpty();
        assertThat(askedAt(third.plus(Duration.ofDays(30)))).hasSize(2);
    }

    @Test
    void theOldestAttemptComesFirst() throws Exception {
        database.execute("""
                INSERT INTO exdate.company_attempt (symbol, last_attempt_at, attempts, last_outcome)
                VALUES ('ZZA', '2025-12-01Z', 1, 'nothing')
                """);
        run(NIGHT, 1, due -> Answer.nothing());
        assertThat(asked).as("never tried").containsExactly("ZZB");

        asked.clear();
        run(NIGHT, 1, due -> Answer.nothing());
        assertThat(asked).containsExactly("ZZA");
    }

    @Test
    void aFailingSourceFailsTheTaskAndPutsNobodyFurtherOff() throws Exception {
        assertThatThrownBy(() -> run(NIGHT, 100, due -> Answer.failed(Failure.UNAVAILABLE, "HTTP 503")))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("the sources failed for 2 of 2 symbols");

        assertThat(database.rows("SELECT symbol, attempts, last_outcome FROM exdate.company_attempt ORDER BY 1"))
                .containsExactly("ZZA|0|failed", "ZZB|0|failed");
        assertThat(database.value("SELECT count(company) FROM public.raw_stocks"))
                .isEqualTo("1");
    }

    @Test
    void theListingsNameIsTheLastResort() throws Exception {
        database.execute("""
                INSERT INTO public.raw_stocks (symbol, name, type) VALUES
                    ('ZZC', 'Zedco Holdings, Inc. - Class A Common Stock', 'stock'),
                    ('ZZD', 'Zed Technologies, Inc. Common Stock', 'stock'),
                    ('ZZF', 'YieldMax ZZA Option Income Strategy ETF', 'etf')
                """);

        run(NIGHT, 100, due -> Answer.nothing());

        assertThat(database.rows("SELECT symbol, company FROM public.raw_stocks WHERE symbol LIKE 'ZZ%' ORDER BY 1"))
                .containsExactly(
                        "ZZA|-", "ZZB|-", "ZZC|Zedco Holdings, Inc.", "ZZD|Zed Technologies, Inc.", "ZZF|YieldMax");
    }

    @Test
    void aListFillsAllInOneGoAndTheLimitCountsTheRest() throws Exception {
        database.execute("""
                INSERT INTO public.raw_stocks (symbol, name, type)
                SELECT 'L' || chr(65 + i / 26) || chr(65 + i % 26), 'Listed ' || i, 'stock' FROM generate_series(0, 299) i
                """);

        TaskOutcome outcome = run(NIGHT, limited(1), listing(false, due -> Answer.nothing()));

        assertThat(database.value("SELECT count(*) FROM public.raw_stocks WHERE company = 'Of the list'"))
                .isEqualTo("300");
        assertThat(asked).as("not in the list, and within the limit").containsExactly("ZZA");
        assertThat(database.value("SELECT count(*) FROM exdate.company_attempt"))
                .isEqualTo("1");
        assertThat(((TaskOutcome.Succeeded) outcome).tally().words())
                .isEqualTo("asked 2, read 300, new 0, changed 300, same 0, failed 0");
    }

    @Test
    void aBetterSourceAddsDetailsToListedOnesOnce() throws Exception {
        database.execute("INSERT INTO public.raw_stocks (symbol, name, type) VALUES ('LAA', 'Listed', 'stock')");
        CompanyFacts named = CompanyFacts.named("Its own name");

        run(NIGHT, limited(100), listing(true, due -> Answer.rowsOrNothing(List.of(named))));
        assertThat(asked).containsExactlyInAnyOrder("ZZA", "ZZB", "LAA");
        assertThat(database.value("SELECT company FROM public.raw_stocks WHERE symbol = 'LAA'"))
                .isEqualTo("Its own name");

        asked.clear();
        run(NIGHT.plus(Duration.ofDays(40)), limited(100), listing(true, due -> Answer.nothing()));
        assertThat(asked).isEmpty();
    }

    @Test
    void aFundsIssuerNeedsNoRequestIfNobodyKnowsItBetter() throws Exception {
        database.execute("INSERT INTO public.raw_stocks (symbol, name, type)"
                + " VALUES ('ZZF', 'YieldMax ZZA Option Income Strategy ETF', 'etf')");

        run(NIGHT, limited(0), listing(false, due -> Answer.nothing()));

        assertThat(database.value("SELECT company FROM public.raw_stocks WHERE symbol = 'ZZF'"))
                .isEqualTo("YieldMax");
        assertThat(asked).isEmpty();
    }

    private static TaskOptions limited(int most) {
        return TaskOptions.ofTheRun(DAY).companies(most);
    }

    /** Its list has all symbols that begin with L. */
    private CompanySource listing(boolean leads, Facts facts) {
        return new CompanySource() {
            @Override
            public List<CompanyFinding> listed(List<DueCompany> due, TaskLog log) {
                return due.stream()
                        .filter(one -> one.ticker().symbol().startsWith("L"))
                        .map(one ->
                                new CompanyFinding(one, CompanyFinding.Outcome.DATA, CompanyFacts.named("Of the list")))
                        .toList();
            }

            @Override
            public Answer<CompanyFacts> facts(DueCompany company) {
                asked.add(company.ticker().symbol());
                return facts.of(company);
            }

            @Override
            public boolean leads() {
                return leads;
            }
        };
    }

    private List<String> askedAt(Instant now) throws Exception {
        asked.clear();
        run(now, 100, due -> Answer.nothing());
        return List.copyOf(asked);
    }

    private interface Facts {
        Answer<CompanyFacts> of(DueCompany due);
    }

    @Test
    void onlyTheNamedSymbolsAreTriedAndUnknownOnesNamed() throws Exception {
        TaskOutcome outcome = run(
                NIGHT,
                TaskOptions.ofTheRun(DAY).only(Set.of(Ticker.of("ZZB"), Ticker.of("ZZC"))),
                due -> Answer.rowsOrNothing(List.of(CompanyFacts.named("Zed"))));

        assertThat(asked).containsExactly("ZZB");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TaskOutcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo("unknown symbol ZZC (nearest: ZZA, ZZB); all else was done"));
    }

    private TaskOutcome run(Instant now, int limit, Facts facts) throws Exception {
        return run(now, limited(limit), facts);
    }

    private TaskOutcome run(Instant now, TaskOptions options, Facts facts) throws Exception {
        CompanySource source = new CompanySource() {
            @Override
            public Answer<CompanyFacts> facts(DueCompany company) {
                asked.add(company.ticker().symbol());
                return facts.of(company);
            }

            @Override
            public boolean leads() {
                return true;
            }
        };
        return run(now, options, source);
    }

    private TaskOutcome run(Instant now, TaskOptions options, CompanySource source) throws Exception {
        return new CompaniesTask(List.of(source), database, new CopyBulkWriter(), Clock.fixed(now, ZoneOffset.UTC))
                .run(log.context(options));
    }
}
