package dev.exdate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * What the tests of faults came to: a line each in {@code target/reliability.tsv}, from which {@code bench/reliability.sh}
 * makes the table of {@code docs/reliability.md}. Test runs one after another write into the same file.
 */
public final class Reliability {
    private static final Path FILE = Path.of("target", "reliability.tsv");

    private Reliability() {}

    /**
     * One try.
     *
     * @param survived whether the run went well, at once or when it was gone on with, or ended in one clear line as it should
     * @param lostRows rows that are missing or wrong in the end
     * @param seconds from the fault to the end
     */
    public static void add(String fault, boolean survived, long lostRows, double seconds) {
        add(fault, 1, survived ? 1 : 0, lostRows, seconds);
    }

    /**
     * Several tries.
     *
     * @param seconds of the longest
     */
    public static synchronized void add(String fault, long tried, long survived, long lostRows, double seconds) {
        String program = ExdateProgram.executable().isPresent() ? "native" : "java";
        String line = String.format(
                Locale.ROOT, "%s\t%s\t%d\t%d\t%d\t%.1f%n", program, fault, tried, survived, lostRows, seconds);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
