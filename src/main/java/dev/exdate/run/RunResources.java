package dev.exdate.run;

import dev.exdate.database.RunLock;
import dev.exdate.run.log.TaskLogs;

/**
 * What a run has in its hands while it works.
 *
 * @param lock held, so that no other run works
 * @param shutdown by which it can be stopped
 */
public record RunResources(Session session, RunLock lock, Shutdown shutdown, TaskLogs logs) {}
