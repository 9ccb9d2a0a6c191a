package dev.exdate.run.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Which run it is.
 *
 * @param id as in {@code exdate.run}
 * @param marketDay the New York day it runs for
 * @param startedAt its first start, however often it was resumed
 */
public record RunIdentity(UUID id, LocalDate marketDay, Instant startedAt) {}
