package dev.exdate.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A quality check's finding in figures; {@link FindingText} makes the text.
 *
 * @param figures counts by name
 * @param detail a text that the finding quotes, empty for most
 */
public record Finding(Code code, Level level, Map<String, Long> figures, String detail) {
    public Finding {
        figures = Map.copyOf(figures);
    }

    Finding(Code code, Level level, Map<String, Long> figures) {
        this(code, level, figures, "");
    }

    /** Which check. */
    public enum Code {
        PRICE_COVERAGE,
        FRESHNESS,
        DUPLICATES,
        COMPANY_DATA,
        RECENT_ACTIVITY,
        PRICE_ROWS,
        HELD_BACK;

        /** As in the journal's reports; empty for a check that this version does not have. */
        static Optional<Code> of(String id) {
            return Arrays.stream(values()).filter(code -> code.id().equals(id)).findFirst();
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The severity. Only {@link #CRITICAL} changes an exit code, with {@code --strict}. */
    public enum Level {
        CRITICAL,
        WARNING,
        GOOD;

        static Optional<Level> of(String id) {
            return Arrays.stream(values())
                    .filter(level -> level.id().equals(id))
                    .findFirst();
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** 0 if it does not have that figure. */
    long figure(String name) {
        return figures.getOrDefault(name, 0L);
    }
}
