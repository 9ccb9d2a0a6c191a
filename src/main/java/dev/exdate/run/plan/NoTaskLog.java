package dev.exdate.run.plan;

import dev.exdate.task.TaskLog;

/** For contexts that are read, not run. */
enum NoTaskLog implements TaskLog {
    INSTANCE;

    @Override
    public void line(String text) {}

    @Override
    public void error(String text, Throwable cause) {}
}
