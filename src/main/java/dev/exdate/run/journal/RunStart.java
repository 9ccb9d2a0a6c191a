package dev.exdate.run.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A run as it starts, for the first time or resumed.
 *
 * @param command {@code run} for the daily run, else the command that runs some of its tasks by themselves
 * @param startedAt the first start
 * @param again whether it was started before
 * @param planJson tasks, windows and options, as the first start decided them
 */
public record RunStart(
        UUID id,
        String command,
        LocalDate marketDay,
        Instant startedAt,
        boolean again,
        String planJson,
        Versions versions,
        String host) {
    /** Of the program and of the server. */
    public record Versions(String program, String server) {}
}
