package dev.exdate.database;

import dev.exdate.database.server.ServerBinaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * PostgreSQL's programs for tests, unpacked once. Where the tests run under another clock (test.sh --clock), the server does
 * as well: its program hands nothing of this one's environment on to it, so the clock stands in a script before it.
 */
final class TestBinaries {
    private static final String SERVER = "postgres";

    private TestBinaries() {}

    /** Where they are, or are unpacked by whoever needs them first. */
    static Path in(Path folder) {
        Map<String, String> clock = Map.copyOf(System.getenv());
        if (!clock.containsKey("FAKETIME")) {
            return folder.resolve("postgresql");
        }
        try {
            Path shifted = folder.resolve("postgresql-shifted");
            Path programs = ServerBinaries.find(shifted).folder();
            if (programs.startsWith(shifted)) {
                shift(programs, clock);
            }
            return shifted;
        } catch (IOException | DatabaseUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    private static void shift(Path programs, Map<String, String> clock) throws IOException {
        Path exact = programs.resolve(SERVER + ".exact");
        if (!Files.exists(exact)) {
            Files.createLink(exact, programs.resolve(SERVER));
        }
        Path script = Files.createTempFile(programs, SERVER, ".sh");
        Files.writeString(script, """
                #!/bin/sh
                export LD_PRELOAD='%s' FAKETIME='%s' DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0
                exec "$(dirname "$0")/%s" "$@"
                """.formatted(clock.get("LD_PRELOAD"), clock.get("FAKETIME"), exact.getFileName()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(script, programs.resolve(SERVER), StandardCopyOption.ATOMIC_MOVE);
    }
}
