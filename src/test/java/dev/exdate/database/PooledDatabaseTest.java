package dev.exdate.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PooledDatabaseTest {
    @Test
    void anInterruptedQueryLeavesNoBrokenConnectionToTheNext() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            for (int i = 0; i < 5; i++) {
                CountDownLatch working = new CountDownLatch(1);
                Thread thread = Thread.ofVirtual().start(() -> {
                    try (Connection connection = database.connection();
                            Statement statement = connection.createStatement()) {
                        working.countDown();
                        statement.execute("SELECT pg_sleep(30)");
                    } catch (java.sql.SQLException e) {
                        // What the interrupt does to it.
                    }
                });
                assertThat(working.await(60, TimeUnit.SECONDS)).isTrue();
                thread.interrupt();
                assertThat(thread.join(java.time.Duration.ofSeconds(10))).isTrue();
                assertThat(database.value("SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void aServerThatDropsAllConnectionsIsReachedAgain() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            assertThat(database.value("SELECT 1")).isEqualTo("1");
            try (Connection killer = new Connections(database.address().withDatabase("postgres")).open();
                    Statement statement = killer.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                        + database.address().database() + "'");
            }
            assertThat(database.value("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void whatThrowsInATransactionLeavesNothing() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            database.execute("CREATE TABLE t (n int)");
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> database.inTransaction(handle -> {
                        handle.execute("INSERT INTO t VALUES (1)");
                        throw new IllegalStateException("no");
                    })))
                    .hasMessage("no");
            assertThat(database.value("SELECT count(*) FROM t")).isEqualTo("0");
        }
    }
}
