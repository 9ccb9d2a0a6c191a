package dev.exdate.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement and the values of its parameters. Instants, days, numbers and ids are bound as they are. */
public final class Sql {
    private final Connection connection;
    private final NamedSql named;
    private final Map<String, @Nullable Object> values = new HashMap<>();

    Sql(Connection connection, NamedSql named) {
        this.connection = connection;
        this.named = named;
    }

    /** Reads one row; the driver's own row, not moved. */
    @FunctionalInterface
    public interface Mapper<T> {
        @Nullable T map(ResultSet row) throws SQLException;
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private record Elements(String type, Object[] values) {}

    /** The value of all parameters of this name. */
    public Sql bind(String name, @Nullable Object value) {
        if (!named.names().contains(name)) {
            throw new IllegalArgumentException("the statement has no parameter :" + name);
        }
        values.put(name, value);
        return this;
    }

    /** @param type of the elements, as PostgreSQL calls it: {@code text}, {@code date} */
    public Sql bindArray(String name, String type, Collection<? extends @Nullable Object> elements) {
        return bind(name, new Elements(type, elements.toArray()));
    }

    /** Rows changed; 0 for a statement that changes none. */
    public int execute() throws SQLException {
        try (PreparedStatement statement = prepared()) {
            return statement.execute() ? 0 : statement.getUpdateCount();
        }
    }

    /** Gives each row to the reader. */
    public void each(Reader reader) throws SQLException {
        try (PreparedStatement statement = prepared();
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    public <T> List<T> list(Mapper<? extends T> mapper) throws SQLException {
        List<T> rows = new ArrayList<>();
        each(row -> rows.add(mapper.map(row)));
        return rows;
    }

    /** Of rows with the same key the last one counts. */
    public <K, V> Map<K, V> map(Mapper<? extends K> key, Mapper<? extends V> value) throws SQLException {
        Map<K, V> rows = new LinkedHashMap<>();
        each(row -> rows.put(key.map(row), value.map(row)));
        return rows;
    }

    /** The first row; empty when there is none, or when what it says is null. */
    public <T> Optional<T> first(Mapper<? extends T> mapper) throws SQLException {
        try (PreparedStatement statement = prepared();
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.ofNullable(mapper.map(row)) : Optional.empty();
        }
    }

    /** The row of a statement that always has one. */
    public <T> T one(Mapper<? extends T> mapper) throws SQLException {
        return this.<T>first(mapper).orElseThrow(() -> new SQLException("no row from: " + named.text()));
    }

    private PreparedStatement prepared() throws SQLException {
        PreparedStatement statement = connection.prepareStatement(named.text());
        try {
            bindTo(statement);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    void bindTo(PreparedStatement statement) throws SQLException {
        int position = 1;
        for (String name : named.names()) {
            Object value = values.get(name);
            if (value == null && !values.containsKey(name)) {
                throw new IllegalStateException("the parameter :" + name + " is not bound");
            }
            switch (value) {
                case Instant instant -> statement.setTimestamp(position, Timestamp.from(instant));
                case Elements(String type, Object[] elements) ->
                    statement.setArray(position, connection.createArrayOf(type, elements));
                case null, default -> statement.setObject(position, value);
            }
            position++;
        }
    }
}
