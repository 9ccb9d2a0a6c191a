package dev.exdate.testing;

import dev.exdate.process.ChildEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real program as a process of its own: the executable that {@code EXDATE_PROGRAM} names, else the packaged Java
 * program.
 */
public final class ExdateProgram {
    private final Path workingFolder;
    private final List<String> program;
    private final Map<String, String> environment = new HashMap<>();

    public ExdateProgram(Path workingFolder) {
        this(workingFolder, executable().map(List::of).orElseGet(ExdateProgram::java));
    }

    private ExdateProgram(Path workingFolder, List<String> program) {
        this.workingFolder = workingFolder;
        this.program = program;
    }

    /** The packaged Java program, whatever {@code EXDATE_PROGRAM} names. */
    public static ExdateProgram inJava(Path workingFolder) {
        return new ExdateProgram(workingFolder, java());
    }

    /** The executable that {@code EXDATE_PROGRAM} names. */
    public static Optional<String> executable() {
        return Optional.ofNullable(System.getenv("EXDATE_PROGRAM"))
                .filter(named -> !named.isBlank())
                .map(named -> Path.of(named).toAbsolutePath().toString());
    }

    /** The words of a daily run of that day, discovery included and at any hour, from {@code sources.properties}. */
    public static String[] dailyRun(LocalDate day, String... more) {
        Stream<String> words = Stream.of(
                "run", "--sources", "sources.properties", "--force", "--discover=always", "--date", day.toString());
        return Stream.concat(words, Arrays.stream(more)).toArray(String[]::new);
    }

    /** Sets a variable of its environment; nothing of the tester's own EXDATE_, PG or key variables gets through. */
    public ExdateProgram with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** The same program, started by a command that takes one as its last arguments. */
    public ExdateProgram under(String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(program);
        ExdateProgram other = new ExdateProgram(workingFolder, all);
        other.environment.putAll(environment);
        return other;
    }

    /** Its files get all rights that it does not take from them itself, with {@code 000}. */
    public ExdateProgram underUmask(String mask) {
        return under("sh", "-c", "umask " + mask + " && exec \"$@\"", "sh");
    }

    public Path workingFolder() {
        return workingFolder;
    }

    /** Starts it and waits for its end, at most two minutes. */
    public Ended run(String... arguments) throws IOException, InterruptedException {
        Started started = start(arguments);
        return started.await(Duration.ofMinutes(2));
    }

    public Started start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(workingFolder, "stdout", ".txt");
        Path err = Files.createTempFile(workingFolder, "stderr", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        ChildEnvironment.withoutSettings(builder);
        // The tests' sources are on this machine.
        builder.environment()
                .keySet()
                .removeIf(name -> name.toUpperCase(Locale.ROOT).endsWith("_PROXY"));
        builder.environment().putAll(environment);
        return new Started(builder.start(), out, err, System.nanoTime());
    }

    private static List<String> java() {
        Path jar = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
        String java = ProcessHandle.current().info().command().orElse("java");
        // The options of build/train.sh, else the Java machine leaves its cache alone; it does so too when there is
        // none.
        return List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-XX:AOTCache=" + Path.of("target/exdate.aot").toAbsolutePath(),
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString());
    }

    /** A running one. */
    public record Started(Process process, Path out, Path err, long begun) implements AutoCloseable {
        public Ended await(Duration limit) throws IOException, InterruptedException {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                close();
                throw new AssertionError("not ended after " + limit + ":\n" + read(out) + read(err));
            }
            return new Ended(process.exitValue(), read(out), read(err), (System.nanoTime() - begun) / 1e9);
        }

        /** Waits until a line of standard output begins so, and gives the line. */
        public String awaitLine(String beginning, Duration limit) throws IOException, InterruptedException {
            long end = System.nanoTime() + limit.toNanos();
            while (System.nanoTime() < end) {
                for (String line : read(out).lines().toList()) {
                    if (line.contains(beginning)) {
                        return line;
                    }
                }
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            return read(out)
                    .lines()
                    .filter(line -> line.contains(beginning))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(uncheckedOutput()));
        }

        /** Whether a line of standard output has this in it. */
        public boolean said(String words) throws IOException {
            return read(out).contains(words);
        }

        private String uncheckedOutput() {
            try {
                return read(out) + read(err);
            } catch (IOException e) {
                return e.toString();
            }
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }

        private static String read(Path file) throws IOException {
            return Files.readString(file, StandardCharsets.UTF_8);
        }
    }

    /** An ended one, and how long it was waited for since its start. */
    public record Ended(int exitCode, String out, String err, double seconds) {
        public String all() {
            return "exit " + exitCode + "\n--- out\n" + out + "\n--- err\n" + err;
        }
    }
}
