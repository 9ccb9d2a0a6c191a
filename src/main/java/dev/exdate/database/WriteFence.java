package dev.exdate.database;

import java.sql.SQLException;
import java.util.UUID;

/**
 * The right of this process to write, in {@code exdate.writer}: proved within each transaction, so that it holds whatever
 * has become of the lock's session. One that starts later takes it away.
 */
public final class WriteFence {
    private final UUID sign = UUID.randomUUID();

    /** Waits for transactions of the one that had it. */
    public void take(Handle handle, UUID run) throws SQLException {
        handle.sql("UPDATE exdate.writer SET run_id = :run, sign = :sign, taken_at = clock_timestamp()")
                .bind("run", run)
                .bind("sign", sign)
                .execute();
    }

    /**
     * For the rest of the transaction.
     *
     * @throws LockLost when another process has taken it
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
