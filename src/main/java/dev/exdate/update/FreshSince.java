package dev.exdate.update;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The condition for a success to count: not before the instant, and by a run that saw this session or a later one
 * closed.
 */
record FreshSince(Instant since, LocalDate session) {}
