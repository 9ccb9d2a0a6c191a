package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.FaultServer;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.FaultScene;
import dev.exdate.testing.Reliability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts that start at the same moment: two processes with folders of their own and one database. */
@Tag("faults")
class TwoRunsIT {
    private static final int TIMES = 20;

    @TempDir
    Path folder;

    @Test
    void exactlyOneOfTwoWorksTheOtherSaysWho() throws Exception {
        List<String> troubles = new ArrayList<>();
        try (FaultServer server = FaultServer.start();
                // A run takes longer than the two seconds for which the other waits for one that may be dead.
                Sandbox sandbox = FaultScene.sandbox(12, Duration.ofMillis(5), "snowball=delay:2500ms")) {
            Map<String, List<String>> truth =
                    FaultScene.truth(server, sandbox, folder.resolve("truth"), "--skip", "nyse,backup");
            for (int time = 0; time < TIMES; time++) {
                try (FaultScene one = new FaultScene(server, folder.resolve("one" + time));
                        FaultScene other = one.onAnotherHost(folder.resolve("other" + time))) {
                    // Every other time the tables are there already, as on any but the first evening.
                    if (time % 2 == 1) {
                        assertThat(one.program(sandbox).run("migrate").exitCode())
                                .isZero();
                    }
                    long start = System.nanoTime();
                    ExdateProgram.Started first = one.begin(sandbox, "--skip", "nyse,backup");
                    ExdateProgram.Started second = other.begin(sandbox, "--skip", "nyse,backup");
                    ExdateProgram.Ended a = first.await(Duration.ofMinutes(2));
                    ExdateProgram.Ended b = second.await(Duration.ofMinutes(2));
                    double seconds = (System.nanoTime() - start) / 1e9;
                    long lost = one.lostRows(truth);
                    ExdateProgram.Ended refused = a.exitCode() == 0 ? b : a;
                    boolean well = List.of(0, 3)
                                    .equals(Stream.of(a.exitCode(), b.exitCode())
                                            .sorted()
                                            .toList())
                            && refused.all().contains("Another instance is already running")
                            && one.journal().equals(List.of("run|succeeded"))
                            && one.left().isEmpty();
                    Reliability.add("two runs at once on two hosts", well, lost, seconds);
                    if (!well || lost != 0) {
                        troubles.add("time %d, lost %d, journal %s, left %s%n%s%n%s"
                                .formatted(time, lost, one.journal(), one.left(), a.all(), b.all()));
                    }
                }
            }
        }
        assertThat(troubles).isEmpty();
    }
}
