package dev.exdate.process;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that owns something, identified by its id and start time, because ids are reused, in containers all the
 * time.
 *
 * @param startedMillis since 1970, from the system; 0 if unknown
 */
public record Owner(long pid, long startedMillis) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** This process. */
    public static Owner self() {
        return of(ProcessHandle.current());
    }

    private static Owner of(ProcessHandle process) {
        return new Owner(
                process.pid(),
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** From {@link #text}; empty for a text that is none. */
    public static Optional<Owner> read(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        return parts.matches()
                ? Optional.of(new Owner(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** For a file's content or name. */
    public String text() {
        return pid + "-" + startedMillis;
    }

    /** Whether it is running on this machine. */
    public boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> of(process).startedMillis == startedMillis)
                .isPresent();
    }
}
