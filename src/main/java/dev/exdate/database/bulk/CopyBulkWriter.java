package dev.exdate.database.bulk;

import dev.exdate.database.Handle;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The bulk writer over PostgreSQL's COPY. Stateless. */
@Dependent
public final class CopyBulkWriter implements BulkWriter {
    /** Rows that are de-duplicated and sent together; bounds the memory of a write of any size. */
    private static final int CHUNK = 20_000;

    @Override
    public <R> Written write(Handle handle, Table<R> table, Iterable<R> rows) throws SQLException {
        Written written = Written.NOTHING;
        Iterator<R> all = rows.iterator();
        while (all.hasNext()) {
            Map<List<Object>, R> byKey = new LinkedHashMap<>();
            long taken = take(table, all, byKey);
            Written now = staged(handle.connection(), table.shape(), encoding(table, byKey.values()));
            written = written.plus(now).plus(new Written(0, 0, 0, taken - byKey.size()));
        }
        return written;
    }

    @Override
    public Written write(Handle handle, TableShape table, Rows rows, boolean fresh) throws SQLException {
        if (fresh) {
            Written direct = new DirectCopy(handle.connection(), table).write(rows);
            if (direct != null) {
                return direct;
            }
        }
        return staged(handle.connection(), table, rows);
    }

    private static <R> Rows encoding(Table<R> table, Collection<R> rows) {
        return out -> {
            BinaryValue values = new BinaryValue(out);
            for (R row : rows) {
                values.row(table.columns(), row);
            }
            return rows.size();
        };
    }

    /** How many were taken; of those with the same key, one is left. */
    private static <R> long take(Table<R> table, Iterator<R> rows, Map<List<Object>, R> byKey) {
        List<Column<R>> keys = keyColumns(table);
        long taken = 0;
        while (rows.hasNext() && taken < CHUNK) {
            R row = rows.next();
            taken++;
            byKey.merge(key(keys, row), row, table.duplicates()::settle);
        }
        return taken;
    }

    private static Written staged(Connection connection, TableShape table, Rows rows) throws SQLException {
        UpsertSql sql = UpsertSql.of(table);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.createStage());
            long sent = BinaryCopy.run(connection, sql.copy(), rows);
            Written written;
            try (ResultSet counts = statement.executeQuery(sql.upsert())) {
                counts.next();
                long added = counts.getLong("added");
                long changed = counts.getLong("changed");
                written = new Written(added, changed, sent - added - changed, 0);
            }
            statement.execute(sql.dropStage());
            return written;
        }
    }

    private static <R> List<Column<R>> keyColumns(Table<R> table) {
        Map<String, Column<R>> byName =
                table.columns().stream().collect(Collectors.toMap(Column::name, Function.identity()));
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
}
