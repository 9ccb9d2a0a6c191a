package dev.exdate.run.log;

import dev.exdate.market.EasternTime;
import dev.exdate.settings.Redaction;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The run's own log, {@code daily_update_v3_YYYYMMDD.log}, and the terminal beside it. Shell-style lines carry {@code
 * YYYY-MM-DD HH:MM:SS - } in New York time, report blocks carry nothing. Thread-safe.
 */
public final class RunLog implements AutoCloseable {
    private final PrintWriter terminal;
    private final LogFile file;
    private final Clock clock;
    private final Redaction redaction;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public RunLog(PrintWriter terminal, LogFile file, Clock clock, Redaction redaction) {
        this.terminal = terminal;
        this.file = file;
        this.clock = clock;
        this.redaction = redaction;
    }

    /** A line with its time stamp, to log and terminal. */
    public void stamped(String text) {
        plain(now() + " - " + text);
    }

    /** A line as it is, to log and terminal. */
    public void plain(String text) {
        write(text, true);
    }

    /** A line as it is, to the log; to the terminal only where no log folder is kept. */
    public void logOnly(String text) {
        write(text, false);
    }

    /** Appends what a task wrote into its own log during this run. */
    public void merge(String heading, TaskLogFile task) {
        if (!task.kept()) {
            // Its lines are here already, each with its name.
            return;
        }
        oneAtATime.lock();
        try {
            file.line(heading);
            task.copyTo(file);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** The time in the form of the time stamps. */
    public String now() {
        return EasternTime.STAMP.format(clock.instant());
    }

    /** Where the log is, for people. */
    public String place() {
        return file.place();
    }

    private void write(String text, boolean onTerminal) {
        String shown = redaction.apply(text);
        oneAtATime.lock();
        try {
            boolean kept = file.line(shown);
            file.trouble().ifPresent(trouble -> terminal.println(redaction.apply(trouble)));
            if (onTerminal || !kept) {
                terminal.println(shown);
                terminal.flush();
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
