package dev.exdate.scraper.yieldmax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskOutcome;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.TestWeb;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class YieldMaxTaskTest {
    private static final LocalDate DAY = LocalDate.of(2031, 1, 10);
    private static final String ROWS = """
            SELECT symbol, ex_date, record_date, payment_date, declaration_date, amount, amount_per_share, frequency,
                   name, source_url
            FROM public.raw_yieldmax_dividends ORDER BY symbol, ex_date
            """;
    private static final String FIRST = "/news-release/2031/01/06/3000001/0/en/YieldMax-Distributions.html";
    private static final String CORRECTION =
            "/news-release/2031/01/06/3000002/0/en/CORRECTION-YieldMax-Distributions.html";
    private static final String LAUNCH = "/news-release/2031/01/07/3000003/0/en/YieldMax-Launches-Fund.html";
    private static final String OLD = "/news-release/2030/09/01/2900000/0/en/YieldMax-Distributions.html";

    private final TestDatabase database = TestDatabase.fresh();
    private final LoopbackServer server = new LoopbackServer();
    private final RecordingLog log = new RecordingLog();

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void fundPagesComeFirstAndReleasesAddOnlyWhatTheyDoNotSay() throws Exception {
        catalogue("zzty", "zzqy");
        fund("zzty", "0.1110");
        server.on("/our-etfs/zzqy/", emptyFund("zzqy"));
        search(LAUNCH, CORRECTION, FIRST, OLD);
        server.on(FIRST, release("ZZTY|$0.9999|Weekly", "ZZQY|$0.5000|Weekly", "ZZRY|$0.0000|Monthly"));
        server.on(CORRECTION, release("ZZQY*|$0.5100|Weekly"));

        Tally tally = run();

        assertThat(database.rows(ROWS))
                .containsExactly(
                        "ZZQY|2031-01-07|2031-01-07|2031-01-08|-|0.5100|0.5100|Weekly|YieldMax ZZQY ETF|" + CORRECTION,
                        "ZZRY|2031-01-07|2031-01-07|2031-01-08|-|0.0000|0.0000|Monthly|YieldMax ZZRY ETF|" + FIRST,
                        "ZZTY|2031-01-07|2031-01-07|2031-01-08|2031-01-06|0.1110|0.1110|Weekly|YieldMax zzty Fund|/our-etfs/zzty/");
        assertThat(tally.asked()).isEqualTo(1 + 2 + 2 + 2);
        assertThat(tally.added()).isEqualTo(3);
        assertThat(tally.failed()).isZero();
        assertThat(server.requests()).doesNotContain(OLD, LAUNCH);
        assertThat(log.text()).contains("Fund pages: 2 asked, 2 read, 1 distributions, 1 new, 0 changed");
    }

    @Test
    void aSecondRunChangesNothing() throws Exception {
        catalogue("zzty");
        fund("zzty", "0.1110");
        search(FIRST);
        server.on(FIRST, release("ZZTY|$0.9999|Weekly", "ZZQY|$0.5000|Weekly"));
        run();
        Tally second = run();
        assertThat(second.added() + second.changed()).isZero();
    }

    @Test
    void aFundPageThatFailsTodayIsNotOverruledByARelease() throws Exception {
        catalogue("zzty", "zzqy", "zzry", "zzsy");
        Stream.of("zzty", "zzqy", "zzry", "zzsy").forEach(symbol -> fund(symbol, "0.1110"));
        search(FIRST);
        server.on(FIRST, release("ZZTY|$0.9999|Weekly"));
        run();
        server.on("/our-etfs/zzty/", 503, "text/html", "");
        run();
        assertThat(database.rows("SELECT amount, frequency FROM public.raw_yieldmax_dividends WHERE symbol = 'ZZTY'"))
                .containsExactly("0.1110|Weekly");
    }

    @Test
    void withoutTheCatalogueTheStoredFundsAreAsked() throws Exception {
        database.execute("""
                INSERT INTO public.raw_yieldmax_dividends (symbol, ex_date, amount)
                VALUES ('ZZTY', '2030-12-31', 0.1), ('ZZOLD', '2029-01-02', 0.1)
                """);
        server.on("/our-etfs/", 500, "text/html", "");
        fund("zzty", "0.1110");
        search(FIRST);
        server.on(FIRST, release("ZZTY|$0.9999|Weekly"));
        Tally tally = run();
        assertThat(tally.added()).isEqualTo(1);
        assertThat(tally.failed()).isEqualTo(1);
        assertThat(server.requests()).contains("/our-etfs/zzty/").doesNotContain("/our-etfs/zzold/");
    }

    @Test
    void moreThanAFifthOfFailedPagesFailsTheTaskAndKeepsTheRest() {
        catalogue("zzty", "zzqy");
        fund("zzty", "0.1110");
        search(LAUNCH);
        assertThatThrownBy(this::run)
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("1 of 2 pages failed")
                .hasMessageContaining("/our-etfs/zzqy/");
        assertThat(database.value("SELECT count(*) FROM public.raw_yieldmax_dividends"))
                .isEqualTo("1");
    }

    @Test
    void nothingReadableFailsTheTask() {
        assertThatThrownBy(this::run).isInstanceOf(TaskFailed.class).hasMessageContaining("nothing could be read");
    }

    @Test
    void aPageOfAnotherFundIsNotBelieved() throws Exception {
        catalogue("zzty", "zzqy", "zzry", "zzsy", "zzuy");
        Stream.of("zzqy", "zzry", "zzsy", "zzuy").forEach(symbol -> fund(symbol, "0.1110"));
        server.on("/our-etfs/zzty/", fundPage("zzqy", fundRow("0.2222")));
        search(LAUNCH);
        assertThat(run().failed()).isEqualTo(1);
        assertThat(database.rows("SELECT DISTINCT amount FROM public.raw_yieldmax_dividends"))
                .containsExactly("0.1110");
    }

    @Test
    void theSearchGoesOnUntilReleasesAreTooOld() throws Exception {
        catalogue("zzty");
        fund("zzty", "0.1110");
        server.on("/en/search/keyword/yieldmax?pageSize=25", results(List.of(FIRST)));
        server.on("/en/search/keyword/yieldmax?pageSize=25&page=2", results(List.of(CORRECTION)));
        server.on("/en/search/keyword/yieldmax?pageSize=25&page=3", results(List.of(OLD)));
        server.on(FIRST, release("ZZQY|$0.5000|Weekly"));
        server.on(CORRECTION, release("ZZQY|$0.5100|Weekly"));
        run();
        assertThat(database.rows("SELECT amount FROM public.raw_yieldmax_dividends WHERE symbol = 'ZZQY'"))
                .containsExactly("0.5100");
        assertThat(server.requests()).doesNotContain("/en/search/keyword/yieldmax?pageSize=25&page=4");
    }

    @Test
    void switchedOffSourcesSkipTheTask() throws Exception {
        Map<String, String> off =
                Map.of("EXDATE_SOURCE_YIELDMAX_ENABLED", "false", "EXDATE_SOURCE_GLOBENEWSWIRE_ENABLED", "false");
        try (HttpWeb web = TestWeb.at(server.address(), off)) {
            assertThat(task(web).run(log.context(DAY))).isInstanceOf(TaskOutcome.Skipped.class);
        }
    }

    private Tally run() throws Exception {
        try (HttpWeb web = TestWeb.at(server.address())) {
            return ((TaskOutcome.Succeeded) task(web).run(log.context(DAY))).tally();
        }
    }

    private YieldMaxTask task(HttpWeb web) {
        return new YieldMaxTask(web, database, new CopyBulkWriter());
    }

    private void catalogue(String... funds) {
        server.on(
                "/our-etfs/",
                page(Stream.of(funds)
                        .map(fund -> "<a href=\"/our-etfs/" + fund + "/\">" + fund + "</a>")
                        .collect(Collectors.joining())));
    }

    private void fund(String symbol, String amount) {
        server.on("/our-etfs/" + symbol + "/", fundPage(symbol, fundRow(amount)));
    }

    private static String fundRow(String amount) {
        return "<tr><td>$" + amount
                + "</td><td>01/06/2031</td><td>01/07/2031</td><td>01/07/2031</td><td>01/08/2031</td></tr>";
    }

    private static String emptyFund(String symbol) {
        return fundPage(symbol, "<tr><td colspan=5>No data available in table</td></tr>");
    }

    private static String fundPage(String symbol, String rows) {
        return page("<link rel=\"canonical\" href=\"https://yieldmaxetfs.com/our-etfs/" + symbol + "/\">"
                + "<h1>YieldMax " + symbol + " Fund</h1><table><tr><th>Distribution per Share</th>"
                + "<th>Declared Date</th><th>Ex Date</th><th>Record Date</th><th>Payable Date</th></tr>" + rows
                + "</table>");
    }

    private void search(String... paths) {
        server.on("/en/search/keyword/yieldmax", results(List.of(paths)));
    }

    private static String results(List<String> paths) {
        return page(paths.stream()
                .map(path -> "<a href=\"https://www.globenewswire.com" + path + "\">"
                        + path.substring(path.lastIndexOf('/') + 1) + "</a>")
                .collect(Collectors.joining()));
    }

    /** Rows as {@code ticker|amount|frequency}. */
    private static String release(String... rows) {
        return page("<p>YieldMax® ETFs<br>Ex. &amp; Record Date: January 7, 2031<br>Payment Date: January 8th, 2031</p>"
                + "<table><tr><td>ETF Ticker</td><td>ETF Name</td><td>Distribution<br>Frequency</td>"
                + "<td>Distribution<br>per Share</td></tr>"
                + Stream.of(rows)
                        .map(row -> row.split("\\|"))
                        .map(row -> "<tr><td>%s</td><td>YieldMax %s ETF</td><td>%s</td><td>%s</td></tr>"
                                .formatted(row[0], row[0].replace("*", ""), row[2], row[1]))
                        .collect(Collectors.joining())
                + "</table>");
    }

    private static String page(String body) {
        return "<!DOCTYPE html><html><body>" + body + "</body></html>";
    }
}
