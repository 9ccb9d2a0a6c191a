package dev.exdate.run;

import dev.exdate.database.RunLock;
import dev.exdate.run.log.TaskLogs;

/**
 * The resources of an active run.
 *
 * @param lock held, so that no other run works
 * @param shutdown by which it can be stopped
 * @param freshness what sources said earlier in the evening
 */
public record RunResources(Session session, RunLock lock, Shutdown shutdown, TaskLogs logs, Freshness freshness) {}
