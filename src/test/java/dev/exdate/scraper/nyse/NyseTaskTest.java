package dev.exdate.scraper.nyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.guard.Overrides;
import dev.exdate.needs.MachineProgram;
import dev.exdate.needs.Needs;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskOutcome;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.TestWeb;
import dev.exdate.web.browser.Browsers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NyseTaskTest {
    private static final LocalDate DAY = LocalDate.of(2031, 1, 6);

    private final TestDatabase database = TestDatabase.fresh();
    private final LoopbackServer server = new LoopbackServer();
    private final RecordingLog log = new RecordingLog();
    private Browsers browsers = new Browsers(Optional.of(Path.of("/no/chromium")), List.of());
    private Overrides accepted = Overrides.NONE;

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void aBrowserThatIsSetAndCantBeRunFailsTheTask() {
        server.on(page(1), actions("ZZTA", "\"http://x/api/corpax/?&&page=2\""));
        server.on(page(2), actions("ZZTB", "null"));
        assertThatThrownBy(this::run)
                .isInstanceOf(TaskFailed.class)
                .hasMessageContainingAll(
                        "/no/chromium", "apt-get install chromium", "EXDATE_SOURCE_NYSE_ENABLED=false");
        assertThat(server.requests()).containsExactly(page(1), page(2));
        assertThat(database.rows("SELECT symbol, action, action_date FROM exdate.corporate_action ORDER BY 1"))
                .containsExactly("ZZTA|Change Symbol|2031-01-06", "ZZTB|Change Symbol|2031-01-06");
    }

    @Test
    void withoutABrowserTheActionsDecideAndThePageIsLeftOut() throws Exception {
        browsers = new Browsers(Optional.empty(), List.of());
        server.on(page(1), listed(8));
        TaskOutcome outcome = run();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TaskOutcome.Succeeded.class,
                        succeeded -> assertThat(succeeded.leftOut().orElseThrow())
                                .contains("nyse", "apt-get install chromium", "EXDATE_BROWSER"));
        assertThat(log.lines().stream().filter(line -> line.contains("Chromium")))
                .singleElement()
                .asString()
                .startsWith("⏭️  left out: ");
        server.on(page(1), 503, "text/plain", "busy");
        assertThatThrownBy(this::run).isInstanceOf(TaskFailed.class).hasMessageContaining("503");
    }

    @Test
    void aListThatRepeatsItsPageEndsAndLacksTheRest() {
        server.on("/api/corpax/", actions("ZZTA", "\"http://x/api/corpax/?&&page=2\""));
        assertThatThrownBy(this::run)
                .isInstanceOf(TaskFailed.class)
                .hasMessageContaining("held back (short): nyse gives 1 of its stated 2 corporate actions");
        assertThat(server.requests()).containsExactly(page(1), page(2));
        assertThat(database.value("SELECT count(*) FROM exdate.corporate_action"))
                .isEqualTo("1");
    }

    @Test
    void aListWithoutHalfOfItsActionsIsAskedForAgainAndLosesNone() {
        server.on(page(1), listed(8));
        assertThatThrownBy(this::run).hasMessageNotContaining("held back");
        server.on(page(1), listed(4));
        assertThatThrownBy(this::run)
                .hasMessageContaining(
                        "held back (short): nyse has 4 corporate actions from 2030-12-27 to 2031-03-07, but had 8");
        server.on(page(1), listed(0));
        assertThatThrownBy(this::run).hasMessageContaining("nyse has 0 corporate actions");
        accepted = new Overrides(false, Set.of("nyse"));
        assertThatThrownBy(this::run).hasMessageNotContaining("held back");
        assertThat(database.value("SELECT count(*) FROM exdate.corporate_action"))
                .isEqualTo("8");
    }

    @Needs(MachineProgram.CHROMIUM)
    @Test
    void aPageThatHasLostHalfOfTheExDatesAheadIsToBeAskedForAgain() throws Exception {
        browsers = Browsers.onThisMachine(Optional.empty());
        server.on(page(1), listed(0));
        server.on("/ex-date-dividends", exDates(LocalDate.of(2031, 1, 7), 7));
        run();
        server.on("/ex-date-dividends", exDates(LocalDate.of(2031, 1, 7), 3));
        assertThatThrownBy(this::run)
                .hasMessageContaining("held back (short): nyse has 3 ex-dates that are not record dates"
                        + " from 2031-01-06 to 2031-03-07, but had 7");
        assertThat(database.value("SELECT count(*) FROM raw_dividends_nyse")).isEqualTo("7");
    }

    private TaskOutcome run() throws Exception {
        try (HttpWeb web = TestWeb.at(server.address())) {
            return new NyseTask(
                            web, database, new CopyBulkWriter(), TestWeb.settings(server.address(), Map.of()), browsers)
                    .run(log.context(Instant.EPOCH, DAY, accepted));
        }
    }

    private static String page(int number) {
        return "/api/corpax/?action_date__gte=2030-12-27&action_date__lte=2031-03-07&page=" + number + "&page_size=100";
    }

    private static String actions(String symbol, String next) {
        return list(2, next, action(symbol));
    }

    private static String listed(int count) {
        return list(
                count,
                "null",
                IntStream.range(0, count).mapToObj(i -> action("ZZT" + i)).collect(Collectors.joining(",")));
    }

    private static String list(int count, String next, String actions) {
        return "{\"count\":%d,\"next\":%s,\"previous\":null,\"results\":[%s]}".formatted(count, next, actions);
    }

    private static String action(String symbol) {
        return ("{\"action_date\":\"2031-01-06\",\"action_status\":\"x\",\"action_type\":\"Change Symbol\","
                        + "\"issue_symbol\":\"%s\",\"issuer_name\":null,"
                        + "\"updated_at\":\"2031-01-03T09:00:00.000000-05:00\",\"market_event\":\"event of %s\"}")
                .formatted(symbol, symbol);
    }

    /** Dates as the page writes them, a day apart. */
    private static String exDates(LocalDate first, int count) {
        DateTimeFormatter written = DateTimeFormatter.ofPattern("MM/dd/yyyy");
        return "<input type=date><input type=date><input type=date><input type=date><table><thead><tr><th>Symbol</th>"
                + "<th>Security Name</th><th>Ex-Date</th><th>Record Date</th><th>Declaration Date</th></tr></thead><tbody>"
                + IntStream.range(0, count)
                        .mapToObj(i -> "<tr><td>ZZT%s</td><td>Zed</td><td>%s</td><td>%s</td><td>12/20/2030</td></tr>"
                                .formatted(
                                        (char) ('A' + i),
                                        first.plusDays(i).format(written),
                                        first.plusDays(i + 9).format(written)))
                        .collect(Collectors.joining())
                + "</tbody></table>";
    }
}
