package dev.exdate.guard;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The stored values of a day, enough to see whether a source has restated it. */
public record StoredBar(
        LocalDate date, BigDecimal close, @Nullable BigDecimal adjClose) {}
