package dev.exdate.database.bulk;

import dev.exdate.database.Handle;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The bulk writer over PostgreSQL's COPY. Stateless. */
@Dependent
public final class CopyBulkWriter implements BulkWriter {
    /** Rows that are de-duplicated and sent together; bounds the memory of a write of any size. */
    private static final int CHUNK = 20_000;

    private static final int BUFFER = 64 * 1024;

    @Override
    public <R> Written write(Handle handle, Table<R> table, Iterable<R> rows) throws SQLException {
        Written written = Written.NOTHING;
        Iterator<R> all = rows.iterator();
        while (all.hasNext()) {
            written = written.plus(chunk(handle.connection(), table, all));
        }
        return written;
    }

    private static <R> Written chunk(Connection connection, Table<R> table, Iterator<R> rows) throws SQLException {
        Map<List<Object>, R> byKey = new LinkedHashMap<>();
        long repeated = 0;
        int taken = 0;
        List<Column<R>> keys = keyColumns(table);
        while (rows.hasNext() && taken < CHUNK) {
            R row = rows.next();
            taken++;
            List<Object> key = key(keys, row);
            R earlier = byKey.get(key);
            if (earlier == null) {
                byKey.put(key, row);
            } else {
                byKey.put(key, table.duplicates().settle(earlier, row));
                repeated++;
            }
        }
        UpsertSql sql = UpsertSql.of(table);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.createStage());
            copy(connection, sql.copy(), table, byKey.values());
            Written written;
            try (ResultSet counts = statement.executeQuery(sql.upsert())) {
                counts.next();
                long added = counts.getLong("added");
                long changed = counts.getLong("changed");
                written = new Written(added, changed, byKey.size() - added - changed, repeated);
            }
            statement.execute(sql.dropStage());
            return written;
        }
    }

    private static <R> List<Column<R>> keyColumns(Table<R> table) {
        Map<String, Column<R>> byName =
                table.columns().stream().collect(Collectors.toMap(Column::name, column -> column));
        return table.key().stream()
                .map(name -> {
                    Column<R> column = byName.get(name);
                    if (column == null) {
                        throw new IllegalArgumentException(
                                "the key column " + name + " of " + table.name() + " is not written");
                    }
                    return column;
                })
                .toList();
    }

    /** Numbers by value, so that 1.0 and 1.00 are one key as they are for the database. */
    private static <R> List<Object> key(List<Column<R>> columns, R row) {
        List<Object> key = new ArrayList<>(columns.size());
        for (Column<R> column : columns) {
            Object value = column.value().apply(row);
            key.add(value instanceof java.math.BigDecimal number ? number.stripTrailingZeros() : value);
        }
        return key;
    }

    private static <R> void copy(Connection connection, String sql, Table<R> table, Iterable<R> rows)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            StringBuilder buffer = new StringBuilder(BUFFER + 4096);
            CopyText text = new CopyText(buffer);
            for (R row : rows) {
                text.row(table.columns(), row);
                if (buffer.length() >= BUFFER) {
                    send(copy, buffer);
                }
            }
            send(copy, buffer);
            copy.endCopy();
        } catch (IOException e) {
            SQLException failure = new SQLException("COPY into " + table.name() + " failed: " + e.getMessage(), e);
            giveUp(copy, failure);
            throw failure;
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

    private static void send(CopyIn copy, StringBuilder buffer) throws SQLException, IOException {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        buffer.setLength(0);
    }
}
