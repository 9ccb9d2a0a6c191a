package dev.exdate.truth;

import java.time.LocalDate;

/** A symbol's ex-date: what is said and decided together. */
public record EventDay(String symbol, LocalDate exDate) {}
