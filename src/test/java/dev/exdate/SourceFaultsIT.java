package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.FaultServer;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Sources;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.FaultScene;
import dev.exdate.testing.Reliability;
import dev.exdate.testing.StoredRows;
import dev.exdate.testing.TableContents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run on a good day, one while sources do what they should not, one on a good day again: nothing that was there is lost,
 * nothing wrong is taken for right, and the last one heals all.
 */
@Tag("faults")
class SourceFaultsIT {
    private static final LocalDate DAY = FaultScene.DAY;
    private static final int SYMBOLS = 28;
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final List<String> LOUD = List.of(
            "status:500",
            "status:404",
            "status:403",
            "delay:300ms",
            "hang",
            "reset",
            "cut",
            "cut:quiet",
            "html",
            "charset",
            "layout",
            "rate-limit:0");
    private static final List<String> QUIET =
            List.of("yesterday", "empty", "half", "prices:100", "prices:0.01", "amounts:100", "short");

    @TempDir
    static Path folder;

    private static FaultServer server;
    private static Sandbox sound;

    @BeforeAll
    static void open() throws Exception {
        server = FaultServer.start();
        sound = sandbox("", DAY);
    }

    @AfterAll
    static void close() {
        sound.close();
        server.close();
    }

    /**
     * The day before, on which all went well, and what a good day makes of it.
     *
     * @param keys whether the sources that want a key are asked too
     */
    private record GoodDay(
            boolean keys, FaultScene yesterday, StoredRows before, StoredRows after, Map<String, List<String>> truth)
            implements AutoCloseable {
        static GoodDay make(boolean keys) throws Exception {
            FaultScene yesterday = new FaultScene(server, folder.resolve(keys ? "keys" : "yesterday"));
            try (Sandbox sandbox = sandbox("", DAY.minusDays(1))) {
                well(run(yesterday, keys, sandbox, DAY.minusDays(1)));
            }
            try (FaultScene today = on(yesterday, keys ? "keys today" : "today")) {
                well(run(today, keys, sound, DAY));
                return new GoodDay(
                        keys,
                        yesterday,
                        rows(keys, yesterday),
                        rows(keys, today),
                        TableContents.data(today.database()));
            }
        }

        private static FaultScene on(FaultScene yesterday, String name) throws Exception {
            return new FaultScene(
                    server,
                    server.copy(yesterday.database()),
                    folder.resolve(name.substring(0, Math.min(60, name.length()))));
        }

        private static StoredRows rows(boolean keys, FaultScene scene) {
            return keys ? StoredRows.ofSeveralSources(scene.database()) : StoredRows.of(scene.database());
        }

        StoredRows rows(FaultScene scene) {
            return rows(keys, scene);
        }

        FaultScene begin(String name) throws Exception {
            return on(yesterday, name);
        }

        /** How many rows are not as on a good day; which of several sources gave a row is of no matter. */
        long missing(FaultScene scene) {
            return keys ? rows(scene).differences(after).size() : scene.lostRows(truth);
        }

        List<String> differences(FaultScene scene) {
            return keys ? rows(scene).differences(after) : scene.differences(truth);
        }

        @Override
        public void close() {
            yesterday.close();
        }
    }

    private static Sandbox sandbox(String faults, LocalDate day) throws Exception {
        return Sandbox.start(new SandboxOptions(0, SYMBOLS, 11, Duration.ofMillis(2), faults, Optional.empty(), day));
    }

    private static ExdateProgram.Ended run(FaultScene scene, boolean keys, Sandbox sandbox, LocalDate day)
            throws Exception {
        ExdateProgram program = scene.program(sandbox, keys).with("EXDATE_ATTEMPTS", "2");
        for (SourceId source : Sources.ids()) {
            program.with("EXDATE_SOURCE_" + source.name() + "_TIMEOUT", "1s");
        }
        return program.start(ExdateProgram.dailyRun(day, "--skip", "nyse,backup"))
                .await(LIMIT);
    }

    private static void well(ExdateProgram.Ended ended) {
        assertThat(ended.exitCode()).as(ended.all()).isZero();
        assertThat(ended.out()).doesNotContain("held back", " failed:");
    }

    /** Gives what went wrong; empty when all went well. */
    private static String strike(GoodDay day, String words, String faults, Optional<Pattern> says) throws Exception {
        List<String> troubles = new ArrayList<>();
        try (FaultScene scene = day.begin((day.keys() ? "keys" : "") + faults.replaceAll("[^\\w.-]+", "_"));
                Sandbox faulty = sandbox(faults, DAY)) {
            long start = System.nanoTime();
            ExdateProgram.Ended struck = run(scene, day.keys(), faulty, DAY);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (struck.exitCode() != 0 && struck.exitCode() != 1) {
                troubles.add("exit code " + struck.exitCode());
            }
            if (says.isPresent()
                    && says.get().matcher(struck.out()).results().findAny().isEmpty()) {
                troubles.add("it does not say \"" + says.get() + "\"");
            }
            if (Stream.of(struck.out(), struck.err()).anyMatch(text -> text.contains("\tat "))) {
                troubles.add("a stack trace");
            }
            StoredRows now = day.rows(scene);
            List<String> lost = now.lost(day.before(), day.after());
            List<String> wrong = now.wrong(day.before(), day.after());
            ExdateProgram.Ended healed = run(scene, day.keys(), sound, DAY);
            if (healed.exitCode() != 0) {
                troubles.add("the next run ends with " + healed.exitCode());
            }
            long missing = day.missing(scene);
            if (missing > 0) {
                troubles.add("not healed: " + missing + " rows: " + day.differences(scene));
            }
            if (!lost.isEmpty()) {
                troubles.add("lost: " + lost);
            }
            if (!wrong.isEmpty()) {
                troubles.add("wrong: " + wrong);
            }
            troubles.addAll(scene.left());
            Reliability.add(words, troubles.isEmpty(), lost.size() + wrong.size() + missing, seconds);
            return troubles.isEmpty()
                    ? ""
                    : "%s (%s): %s%n%s%n--- next%n%s".formatted(words, faults, troubles, struck.all(), healed.all());
        }
    }

    /** @param says what the run must say */
    private record Strike(String words, String faults, Optional<Pattern> says) {
        Strike(String words, String faults) {
            this(words, faults, Optional.empty());
        }
    }

    private static void all(boolean keys, List<Strike> strikes) throws Exception {
        String only = System.getProperty("exdate.faults.only", "");
        List<String> troubles = new ArrayList<>();
        try (GoodDay day = GoodDay.make(keys);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<String>> running = strikes.stream()
                    .filter(strike -> strike.faults().contains(only))
                    .map(strike -> threads.submit(() -> strike(day, strike.words(), strike.faults(), strike.says())))
                    .toList();
            for (Future<String> strike : running) {
                troubles.add(strike.get());
            }
        }
        troubles.removeIf(String::isEmpty);
        assertThat(troubles).as(troubles.size() + " of " + strikes.size()).isEmpty();
    }

    /** In one line, when all answers are so. */
    private static Pattern said(String fault) {
        return Pattern.compile(
                switch (fault) {
                    case "yesterday" -> "update failed: held back \\(stale\\): .* have no price for 2026-11-20";
                    case "half" -> "discovery failed: .*held back \\(short\\): nasdaqlisted has";
                    case "empty" -> "nasdaqlisted: empty list";
                    case "short" -> "the file is incomplete: its last line";
                    case "prices:100", "prices:0.01" -> "update failed: .*held back \\(prices\\): ";
                    case "amounts:100" ->
                        "cboe failed: .*held back \\(amounts\\): |update failed: .*held back \\(amounts\\): ";
                    case "delay:300ms" -> "DAILY UPDATE COMPLETED";
                    default -> "update failed: ";
                });
    }

    @Test
    void noFaultOfAllSourcesLosesOrSpoilsARowAndTheNextRunHealsIt() throws Exception {
        List<Strike> strikes = new ArrayList<>();
        for (String fault : Stream.concat(LOUD.stream(), QUIET.stream()).toList()) {
            for (int share : new int[] {1, 10, 100}) {
                strikes.add(new Strike(
                        "sources: %s, %d %% of the requests".formatted(fault, share),
                        "*=%s@%d%%".formatted(fault, share),
                        share == 100 ? Optional.of(said(fault)) : Optional.empty()));
            }
        }
        all(false, strikes);
    }

    @Test
    void allFaultsAtOnceLoseAndSpoilNothing() throws Exception {
        List<Strike> strikes = new ArrayList<>();
        for (int share : new int[] {1, 10}) {
            strikes.add(new Strike(
                    "sources: all faults at once, %d %% each".formatted(share),
                    String.join(
                            ",",
                            Stream.concat(LOUD.stream(), QUIET.stream())
                                    .map(fault -> "*=%s@%d%%".formatted(fault, share))
                                    .toList())));
        }
        all(false, strikes);
    }

    @Test
    void aSourceThatIsGoneForAWholeRunIsMadeUpForByTheNext() throws Exception {
        all(
                false,
                Sources.ids().stream()
                        .filter(source ->
                                source != FmpSource.ID && source != AlphaVantageSource.ID && source != NyseSource.ID)
                        .map(source -> new Strike(
                                "sources: %s gone for a whole run".formatted(source.id()), source.id() + "=reset"))
                        .toList());
    }

    @Test
    void noFaultOfAKeyedSourceLosesARowAndTheNextRunHealsIt() throws Exception {
        List<Strike> strikes = new ArrayList<>();
        for (SourceId source : List.of(FmpSource.ID, AlphaVantageSource.ID)) {
            for (String fault : Stream.concat(LOUD.stream(), QUIET.stream()).toList()) {
                strikes.add(new Strike(
                        "sources: %s, all requests to %s".formatted(fault, source.id()),
                        "%s=%s".formatted(source.id(), fault)));
            }
        }
        all(true, strikes);
    }
}
