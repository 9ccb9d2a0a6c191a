package dev.exdate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.report.RunStatus;
import dev.exdate.run.listener.RunListener;
import dev.exdate.run.listener.RunningTask;
import dev.exdate.run.plan.Phase;
import dev.exdate.run.plan.PhaseRun;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunResult;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.yieldmax.YieldMaxSource;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What listeners are told of a run, and in which order; tasks run one after another here, so that there is one. */
class RunListenerTest {
    private static final RunPlan SERIAL = RunScene.plan(true, Map.of(), true, false);

    @TempDir
    Path folder;

    private RunScene scene;
    private final RecordingListener told = new RecordingListener();

    @BeforeEach
    void open() {
        scene = new RunScene(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    /** A phase of tasks of which each starts and ends, those named here in another way than well. */
    private static List<String> phase(Phase phase, String... otherwise) {
        List<String> events = new ArrayList<>(
                List.of("> " + phase.id() + " of " + phase.tasks().size()));
        for (TaskName task : phase.tasks()) {
            String end = task.id() + " succeeded";
            for (String other : otherwise) {
                end = other.startsWith(task.id() + " ") ? other : end;
            }
            events.addAll(List.of("> " + task.id(), "< " + end));
        }
        events.add("< " + phase.id());
        return events;
    }

    /** A phase of which no task starts. */
    private static List<String> notRun(Phase phase, String state) {
        List<String> events = new ArrayList<>();
        phase.tasks().forEach(task -> events.add("< " + task.id() + " " + state));
        events.add("< " + phase.id() + " not run");
        return events;
    }

    @SafeVarargs
    private static List<String> run(String end, List<String>... phases) {
        List<String> events = new ArrayList<>(List.of("> run"));
        List.of(phases).forEach(events::addAll);
        events.add("< run " + end);
        return events;
    }

    @Test
    void whenAllGoesWellEveryPhaseAndTaskStartsAndEnds() throws Exception {
        scene.run(SERIAL, told);
        assertThat(told.events())
                .isEqualTo(run(
                        "succeeded",
                        phase(Phase.STEP_1),
                        phase(Phase.PHASE_1),
                        phase(Phase.STEP_2),
                        phase(Phase.PHASE_2)));
    }

    @Test
    void aFailedScraperEndsAsFailedAndTheRestGoesOn() throws Exception {
        scene.fails(CboeSource.SCRAPER);
        scene.run(SERIAL, told);
        assertThat(told.events())
                .isEqualTo(run(
                        "succeeded",
                        phase(Phase.STEP_1),
                        phase(Phase.PHASE_1, "cboe failed"),
                        phase(Phase.STEP_2),
                        phase(Phase.PHASE_2)));
    }

    @Test
    void afterAFailedUpdatePhase2EndsWithoutStarting() throws Exception {
        scene.fails(TaskName.UPDATE);
        scene.run(SERIAL, told);
        assertThat(told.events())
                .isEqualTo(run(
                        "failed",
                        phase(Phase.STEP_1),
                        phase(Phase.PHASE_1),
                        phase(Phase.STEP_2, "update failed"),
                        notRun(Phase.PHASE_2, "skipped")));
    }

    @Test
    void aCancelledRunStartsNothingMore() throws Exception {
        scene.isCancelledIn(CboeSource.SCRAPER);
        scene.run(SERIAL, told);
        assertThat(told.events())
                .isEqualTo(run(
                        "cancelled",
                        phase(Phase.STEP_1),
                        List.of(
                                "> phase-1 of 5",
                                "> yieldmax",
                                "< yieldmax succeeded",
                                "> cboe",
                                "< cboe cancelled",
                                "< nasdaq cancelled",
                                "< nyse cancelled",
                                "< snowball cancelled",
                                "< phase-1"),
                        notRun(Phase.STEP_2, "cancelled"),
                        notRun(Phase.PHASE_2, "cancelled")));
    }

    @Test
    void aResumedRunTellsOnlyOfWhatIsLeft() throws Exception {
        Map<TaskName, TaskRun> done = RunTasks.map();
        for (TaskName task : List.of(TaskName.DISCOVERY, TaskName.CLASSIFY_ETFS, YieldMaxSource.SCRAPER)) {
            done.put(task, new TaskRun(task, RunScene.NOW, Duration.ZERO, new TaskOutcome.Succeeded(Tally.NONE)));
        }
        RunResult result = scene.run(SERIAL.behind(done, Map.of()), told);
        assertThat(told.events())
                .isEqualTo(run(
                        "succeeded",
                        List.of("< step-1 not run"),
                        List.of(
                                "> phase-1 of 4",
                                "> cboe",
                                "< cboe succeeded",
                                "> nasdaq",
                                "< nasdaq succeeded",
                                "> nyse",
                                "< nyse succeeded",
                                "> snowball",
                                "< snowball succeeded",
                                "< phase-1"),
                        phase(Phase.STEP_2),
                        phase(Phase.PHASE_2)));
        assertThat(result.tasks()).hasSize(12);
    }

    @Test
    void aListenerThatFailsCostsNeitherRunNorOthers() throws Exception {
        RunResult result = scene.run(SERIAL, new FailingListener(), told);
        assertThat(result.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(told.events())
                .isEqualTo(run(
                        "succeeded",
                        phase(Phase.STEP_1),
                        phase(Phase.PHASE_1),
                        phase(Phase.STEP_2),
                        phase(Phase.PHASE_2)));
        assertThat(scene.log()).contains("⚠️  A part of the log or report is missing: cboe");
    }

    private static final class FailingListener implements RunListener {
        @Override
        public void runStarted() {
            throw new IllegalStateException("run");
        }

        @Override
        public void phaseStarted(Phase phase, List<TaskName> due) {
            throw new IllegalStateException(phase.id());
        }

        @Override
        public void taskStarted(RunningTask task) {
            throw new IllegalStateException(task.name().id());
        }

        @Override
        public void taskEnded(TaskRun task) {
            throw new IllegalStateException(task.name().id());
        }

        @Override
        public void phaseEnded(PhaseRun phase) {
            throw new IllegalStateException(phase.phase().id());
        }

        @Override
        public void runEnded(RunResult result) {
            throw new AssertionError("end");
        }
    }
}
