package dev.exdate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the tests of faults came to, as a table in {@code target/reliability.md}; written anew with every result. */
final class Reliability {
    private static final Path FILE = Path.of("target", "reliability.md");
    private static final Map<String, Line> LINES = new LinkedHashMap<>();

    private Reliability() {}

    /**
     * One try.
     *
     * @param survived whether the run went well, at once or when it was gone on with, or ended in one clear line as it should
     * @param lostRows rows that are missing or wrong in the end
     * @param seconds from the fault to the end
     */
    static synchronized void add(String fault, boolean survived, long lostRows, double seconds) {
        LINES.computeIfAbsent(fault, name -> new Line()).add(survived, lostRows, seconds);
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> table() {
        List<String> lines = new ArrayList<>(List.of(
                "| Fault | Tried | Survived | Lost rows | Time to end, s (longest) |", "|---|---:|---:|---:|---:|"));
        LINES.forEach((fault, line) -> lines.add(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.1f (%.1f) |",
                fault,
                line.tried,
                line.survived,
                line.lostRows,
                line.seconds / line.tried,
                line.longest)));
        return lines;
    }

    private static final class Line {
        private int tried;
        private int survived;
        private long lostRows;
        private double seconds;
        private double longest;

        private void add(boolean well, long lost, double took) {
            tried++;
            survived += well ? 1 : 0;
            lostRows += lost;
            seconds += took;
            longest = Math.max(longest, took);
        }
    }
}
