package dev.exdate.scraper.snowball;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.market.ExDateWindow;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.TestWeb;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnowballTaskTest {
    private static final String ROWS = """
            SELECT symbol, company_name, ex_date, payment_date, declaration_date, amount, dividend_yield, currency,
                   frequency, source
            FROM public.raw_dividends_snowball ORDER BY symbol
            """;

    private final TestDatabase database = TestDatabase.fresh();
    private final LoopbackServer server = new LoopbackServer();
    private final RecordingLog log = new RecordingLog();

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void allPagesAreReadAndEstimatesLeftOut() throws Exception {
        page("us-popular-div", 1, 120, row("ZZTA", "declared"), row("ZZTB", "estimated"));
        page("us-popular-div", 2, 120, row("ZZTC", "declared"));
        page("us-popular-div", 3, 120, row("ZZTD", "Declared"));
        Tally tally = run();
        assertThat(database.rows(ROWS))
                .hasSize(3)
                .first()
                .asString()
                .isEqualTo(
                        "ZZTA|ZZTA Inc.|2031-01-06|2031-01-21|2030-12-20|0.1250|-|USD|quarterly|US Popular Dividends");
        assertThat(tally).isEqualTo(new Tally(3, 3, 3, 0, 0, 0));
        assertThat(server.requests()).contains(address("us-popular-div", 3)).hasSize(3);
    }

    @Test
    void aRowInTwoListsKeepsTheFirstAndASecondRunChangesNothing() throws Exception {
        page("us-popular-div", 1, 1, row("ZZTA", "declared"));
        page("nyse", 1, 1, row("ZZTA", "declared"));
        run("us-popular-div", "nyse");
        assertThat(run("us-popular-div", "nyse").changed()).isZero();
        assertThat(database.rows("SELECT symbol, source FROM public.raw_dividends_snowball"))
                .containsExactly("ZZTA|US Popular Dividends");
    }

    @Test
    void aLondonLineIsNotMistakenForAUsShare() throws Exception {
        page("us-popular-div", 1, 1, row("ZZTA", "declared"));
        page("lse", 1, 1, row("ZZTA", "declared"));
        run("us-popular-div", "lse");
        assertThat(database.rows("SELECT symbol FROM public.raw_dividends_snowball ORDER BY symbol"))
                .containsExactly("ZZTA", "ZZTA.L");
    }

    @Test
    void aFailedPageFailsTheTaskAndKeepsTheOthers() {
        page("us-popular-div", 1, 120, row("ZZTA", "declared"));
        server.on(address("us-popular-div", 2), 503, "text/html", "");
        page("us-popular-div", 3, 120, row("ZZTD", "declared"));
        assertThatThrownBy(this::run).isInstanceOfSatisfying(TaskFailed.class, failed -> {
            assertThat(failed).hasMessageContaining("1 of 3 pages failed").hasMessageContaining("page=2");
            assertThat(failed.tally().added()).isEqualTo(2);
        });
        assertThat(database.value("SELECT count(*) FROM public.raw_dividends_snowball"))
                .isEqualTo("2");
    }

    @Test
    void anEmptyPageInTheMiddleIsAFailure() {
        page("us-popular-div", 1, 120, row("ZZTA", "declared"));
        page("us-popular-div", 2, 120);
        page("us-popular-div", 3, 120, row("ZZTD", "declared"));
        assertThatThrownBy(this::run).isInstanceOf(TaskFailed.class).hasMessageContaining("page 2 of 3 is empty");
    }

    @Test
    void anEmptySiteFailsTheTask() {
        page("us-popular-div", 1, 0);
        assertThatThrownBy(this::run)
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("no dividend in any of 1 pages");
    }

    @Test
    void aSourceThatIsDownIsNotAskedForEveryPage() {
        page("us-popular-div", 1, 50 * 40, row("ZZTA", "declared"));
        IntStream.rangeClosed(2, 40).forEach(page -> server.on(address("us-popular-div", page), 503, "text/html", ""));
        assertThatThrownBy(this::run).isInstanceOf(TaskFailed.class).hasMessageContaining("39 of 40 pages failed");
        assertThat(server.requests()).hasSizeLessThan(80);
        assertThat(log.text()).contains("and 29 more failures");
    }

    @Test
    void anUnknownCategoryNamesTheKnownOnes() throws Exception {
        assertThat(outcome("dax"))
                .isInstanceOfSatisfying(
                        TaskOutcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .startsWith("unknown category dax (none is similar; choose from us-popular-div, ")
                                .endsWith(
                                        "choose from us-popular-div, us-popular-div-funds, sp500, nyse, nasdaq, lse, tsx, asx"));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void anUnknownListIsNamedWithItsNearestAndTheOthersAreRead() throws Exception {
        page("sp500", 1, 1, row("ZZTA", "declared"));
        assertThat(outcome("sp500", "nyze"))
                .isInstanceOfSatisfying(
                        TaskOutcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .startsWith("unknown category nyze (nearest: nyse)")
                                .endsWith("; all else was done"));
        assertThat(database.rows("SELECT symbol FROM public.raw_dividends_snowball"))
                .containsExactly("ZZTA");
    }

    private Tally run(String... categories) throws Exception {
        return ((TaskOutcome.Succeeded) outcome(categories)).tally();
    }

    private TaskOutcome outcome(String... categories) throws Exception {
        try (HttpWeb web = TestWeb.at(server.address())) {
            SnowballTask task = new SnowballTask(web, database, new CopyBulkWriter(), Clock.systemUTC());
            return task.run(log.context(TaskOptions.ofTheRun(LocalDate.of(2031, 1, 10))
                    .scraping(new TaskOptions.Scraping(List.of(), ExDateWindow.autoContinue(), List.of(categories)))));
        }
    }

    private static String address(String list, int page) {
        return "/extapi/api/public/dividend-calendar/paged?type=" + list + "&dateType=payment&pageSize=50&page=" + page
                + "&sortBy=paymentDate&sortDirection=asc";
    }

    private void page(String list, int page, int total, String... rows) {
        server.on(
                address(list, page),
                List.of(rows).stream()
                        .collect(Collectors.joining(
                                ",", "{\"totalCount\":" + total + ",\"pageSize\":50,\"data\":[", "]}")));
    }

    private static String row(String symbol, String status) {
        return """
                {"ticker":"%s","companyName":"%s Inc.","status":"%s","exDividendDate":"2031-01-06T00:00:00",\
                "paymentDate":"2031-01-21T00:00:00","declareDate":"2030-12-20T00:00:00","perShare":0.1250,\
                "currency":"USD","divCurrency":"USD","frequency":"quarterly"}""".formatted(symbol, symbol, status);
    }
}
