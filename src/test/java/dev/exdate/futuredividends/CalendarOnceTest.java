package dev.exdate.futuredividends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.scraper.nasdaq.NasdaqTask;
import dev.exdate.source.nasdaq.CalendarDays;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import dev.exdate.web.HttpWeb;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The two tasks that need NASDAQ's calendar ask for each of its days once in a run. */
class CalendarOnceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Pattern DATE = Pattern.compile("calendar/dividends\\?date=(\\d{4}-\\d\\d-\\d\\d)");

    private final TestDatabase database = TestDatabase.fresh();
    private final CalendarDays days = new CalendarDays();
    private final Instant now = DAY.atTime(23, 0).toInstant(ZoneOffset.UTC);
    private Sandbox sandbox;

    @BeforeEach
    void open() throws Exception {
        sandbox = Sandbox.start(new SandboxOptions(0, 40, 1, Duration.ZERO, "", Optional.empty(), DAY));
    }

    @AfterEach
    void close() {
        sandbox.close();
        database.close();
    }

    @Test
    void eachDayIsAskedForOnceInARun() throws Exception {
        UUID run = UUID.randomUUID();
        run(run, true, true);
        assertThat(asked()).doesNotHaveDuplicates().hasSize(10 + 91);
        String ahead = database.value("SELECT count(*) FROM raw_future_dividends WHERE source = 'Nasdaq'");
        assertThat(Integer.parseInt(ahead)).isPositive();
        // Asked anew, the calendar says the same.
        run(UUID.randomUUID(), false, true);
        assertThat(database.value("SELECT count(*) FROM raw_future_dividends WHERE source = 'Nasdaq'"))
                .isEqualTo(ahead);
        assertThat(asked()).hasSize(10 + 91 + 91);
    }

    @Test
    void anotherRunsDaysAreNotUsed() throws Exception {
        run(UUID.randomUUID(), true, false);
        run(UUID.randomUUID(), false, true);
        assertThat(asked()).hasSize(10 + 61 + 91);
    }

    private void run(UUID run, boolean scraped, boolean future) throws Exception {
        try (HttpWeb web = TestWeb.at(sandbox.address())) {
            if (scraped) {
                succeeds(new NasdaqTask(web, database, new CopyBulkWriter(), days), run);
            }
            if (future) {
                DividendCalendar calendar = new NasdaqCalendar(new NasdaqClient(web.source(NasdaqSource.ID)), days);
                succeeds(
                        new FutureDividendsTask(
                                List.of(calendar), database, new CopyBulkWriter(), Clock.fixed(now, ZoneOffset.UTC)),
                        run);
            }
        }
    }

    private void succeeds(Task task, UUID run) throws Exception {
        TaskContext context = new TaskContext(run, now, TaskOptions.ofTheRun(DAY), Set.of(), new RecordingLog());
        assertThat(task.run(context)).isInstanceOf(TaskOutcome.Succeeded.class);
    }

    private List<String> asked() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.address() + "/requests"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            String log =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return DATE.matcher(log).results().map(result -> result.group(1)).toList();
        }
    }
}
