package dev.exdate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RunLockTest {
    @Test
    void onlyOneHoldsItAndNamesItselfUntilItIsGivenBack() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            database.execute("INSERT INTO exdate.run (id, market_day, started_at, status, version, host, pid)"
                    + " VALUES (gen_random_uuid(), '2031-01-06', now(), 'running', '1', 'elsewhere', 4711)");
            try (RunLock first = RunLock.take(database.address())) {
                assertThatThrownBy(() -> RunLock.take(database.address()))
                        .isInstanceOf(RunLocked.class)
                        .hasMessage("Another instance is already running (PID: 4711 on elsewhere)");
            }
            RunLock.take(database.address()).close();
        }
    }

    @Test
    void aHolderThatIsAboutToGoIsWaitedForAMoment() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            RunLock first = RunLock.take(database.address());
            CompletableFuture<Void> gone = CompletableFuture.runAsync(
                    first::close, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
            RunLock.take(database.address()).close();
            assertThat(gone).isCompleted();
        }
    }

    @Test
    void beforeTheTablesAreMadeItHoldsAsWell() throws Exception {
        try (TestDatabase database = TestDatabase.empty();
                RunLock first = RunLock.take(database.address())) {
            assertThatThrownBy(() -> RunLock.take(database.address())).isInstanceOf(RunLocked.class);
        }
    }
}
