package dev.exdate.run.log;

import dev.exdate.market.EasternTime;
import dev.exdate.settings.Redaction;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskName;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task's own log, {@code yieldmax_YYYYMMDD.log}; without a log folder its lines go to the run's log with its name. */
public final class TaskLogFile implements TaskLog, AutoCloseable {
    private final TaskName task;
    private final LogFile file;
    private final RunLog run;
    private final Clock clock;
    private final Redaction redaction;
    private final @Nullable PrintWriter terminal;
    private volatile String lastLine = "Running...";

    /** @param terminal where a task that runs by itself also prints its lines */
    TaskLogFile(
            TaskName task, LogFile file, RunLog run, Clock clock, Redaction redaction, @Nullable PrintWriter terminal) {
        this.task = task;
        this.file = file;
        this.run = run;
        this.clock = clock;
        this.redaction = redaction;
        this.terminal = terminal;
    }

    @Override
    public void line(String text) {
        write(text, text);
    }

    /** The terminal shows only the line; the log also has what follows. */
    private void write(String text, String whole) {
        lastLine = redacted(text);
        if (terminal != null) {
            terminal.println(lastLine);
            terminal.flush();
        }
        String stamp = stamp();
        keep(List.of(stamp + redaction.apply(whole)), List.of(stamp + lastLine));
    }

    /** Thousands of symbols' lines cost one stamp and one write together. */
    @Override
    public void lines(List<String> texts) {
        if (terminal != null || texts.isEmpty()) {
            TaskLog.super.lines(texts);
            return;
        }
        lastLine = redacted(texts.getLast());
        String stamp = stamp();
        List<String> stamped =
                texts.stream().map(text -> stamp + redaction.apply(text)).toList();
        keep(stamped, stamped);
    }

    private String stamp() {
        return EasternTime.STAMP.format(clock.instant()) + " - ";
    }

    /** @param shown what the run shows of it if the file cannot be written */
    private void keep(List<String> stamped, List<String> shown) {
        if (!file.line(String.join("\n", stamped))) {
            file.trouble().ifPresent(run::stamped);
            shown.forEach(line -> run.plain("[" + task.id() + "] " + line));
        }
    }

    @Override
    public void error(String text, Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        write(text, text + System.lineSeparator() + trace.toString().stripTrailing());
    }

    /** Without secrets: fit for the journal. */
    public String redacted(String text) {
        return redaction.apply(text);
    }

    /** For the progress lines. */
    public String lastLine() {
        return lastLine;
    }

    boolean kept() {
        return file.kept();
    }

    void copyTo(LogFile target) {
        file.copyTo(target);
    }

    @Override
    public void close() {
        file.close();
    }
}
