package dev.exdate.database.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.Connections;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.TestDatabase;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasePlaceTest {
    @TempDir
    Path folder;

    private DatabasePlace place(Map<String, String> set) {
        return new DatabasePlace(Settings.of(set, folder, Optional.empty()), Optional.empty(), Optional.empty());
    }

    @Test
    void aPrivateServerThatWasKilledIsStartedAgainWithItsDataAndPort() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path programs = ServerBinaries.find(TestDatabase.BINARIES).folder();
        Path link = Files.createSymbolicLink(data.resolve("postgresql"), programs.getParent());
        DatabasePlace place = place(Map.of());
        try (PrivateServer first = PrivateServer.start(data)) {
            DatabaseAddress before = place.address();
            kill(data);
            DatabaseAddress again = place.address();
            assertThat(again.port()).isEqualTo(before.port());
            try (var connection = new Connections(again).open()) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
        place.close();
        assertThat(PrivateServer.running(data)).isEmpty();
        Files.delete(link);
    }

    @Test
    void whatIsGoneIsNotMadeAnew() {
        DatabasePlace place = place(Map.of());
        assertThatThrownBy(place::address)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("--private");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void itSaysWhichDatabaseItIsWithoutAPassword() {
        assertThat(place(Map.of()).shown()).isEqualTo("private, in " + folder.resolve("data"));
        assertThat(place(Map.of("DATABASE_URL", "postgresql://me:hunter22@[::1]:5433/stocks"))
                        .shown())
                .isEqualTo("stocks on [::1]:5433 (user me)");
    }

    /** All its processes at once. */
    private static void kill(Path data) throws Exception {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("database/postmaster.pid")).getFirst());
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        List<ProcessHandle> all = server.descendants().toList();
        server.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        server.onExit().join();
        all.forEach(process -> process.onExit().join());
    }
}
