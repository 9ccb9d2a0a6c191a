package dev.exdate.database;

import java.sql.Connection;
import java.sql.SQLException;

/** The database as one run may write it: no transaction goes through once another run has taken over. */
public final class FencedDatabase implements Database {
    private final Database database;
    private final WriteFence right;

    public FencedDatabase(Database database, WriteFence right) {
        this.database = database;
        this.right = right;
    }

    @Override
    public Connection connection() throws SQLException {
        return database.connection();
    }

    @Override
    public <T> T reading(Work<T> work) throws SQLException {
        return database.reading(work);
    }

    @Override
    public <T> T once(Work<T> work) throws SQLException {
        return database.once(work);
    }

    @Override
    public <T> T inTransaction(Work<T> work) throws SQLException {
        return database.inTransaction(handle -> {
            right.require(handle);
            return work.run(handle);
        });
    }
}
