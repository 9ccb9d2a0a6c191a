package dev.exdate.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.StoredAnswers;
import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.scraper.cboe.CboeTask;
import dev.exdate.scraper.nasdaq.NasdaqTask;
import dev.exdate.scraper.snowball.SnowballTask;
import dev.exdate.scraper.yieldmax.YieldMaxTask;
import dev.exdate.source.nasdaq.CalendarDays;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import dev.exdate.testing.TableContents;
import dev.exdate.web.Evening;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.KeptAnswers;
import dev.exdate.web.RetryPolicy;
import dev.exdate.web.TestWeb;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scrapers again on the evening on which they have run. */
class SameEveningTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final TestDatabase database = TestDatabase.fresh();
    private final Clock clock = Clock.fixed(DAY.atTime(23, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private Sandbox sandbox;

    @BeforeEach
    void open() throws Exception {
        sandbox = Sandbox.start(new SandboxOptions(0, 60, 1, Duration.ZERO, "", Optional.empty(), DAY));
    }

    @AfterEach
    void close() {
        sandbox.close();
        database.close();
    }

    @Test
    void lostRowsComeBackWithOneRequestASource() throws Exception {
        List<String> first = run();
        assertThat(first).hasSizeGreaterThan(150);
        Map<String, List<String>> contents = TableContents.data(database);
        assertThat(contents.get("public.raw_yieldmax_dividends")).isNotEmpty();
        database.execute("TRUNCATE raw_dividends_nasdaq, raw_dividends_cboe, raw_dividends_snowball");
        database.execute("DELETE FROM raw_yieldmax_dividends WHERE symbol < 'M'");
        List<String> second = run();
        assertThat(TableContents.data(database)).isEqualTo(contents);
        assertThat(second)
                .as("yieldmax, globenewswire, cboe, nasdaq and snowball")
                .hasSize(5);
    }

    /** @return the requests that it took */
    private List<String> run() throws Exception {
        int before = requests().size();
        KeptAnswers kept = new KeptAnswers(new StoredAnswers(database.pool()), clock);
        kept.begin(new Evening(DAY, DAY), true);
        try (HttpWeb web = new HttpWeb(
                TestWeb.settings(sandbox.address(), Map.of()), (source, limit) -> true, RetryPolicy.USUAL, kept)) {
            CopyBulkWriter writer = new CopyBulkWriter();
            List<Task> tasks = List.of(
                    new YieldMaxTask(web, database, writer),
                    new CboeTask(web, database, writer),
                    new NasdaqTask(web, database, writer, new CalendarDays()),
                    new SnowballTask(web, database, writer, clock));
            for (Task task : tasks) {
                TaskContext context = new TaskContext(
                        UUID.randomUUID(), Instant.now(clock), TaskOptions.ofTheRun(DAY), Set.of(), new RecordingLog());
                assertThat(task.run(context)).isInstanceOf(TaskOutcome.Succeeded.class);
            }
        }
        List<String> all = requests();
        return all.subList(before, all.size());
    }

    private List<String> requests() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.address() + "/requests"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList();
        }
    }
}
