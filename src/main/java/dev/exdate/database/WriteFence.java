package dev.exdate.database;

import java.sql.SQLException;
import java.util.UUID;

/**
 * This process's right to write, in {@code exdate.writer}. Each transaction checks it, so it holds even if the lock's
 * session is lost. A process that starts later takes it over.
 */
public final class WriteFence {
    private final UUID sign = UUID.randomUUID();

    /** Waits for open transactions of the previous holder. */
    public void take(Handle handle, UUID run) throws SQLException {
        handle.sql("UPDATE exdate.writer SET run_id = :run, sign = :sign, taken_at = clock_timestamp()")
                .bind("run", run)
                .bind("sign", sign)
                .execute();
    }

    /**
     * Holds for the rest of the transaction.
     *
     * @throws LockLost if another process has taken it over
     */
    public void require(Handle handle) throws SQLException {
        boolean mine = handle.sql("SELECT true FROM exdate.writer WHERE sign = :sign FOR SHARE")
                .bind("sign", sign)
                .first(row -> row.getBoolean(1))
                .isPresent();
        if (!mine) {
            throw new LockLost("another run has taken over; this run writes nothing more");
        }
    }
}
