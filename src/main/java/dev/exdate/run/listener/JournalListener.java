package dev.exdate.run.listener;

import dev.exdate.run.journal.RunJournal;
import dev.exdate.run.journal.TaskNotes;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.task.TaskName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Keeps the run's tasks in the journal. A failure of the journal never stops a run. */
public final class JournalListener implements RunListener {
    private final RunJournal journal;
    private final UUID run;
    private final Consumer<String> log;
    private final Map<TaskName, RunningTask> running = new ConcurrentHashMap<>();

    /** @param log gets a line about what could not be written to the journal */
    public JournalListener(RunJournal journal, UUID run, Consumer<String> log) {
        this.journal = journal;
        this.run = run;
        this.log = log;
    }

    @Override
    public void taskStarted(RunningTask task) {
        try {
            task.notes().watch(journal.taskStarted(run, task.name()));
        } catch (SQLException e) {
            noEntry(task.name(), e);
        }
        running.put(task.name(), task);
    }

    @Override
    public void taskEnded(TaskRun task) {
        RunningTask ended = running.remove(task.name());
        try {
            journal.taskEnded(
                    run,
                    task,
                    ended == null ? TaskNotes.Pending.NONE : ended.notes().pending());
        } catch (SQLException e) {
            noEntry(task.name(), e);
        }
    }

    private void noEntry(TaskName task, SQLException trouble) {
        log.accept("⚠️  The journal has no entry for " + task.id() + ": " + trouble.getMessage());
    }

    /** Whether the journal should be updated before the next heartbeat. */
    public boolean urgent() {
        return running.values().stream().anyMatch(task -> task.notes().urgent());
    }

    /** Writes a heartbeat with the progress of the running tasks. */
    public void beat() throws SQLException {
        List<RunJournal.Progress> progress = new ArrayList<>();
        running.forEach((name, task) ->
                progress.add(new RunJournal.Progress(name, task.notes().pending(), task.lastLine())));
        journal.beat(run, progress);
        for (RunJournal.Progress told : progress) {
            RunningTask task = running.get(told.task());
            if (task != null) {
                task.notes().kept(told.pending());
            }
        }
    }
}
