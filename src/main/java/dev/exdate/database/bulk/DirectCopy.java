package dev.exdate.database.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** COPY straight into a table that has none of the keys. */
record DirectCopy(Connection connection, TableShape table) {
    /** What was written; null if nothing was, because the table has other types, or one of the keys after all. */
    @Nullable Written write(BulkWriter.Rows rows) throws SQLException {
        if (!hasTheseTypes()) {
            return null;
        }
        Savepoint before = connection.setSavepoint();
        try {
            long sent = BinaryCopy.run(connection, UpsertSql.copyInto(table), rows);
            connection.releaseSavepoint(before);
            return new Written(sent, 0, 0, 0);
        } catch (SQLException e) {
            connection.rollback(before);
            return null;
        }
    }

    /** The binary form has no conversions: a table from elsewhere may hold its numbers in another type. */
    private boolean hasTheseTypes() throws SQLException {
        String sql = """
                SELECT count(*) = cardinality(?::text[])
                FROM unnest(?::text[], ?::text[]) AS wanted (name, type)
                JOIN pg_attribute a ON a.attrelid = to_regclass(?) AND a.attname = wanted.name AND NOT a.attisdropped
                WHERE a.atttypid = wanted.type::regtype
                   OR wanted.type = 'text' AND a.atttypid = 'character varying'::regtype
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            java.sql.Array names =
                    connection.createArrayOf("text", table.names().toArray());
            statement.setArray(1, names);
            statement.setArray(2, names);
            statement.setArray(3, connection.createArrayOf("text", table.types().toArray()));
            statement.setString(4, table.name());
            try (ResultSet same = statement.executeQuery()) {
                return same.next() && same.getBoolean(1);
            }
        }
    }
}
