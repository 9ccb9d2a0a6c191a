package dev.exdate.run;

import dev.exdate.report.ClosingFigures;
import dev.exdate.report.RunReports;
import dev.exdate.run.plan.Cancellation;
import dev.exdate.settings.FailureLine;
import dev.exdate.task.TaskContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Limits the wait for reports, and shortens it once the run is cancelled, because someone may hold a lock on a table.
 */
public final class TimedReports implements RunReports {
    private static final Duration USUAL = Duration.ofMinutes(3);
    private static final Duration AT_THE_END = Duration.ofSeconds(2);

    private final RunReports reports;
    private final Cancellation cancellation;

    public TimedReports(RunReports reports, Cancellation cancellation) {
        this.reports = reports;
        this.cancellation = cancellation;
    }

    @Override
    public List<String> beforeState() throws SQLException {
        return read(reports::beforeState);
    }

    @Override
    public List<String> discoveryMetrics(TaskContext context) throws SQLException {
        return read(() -> reports.discoveryMetrics(context));
    }

    @Override
    public List<String> updateMetrics(TaskContext context) throws SQLException {
        return read(() -> reports.updateMetrics(context));
    }

    @Override
    public ClosingFigures closing(TaskContext context) throws SQLException {
        return read(() -> reports.closing(context));
    }

    private <T> T read(Callable<T> reading) throws SQLException {
        CompletableFuture<T> read = new CompletableFuture<>();
        Thread thread = Thread.startVirtualThread(() -> {
            try {
                read.complete(reading.call());
            } catch (Throwable e) {
                read.completeExceptionally(e);
            }
        });
        try {
            CompletableFuture.anyOf(read, cancellation.requestedLater()).get(USUAL.toMillis(), TimeUnit.MILLISECONDS);
            return read.get(AT_THE_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException failure ? failure : new SQLException(FailureLine.of(e), e);
        } catch (TimeoutException e) {
            throw new SQLException("the database did not answer in time; check for locks", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        } finally {
            thread.interrupt();
        }
    }
}
