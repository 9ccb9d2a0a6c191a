package dev.exdate.database.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** One COPY in the binary form. */
final class BinaryCopy {
    private BinaryCopy() {}

    /** How many rows were sent. */
    static long run(Connection connection, String sql, BulkWriter.Rows rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            BinaryRows out = new BinaryRows(copy::writeToCopy);
            long sent = rows.encode(out);
            out.end();
            copy.endCopy();
            return sent;
        } catch (SQLException | RuntimeException | Error e) {
            giveUp(copy, e);
            throw e;
        }
    }

    /** The first failure matters more: a broken connection can't cancel the copy either. */
    private static void giveUp(CopyIn copy, Throwable failure) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
