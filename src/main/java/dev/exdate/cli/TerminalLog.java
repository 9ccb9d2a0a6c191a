package dev.exdate.cli;

import dev.exdate.settings.Redaction;
import dev.exdate.task.TaskLog;
import java.io.PrintWriter;

/** A log for work that is not a task; it prints to the terminal only. */
record TerminalLog(PrintWriter out, Redaction redaction) implements TaskLog {
    @Override
    public void line(String text) {
        out.println(redaction.apply(text));
        out.flush();
    }

    @Override
    public void error(String text, Throwable cause) {
        line(text);
    }
}
