package dev.exdate.task;

import java.util.List;

/** A running task's log: its own file, merged into the run's log when the task ends. Thread-safe. */
public interface TaskLog {
    /** One line, with a time stamp. It must not contain a secret. */
    void line(String text);

    /** Lines that belong together, said at once. */
    default void lines(List<String> texts) {
        texts.forEach(this::line);
    }

    /** One line, with the stack trace below. */
    void error(String text, Throwable cause);
}
