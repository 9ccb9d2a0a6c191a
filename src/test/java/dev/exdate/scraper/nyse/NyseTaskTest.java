package dev.exdate.scraper.nyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.CopyBulkWriter;
import dev.exdate.database.TestDatabase;
import dev.exdate.market.ExDateWindow;
import dev.exdate.settings.SourceId;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.TaskFailed;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.TestWeb;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without a browser; with one, the whole run shows it. */
class NyseTaskTest {
    private static final LocalDate DAY = LocalDate.of(2031, 1, 6);

    private final TestDatabase database = TestDatabase.fresh();
    private final LoopbackServer server = new LoopbackServer();
    private final RecordingLog log = new RecordingLog();

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    @Test
    void allPagesOfTheActionsAreReadAndWithoutABrowserTheTaskSaysWhatToInstall() {
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
    void aListThatSendsTheSamePageAgainAndAgainIsAtItsEnd() {
        server.on("/api/corpax/", actions("ZZTA", "\"http://x/api/corpax/?&&page=2\""));
        assertThatThrownBy(this::run).isInstanceOf(TaskFailed.class);
        assertThat(server.requests()).containsExactly(page(1), page(2));
        assertThat(database.value("SELECT count(*) FROM exdate.corporate_action"))
                .isEqualTo("1");
    }

    private void run() throws Exception {
        try (HttpWeb web = TestWeb.at(server.address())) {
            new NyseTask(
                            web,
                            database,
                            new CopyBulkWriter(),
                            ExDateWindow.autoContinue(),
                            Optional.of(Path.of("/no/chromium")),
                            TestWeb.settings(server.address(), Map.of()).source(SourceId.NYSE))
                    .run(log.context(DAY));
        }
    }

    private static String page(int number) {
        return "/api/corpax/?action_date__gte=2030-12-27&action_date__lte=2031-03-07&page=" + number + "&page_size=100";
    }

    private static String actions(String symbol, String next) {
        return ("{\"count\":2,\"next\":%s,\"previous\":null,\"results\":[{\"action_date\":\"2031-01-06\",\"action_status\":\"x\","
                        + "\"action_type\":\"Change Symbol\",\"issue_symbol\":\"%s\",\"issuer_name\":null,"
                        + "\"updated_at\":\"2031-01-03T09:00:00.000000-05:00\",\"market_event\":\"event of %s\"}]}")
                .formatted(next, symbol, symbol);
    }
}
