package dev.exdate.task;

import dev.exdate.market.ExDateWindow;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One task of the daily run. {@code run} blocks on the calling virtual thread, ends soon after an interrupt, and
 * returns what it did ({@link TaskOutcome.Succeeded}) or why it did nothing ({@link TaskOutcome.Skipped}).
 */
public interface Task {
    TaskName name();

    /**
     * The days it would request now. They are fixed when a run is planned, so that data stored before a crash does not
     * move them. Empty for tasks without days.
     */
    default Optional<ExDateWindow.Span> window(TaskOptions options) throws SQLException {
        return Optional.empty();
    }

    /**
     * @throws TaskFailed with the reason; any other exception fails the task as well, with its message as the reason
     */
    TaskOutcome run(TaskContext context) throws Exception;
}
