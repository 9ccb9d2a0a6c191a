package dev.exdate.source.nyse;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A corporate action as the exchange lists it.
 *
 * @param symbol null for issues that have none yet
 * @param date null while it is open
 * @param event the exchange's own id of it
 */
public record CorporateAction(
        @Nullable String symbol,
        @Nullable LocalDate date,
        String action,
        @Nullable String status,
        @Nullable String issuer,
        String event,
        @Nullable OffsetDateTime updatedAt) {}
