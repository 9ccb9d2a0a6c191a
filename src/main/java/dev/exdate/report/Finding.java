package dev.exdate.report;

/**
 * What a quality check found.
 *
 * @param text the line as printed, emoji included
 * @param action the indented second line, empty where none is needed
 */
public record Finding(Level level, String text, String action) {
    /** How bad. Only {@link #CRITICAL} changes an exit code, with {@code --strict}. */
    public enum Level {
        CRITICAL,
        WARNING,
        GOOD
    }
}
