package dev.exdate.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.HotSpotDiagnosticMXBean;
import dev.exdate.database.TestDatabase;
import dev.exdate.format.Answer;
import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.journal.RunStart;
import dev.exdate.run.listener.RunListener;
import dev.exdate.run.log.LogFolder;
import dev.exdate.run.log.RunLog;
import dev.exdate.run.log.TaskLogs;
import dev.exdate.run.plan.Cancellation;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunScope;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.settings.Redaction;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.ParallelFetch;
import dev.exdate.web.Request;
import dev.exdate.web.TestWeb;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A task past its limit has failed, and no thread of it goes on, whatever it waited for. */
@Timeout(300)
class TaskLimitTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final String MARK = TaskLimitTest.class.getName();

    @TempDir
    Path folder;

    private TestDatabase database;

    /** What a task does in a test. */
    private interface Body {
        void run() throws Exception;
    }

    private record TestTask(Body body) implements Task {
        @Override
        public TaskName name() {
            return CboeSource.SCRAPER;
        }

        @Override
        public TaskOutcome run(TaskContext context) throws Exception {
            body.run();
            return new TaskOutcome.Succeeded(Tally.NONE);
        }
    }

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void isEndedAtItsLimit(Body body) throws Exception {
        Clock clock = Clock.systemUTC();
        RunPlan plan = new RunPlan(DAY, false, Map.of(), false, false, Map.of(CboeSource.SCRAPER, LIMIT));
        LogFolder logs = new LogFolder(Optional.of(folder), clock, Redaction.UNKNOWN);
        RunJournal journal = new RunJournal(database, clock);
        UUID id = UUID.randomUUID();
        RunStart.Versions versions = new RunStart.Versions("test", "15");
        journal.runStarts(
                new RunStart(id, "run", DAY, Instant.now(), false, "{}", versions, "host"),
                List.of(CboeSource.SCRAPER),
                plan);
        try (RunLog log = logs.openRunLog(new PrintWriter(PrintWriter.nullWriter()))) {
            RunScope scope = new RunScope(id, Instant.now(), plan, new Cancellation(), clock);
            TaskRunner runner = new TaskRunner(
                    scope,
                    Map.of(CboeSource.SCRAPER, new TestTask(body)),
                    new TaskLogs(logs, log, null),
                    new RunListener() {});
            List<TaskRun> ended = runner.runAlone(List.of(CboeSource.SCRAPER));
            assertThat(ended).singleElement().satisfies(run -> {
                assertThat(run.failed()).isTrue();
                assertThat(run.reason().orElseThrow()).contains("0.2s", "EXDATE_TASK_CBOE_TIMEOUT");
            });
        }
        assertThat(threadsAtWork()).isEmpty();
    }

    /** Names and lines of all virtual threads that are in this test's tasks. */
    private Set<String> threadsAtWork() throws Exception {
        Path dump = folder.resolve("threads-" + UUID.randomUUID() + ".json").toAbsolutePath();
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.JSON);
        Set<String> found = new TreeSet<>();
        JsonNode containers = new ObjectMapper()
                .readTree(Files.readAllBytes(dump))
                .path("threadDump")
                .path("threadContainers");
        for (JsonNode container : containers) {
            for (JsonNode thread : container.path("threads")) {
                boolean ours = IntStream.range(0, thread.path("stack").size())
                        .anyMatch(i -> thread.path("stack").get(i).asText().contains(MARK));
                boolean self = thread.path("tid")
                        .asText()
                        .equals(Long.toString(Thread.currentThread().threadId()));
                if (ours && !self) {
                    found.add(thread.path("name").asText() + " " + thread.path("stack"));
                }
            }
        }
        return found;
    }

    @Test
    void aSourceThatNeverAnswers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HttpWeb web = TestWeb.at(URI.create("http://127.0.0.1:" + silent.getLocalPort()))) {
            isEndedAtItsLimit(() -> web.source(CboeSource.ID).fetch(Request.of("/"), payload -> {
                throw new IllegalStateException();
            }));
        }
    }

    @Test
    void manyQuestionsSideBySide() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HttpWeb web = TestWeb.at(URI.create("http://127.0.0.1:" + silent.getLocalPort()))) {
            isEndedAtItsLimit(() -> ParallelFetch.<Integer, Answer<String>, RuntimeException>askAll(
                    IntStream.range(0, 100).boxed().toList(),
                    number -> web.source(CboeSource.ID)
                            .fetch(Request.of("/" + number), payload -> Answer.rowsOrNothing(List.of())),
                    answers -> {}));
        }
    }

    @Test
    void aTableThatSomebodyHasLocked() throws Exception {
        try (Connection other = database.connection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE raw_stocks IN ACCESS EXCLUSIVE MODE");
            isEndedAtItsLimit(() -> database.reading(
                    handle -> handle.sql("SELECT count(*) FROM raw_stocks").one(row -> row.getLong(1))));
            other.rollback();
        }
    }

    @Test
    void aChildThatDoesNotEnd() throws Exception {
        isEndedAtItsLimit(() -> {
            Process child = new ProcessBuilder("sleep", "600").start();
            try {
                child.waitFor();
            } finally {
                child.destroyForcibly();
            }
        });
    }

    @Test
    void aThreadThatWentOnWouldBeSeen() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Thread goesOn = Thread.ofVirtual().start(() -> {
            begun.countDown();
            LockSupport.park();
        });
        begun.await();
        assertThat(threadsAtWork()).hasSize(1);
        LockSupport.unpark(goesOn);
    }
}
