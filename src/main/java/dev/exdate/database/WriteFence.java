package dev.exdate.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The right of this process to write, in {@code exdate.writer}: proved within each transaction, so that it holds whatever
 * has become of the lock's session. One that starts later takes it away.
 */
public final class WriteFence {
    private final UUID sign = UUID.randomUUID();

    /** Waits for transactions of the one that had it. */
    public void take(Connection connection, UUID run) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE exdate.writer SET run_id = ?, sign = ?, taken_at = clock_timestamp()")) {
            update.setObject(1, run);
            update.setObject(2, sign);
            update.executeUpdate();
        }
    }

    /**
     * For the rest of the transaction.
     *
     * @throws LockLost when another process has taken it
     */
    public void require(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT FROM exdate.writer WHERE sign = ? FOR SHARE")) {
            query.setObject(1, sign);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new LockLost("another run has taken over; this run writes nothing more");
                }
            }
        }
    }
}
