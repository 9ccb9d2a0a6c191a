package dev.exdate.task;

/** Where a running task says what it does: its own log file, merged into the run's log when it ends. Thread-safe. */
public interface TaskLog {
    /** One line; a time stamp is put before it. Never contains a secret. */
    void line(String text);

    /** One line, and the stack trace below it. */
    void error(String text, Throwable cause);
}
