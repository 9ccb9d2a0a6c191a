package dev.exdate.update;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a success must be to spare a symbol another question: not before the instant, and by a run that saw this session
 * closed or a later one.
 */
record FreshSince(Instant since, LocalDate session) {}
