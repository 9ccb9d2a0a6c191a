package dev.exdate.web;

import java.time.LocalDate;

/**
 * When answers were read: what was read on the same evening is not asked for again.
 *
 * @param marketDay the New York day of the run
 * @param session the newest session that had closed, so that an answer from the morning does not count in the evening
 */
public record Evening(LocalDate marketDay, LocalDate session) {}
