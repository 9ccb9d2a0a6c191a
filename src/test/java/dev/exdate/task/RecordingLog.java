package dev.exdate.task;

import dev.exdate.guard.Overrides;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a task says. */
public final class RecordingLog implements TaskLog {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void line(String text) {
        lines.add(text);
    }

    @Override
    public void error(String text, Throwable cause) {
        lines.add(text);
    }

    public List<String> lines() {
        return lines;
    }

    public String text() {
        return String.join("\n", lines);
    }

    /** A context of a run that lets in what a person accepts, and writes here. */
    public TaskContext context(Instant startedAt, LocalDate marketDay, Overrides accepted) {
        return new TaskContext(
                UUID.randomUUID(), startedAt, TaskOptions.ofTheRun(marketDay).accepting(accepted), Set.of(), this);
    }

    /** A context of a run that asks for this, which writes here. */
    public TaskContext context(TaskOptions options) {
        return new TaskContext(UUID.randomUUID(), Instant.EPOCH, options, Set.of(), this);
    }

    /** A context of a run for that day, which writes here. */
    public TaskContext context(LocalDate marketDay, TaskName... ended) {
        return new TaskContext(UUID.randomUUID(), Instant.EPOCH, TaskOptions.ofTheRun(marketDay), Set.of(ended), this);
    }
}
