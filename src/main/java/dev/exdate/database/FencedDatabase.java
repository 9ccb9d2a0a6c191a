package dev.exdate.database;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import java.sql.Connection;
import java.sql.SQLException;

/** The database as one run may write it: no transaction commits once another run has taken over. */
@Dependent
@Typed(Database.class)
public final class FencedDatabase implements Database {
    private final PooledDatabase database;
    private final RunFence fence;

    public FencedDatabase(PooledDatabase database, RunFence fence) {
        this.database = database;
        this.fence = fence;
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
            fence.require(handle);
            return work.run(handle);
        });
    }
}
