package dev.exdate.source.nyse;

import dev.exdate.market.Ticker;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the page; it gives no amount. */
public record ExDateException(
        Ticker ticker,
        @Nullable String name,
        LocalDate exDate,
        @Nullable LocalDate recordDate,
        @Nullable LocalDate declaredDate) {}
