package dev.exdate.scraper.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.run.TaskRunner;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.journal.RunStart;
import dev.exdate.run.listener.JournalListener;
import dev.exdate.run.log.LogFolder;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.log.TaskLogs;
import dev.exdate.run.plan.Cancellation;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunScope;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.settings.Settings;
import dev.exdate.source.Sources;
import dev.exdate.source.toy.ToySource;
import dev.exdate.task.Tally;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.RetryPolicy;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source and its scraper that the program does not know are added without a change to it. */
class AddedSourceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneOffset.UTC);
    private static final String FILE = "/dividends.csv";
    private static final String TWO_ROWS = "Symbol,Ex-Date,Amount\nZZTA,2026-11-23,0.25\nZZT/B,2026-11-23,0.1\n";

    @TempDir
    Path folder;

    private final LoopbackServer server = new LoopbackServer();
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        database.administer("""
                CREATE TABLE public.raw_dividends_toy (
                    symbol text NOT NULL,
                    ex_date date NOT NULL,
                    amount numeric,
                    updated_at timestamptz NOT NULL DEFAULT now(),
                    UNIQUE (symbol, ex_date)
                )
                """, "GRANT ALL ON public.raw_dividends_toy TO PUBLIC");
    }

    @AfterEach
    void close() {
        database.close();
        server.close();
    }

    private Settings settings(String... more) {
        Map<String, String> environment = new HashMap<>(
                Map.of("EXDATE_SOURCE_TOY_BASE_URL", server.address().toString(), "TOY_API_KEY", "t0ps3cret"));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return Settings.of(environment, folder, Optional.empty(), new Sources(List.of(new ToySource())));
    }

    private TaskRun run(Settings settings) throws Exception {
        RunJournal journal = new RunJournal(database, CLOCK);
        LogFolder logs = new LogFolder(Optional.of(folder), CLOCK, settings.redaction());
        RunPlan plan =
                RunPlan.only(DAY, List.of(ToySource.SCRAPER), Map.of(ToySource.SCRAPER, settings.taskLimit("TOY")));
        UUID id = UUID.randomUUID();
        journal.runStarts(
                new RunStart(
                        id, "scrape", DAY, CLOCK.instant(), false, "{}", new RunStart.Versions("test", "15"), "host"),
                List.of(ToySource.SCRAPER),
                plan);
        try (HttpWeb web = new HttpWeb(
                        settings,
                        (source, limit) -> true,
                        new RetryPolicy(2, Duration.ofMillis(10), Duration.ofSeconds(1)));
                RunLog log = logs.openRunLog(new PrintWriter(PrintWriter.nullWriter()))) {
            ToyTask task = new ToyTask(web, database, new CopyBulkWriter());
            RunScope scope = new RunScope(id, CLOCK.instant(), plan, new Cancellation(), CLOCK);
            return new TaskRunner(
                            scope,
                            Map.of(task.name(), task),
                            new TaskLogs(logs, log, null),
                            new JournalListener(journal, id, log::stamped))
                    .runAlone(List.of(task.name()))
                    .getFirst();
        }
    }

    private List<String> stored() {
        return database.rows("SELECT symbol, ex_date, amount FROM raw_dividends_toy ORDER BY symbol");
    }

    private String journal() {
        return database.value("SELECT task || ' ' || outcome FROM exdate.task_run ORDER BY started_at DESC LIMIT 1");
    }

    @Test
    void whatItAnswersIsStoredAndJournaled() throws Exception {
        server.on(FILE, 200, "text/csv", TWO_ROWS);
        TaskRun run = run(settings());
        assertThat(run.reason()).isEmpty();
        assertThat(run.tally()).isEqualTo(new Tally(1, 2, 2, 0, 0, 0));
        assertThat(stored()).containsExactly("ZZT.B|2026-11-23|0.1", "ZZTA|2026-11-23|0.25");
        assertThat(journal()).isEqualTo("toy succeeded");
        assertThat(Files.readString(folder.resolve("toy_20261123.log"))).contains("🧸 2 dividends, 2 new");
        assertThat(run(settings()).tally()).isEqualTo(new Tally(1, 2, 0, 0, 2, 0));
    }

    @Test
    void itIsAskedAsItsDescriptorSays() throws Exception {
        AtomicReference<String> accept = new AtomicReference<>();
        server.on(FILE, exchange -> {
            accept.set(exchange.getRequestHeaders().getFirst("Accept"));
            LoopbackServer.answer(exchange, 200, "text/csv", TWO_ROWS.getBytes());
        });
        run(settings());
        assertThat(server.requests()).containsExactly(FILE + "?day=2026-11-23&apikey=t0ps3cret");
        assertThat(accept).hasValue("text/csv, text/plain, */*");
    }

    @Test
    void itsFailureFailsItsTaskAndShowsNoKey() throws Exception {
        server.on(FILE, 503, "text/html", "t0ps3cret is busy");
        TaskRun run = run(settings());
        assertThat(run.failed()).isTrue();
        assertThat(run.reason().orElseThrow())
                .contains("toy " + FILE, "HTTP 503")
                .doesNotContain("t0ps3cret");
        assertThat(server.requests()).hasSize(2);
        assertThat(journal()).isEqualTo("toy failed");
        assertThat(stored()).isEmpty();
    }

    @Test
    void itsSettingsAreThoseOfEverySource() throws Exception {
        assertThat(run(settings("EXDATE_SOURCE_TOY_ENABLED", "false")).reason().orElseThrow())
                .contains("is disabled");
        assertThat(run(settings("TOY_API_KEY", "")).reason().orElseThrow()).contains("is disabled");
        assertThat(server.requests()).isEmpty();
        assertThat(settings("EXDATE_TASK_TOY_TIMEOUT", "7m").taskLimit("TOY")).isEqualTo(Duration.ofMinutes(7));
        assertThat(settings().all()).anySatisfy(setting -> {
            assertThat(setting.name()).isEqualTo("TOY_API_KEY");
            assertThat(setting.value()).hasValue("***");
        });
        assertThatThrownBy(() -> settings("EXDATE_SOURCE_TOY_TIMEOUT", "soon"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("EXDATE_SOURCE_TOY_TIMEOUT");
        assertThatThrownBy(() -> settings("EXDATE_SOURCE_YAHOO_TIMEOUT", "3s"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("the nearest one is EXDATE_SOURCE_TOY_TIMEOUT");
    }
}
