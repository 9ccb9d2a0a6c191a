package dev.exdate.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** What a unit of work has of the database: statements with named parameters, on one connection. */
public final class Handle {
    private final Connection connection;

    public Handle(Connection connection) {
        this.connection = connection;
    }

    /** For what is more than statements: COPY, a snapshot. Whoever gave the handle closes it. */
    public Connection connection() {
        return connection;
    }

    /** A statement whose parameters are written {@code :name}; each must be bound. */
    public Sql sql(String text) {
        return new Sql(connection, NamedSql.parse(text));
    }

    /** A statement without parameters and rows. */
    public int execute(String text) throws SQLException {
        return sql(text).execute();
    }

    /** The same statement for many rows, sent together. */
    public <T> void batch(String text, Collection<T> rows, Binding<T> binding) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        NamedSql named = NamedSql.parse(text);
        try (PreparedStatement statement = connection.prepareStatement(named.text())) {
            for (T row : rows) {
                Sql sql = new Sql(connection, named);
                binding.bind(sql, row);
                sql.bindTo(statement);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Binds what a row says. */
    @FunctionalInterface
    public interface Binding<T> {
        void bind(Sql sql, T row);
    }
}
