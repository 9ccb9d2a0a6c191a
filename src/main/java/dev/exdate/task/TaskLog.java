package dev.exdate.task;

/** A running task's log: its own file, merged into the run's log when the task ends. Thread-safe. */
public interface TaskLog {
    /** One line, with a time stamp. It must not contain a secret. */
    void line(String text);

    /** One line, with the stack trace below. */
    void error(String text, Throwable cause);
}
