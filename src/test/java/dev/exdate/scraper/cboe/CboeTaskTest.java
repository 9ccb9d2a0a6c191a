package dev.exdate.scraper.cboe;

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
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CboeTaskTest {
    private static final LocalDate DAY = LocalDate.of(2031, 5, 17);
    private static final String LIST = "/us/equities/notices/data/dividends/?year=2031";
    private static final String DETAILS = "/us/equities/notices/dividends/details/";
    private static final String EMPTY = "<html><body><h1>Dividend Notice Details</h1></body></html>";

    private final TestDatabase database = TestDatabase.fresh();
    private final LoopbackServer server = new LoopbackServer();
    private final RecordingLog log = new RecordingLog();

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void eachNoticeIsReadOnASaturdayToo() throws Exception {
        list("2031-05-16|Example Financial Inc.|ZZTW, ZZTX", "2031-03-03|Other & Co.|ZZTV");
        server.on(
                address("2031-05-16", "Example%20Financial%20Inc.", "ZZTW%2CZZTX"),
                details("ZZTW|2031-05-19|$0.123450", "ZZTX|2031-05-19|$1"));
        server.on(address("2031-03-03", "Other%20%26%20Co.", "ZZTV"), details("ZZTV|2031-03-04|$2.50"));

        Tally tally = run();

        assertThat(database.rows("""
                        SELECT symbol, name, firm_name, declaration_date, ex_date, record_date, payment_date, amount,
                               frequency, distribution_type, notification
                        FROM public.raw_dividends_cboe ORDER BY symbol
                        """))
                .containsExactly(
                        "ZZTV|ZZTV Fund|Other & Co.|2031-03-03|2031-03-04|2031-03-04|2031-05-20|2.50|Weekly|Cash Dividend|"
                                + address("2031-03-03", "Other%20%26%20Co.", "ZZTV"),
                        "ZZTW|ZZTW Fund|Example Financial Inc.|2031-05-16|2031-05-19|2031-05-19|2031-05-20|0.123450|Weekly|Cash Dividend|"
                                + address("2031-05-16", "Example%20Financial%20Inc.", "ZZTW%2CZZTX"),
                        "ZZTX|ZZTX Fund|Example Financial Inc.|2031-05-16|2031-05-19|2031-05-19|2031-05-20|1|Weekly|Cash Dividend|"
                                + address("2031-05-16", "Example%20Financial%20Inc.", "ZZTW%2CZZTX"));
        assertThat(tally).isEqualTo(new Tally(3, 3, 3, 0, 0, 0));
    }

    @Test
    void aStoredNoticeIsReadAgainOnlyWhileItIsYoung() throws Exception {
        list("2031-05-16|A|ZZTW", "2031-03-03|B|ZZTV");
        server.on(address("2031-05-16", "A", "ZZTW"), details("ZZTW|2031-05-19|$0.10"));
        server.on(address("2031-03-03", "B", "ZZTV"), details("ZZTV|2031-03-04|$2.50"));
        run();
        server.requests().clear();
        server.on(address("2031-05-16", "A", "ZZTW"), details("ZZTW|2031-05-19|$0.11"));
        Tally second = run();
        assertThat(server.requests()).containsExactly(LIST, address("2031-05-16", "A", "ZZTW"));
        assertThat(second.changed()).isEqualTo(1);
    }

    @Test
    void theLaterOfTwoNoticesAboutOneDividendCounts() throws Exception {
        list("2031-05-16|A|ZZTW", "2031-05-15|A|ZZTW");
        server.on(address("2031-05-16", "A", "ZZTW"), details("ZZTW|2031-05-19|$0.20"));
        server.on(address("2031-05-15", "A", "ZZTW"), details("ZZTW|2031-05-19|$0.10"));
        run();
        assertThat(database.rows("SELECT amount, declaration_date FROM public.raw_dividends_cboe"))
                .containsExactly("0.20|2031-05-16");
    }

    @Test
    void withoutTheListTheKnownIssuersAreAskedDayByDay() throws Exception {
        database.execute("""
                INSERT INTO public.raw_dividends_cboe (symbol, firm_name, declaration_date, ex_date, amount)
                VALUES ('ZZTW', 'A', '2031-05-01', '2031-05-02', 0.1)
                """);
        server.on(LIST, 500, "text/html", "");
        server.on(DETAILS, EMPTY);
        server.on(address("2031-05-16", "A", null), details("ZZTW|2031-05-19|$0.20"));
        Tally tally = run();
        assertThat(tally.added()).isEqualTo(1);
        assertThat(tally.failed()).isEqualTo(1);
        assertThat(server.requests())
                .contains(address("2031-05-16", "A", null), address("2031-04-28", "A", null))
                .doesNotContain(
                        address("2031-05-17", "A", null),
                        address("2031-05-01", "A", null),
                        address("2031-04-25", "A", null));
    }

    @Test
    void withoutListAndIssuersTheWeeklyDeclarerIsAsked() throws Exception {
        server.on(DETAILS, EMPTY);
        server.on(address("2031-05-16", "Roundhill%20Financial%20Inc.", null), details("ZZTW|2031-05-19|$0.20"));
        assertThat(run().added()).isEqualTo(1);
    }

    @Test
    void inTheFirstDaysOfAYearTheLastNoticesOfTheOldOneAreReadToo() throws Exception {
        server.on(LIST, "{\"alerts\":[],\"year_list\":[2031]}");
        list(2030, "2030-12-31|A|ZZTW", "2030-12-30|A|ZZTX", "2030-12-20|A|ZZTV");
        server.on(address("2030-12-31", "A", "ZZTW"), details("ZZTW|2031-01-02|$0.20"));
        server.on(address("2030-12-30", "A", "ZZTX"), details("ZZTX|2031-01-02|$0.30"));
        Tally tally = run(LocalDate.of(2031, 1, 2));
        assertThat(database.rows("SELECT symbol, amount FROM public.raw_dividends_cboe ORDER BY 1"))
                .containsExactly("ZZTW|0.20", "ZZTX|0.30");
        assertThat(tally.failed()).isZero();
    }

    @Test
    void theMarketDayDecidesWhichNoticesAreYoung() throws Exception {
        list("2031-05-16|A|ZZTW");
        server.on(address("2031-05-16", "A", "ZZTW"), details("ZZTW|2031-05-19|$0.10"));
        run(LocalDate.of(2031, 5, 16));
        server.requests().clear();
        run(LocalDate.of(2031, 5, 26));
        assertThat(server.requests()).containsExactly(LIST);
    }

    @Test
    void noListAndNoKnownIssuerFailsTheTask() {
        assertThatThrownBy(this::run).isInstanceOf(TaskFailed.class).hasMessageContaining("nothing could be read");
    }

    @Test
    void noticesThatAllCameEmptyFailTheTask() {
        list("2031-05-16|A|ZZTW");
        server.on(DETAILS, EMPTY);
        assertThatThrownBy(this::run).isInstanceOf(TaskFailed.class).hasMessageContaining("its layout has changed");
    }

    @Test
    void manyFailedNoticesFailTheTaskAndKeepTheOthers() {
        list("2031-05-16|A|ZZTW", "2031-05-15|A|ZZTV");
        server.on(address("2031-05-16", "A", "ZZTW"), details("ZZTW|2031-05-19|$0.20"));
        assertThatThrownBy(this::run).isInstanceOf(TaskFailed.class).hasMessageContaining("1 of 2 notices failed");
        assertThat(database.value("SELECT count(*) FROM public.raw_dividends_cboe"))
                .isEqualTo("1");
    }

    @Test
    void thePastYearsListCannotBeReplaced() {
        assertThatThrownBy(() -> run(2029))
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("no list of notices for 2029");
    }

    private Tally run(Integer... years) throws Exception {
        return run(DAY, years);
    }

    private Tally run(LocalDate day, Integer... years) throws Exception {
        try (HttpWeb web = TestWeb.at(server.address())) {
            CboeTask task = new CboeTask(web, database, new CopyBulkWriter());
            return ((TaskOutcome.Succeeded) task.run(log.context(TaskOptions.ofTheRun(day)
                            .scraping(
                                    new TaskOptions.Scraping(List.of(years), ExDateWindow.autoContinue(), List.of())))))
                    .tally();
        }
    }

    private static String address(String day, String firm, @Nullable String symbols) {
        return DETAILS + "?declaration_dt=" + day + "&firm_name=" + firm
                + (symbols == null ? "" : "&symbols=" + symbols);
    }

    /** Notices as {@code day|firm|symbols}. */
    private void list(String... notices) {
        list(2031, notices);
    }

    private void list(int year, String... notices) {
        server.on(
                LIST.replace("2031", Integer.toString(year)),
                Stream.of(notices)
                        .map(notice -> notice.split("\\|"))
                        .map(notice -> "{\"symbols\":\"%s\",\"declaration_dt\":\"%s\",\"firm_name\":\"%s\"}"
                                .formatted(notice[2], notice[0], notice[1]))
                        .collect(Collectors.joining(",", "{\"alerts\":[", "],\"year_list\":[2031]}")));
    }

    /** Rows as {@code symbol|ex-date|amount}. */
    private static String details(String... rows) {
        return "<html><body><h1>Dividend Notice Details</h1><table><tr><th>Symbol</th><th>Name</th><th>Ex-Date</th>"
                + "<th>Record Date</th><th>Payable Date</th><th>Distribution Amount</th><th>Frequency</th>"
                + "<th>Distribution Type</th></tr>"
                + Stream.of(rows)
                        .map(row -> row.split("\\|"))
                        .map(row ->
                                ("<tr><td>%s</td><td>%s Fund</td><td>%s</td><td>%s</td><td>2031-05-20</td><td>%s</td>"
                                                + "<td>Weekly</td><td>Cash Dividend</td></tr>")
                                        .formatted(row[0], row[0], row[1], row[1], row[2]))
                        .collect(Collectors.joining())
                + "</table></body></html>";
    }
}
