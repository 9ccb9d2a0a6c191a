package dev.exdate.guard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value that a guard rejected.
 *
 * @param thing a symbol, or the name of a list
 * @param day the ex-date or the price's day; null if it is about none, or several
 * @param source who states it; empty if it is not one source's
 * @param value as the source states it; empty if it is more than one
 * @param why in words for one line, with the values
 */
public record HeldBack(Guard guard, String thing, @Nullable LocalDate day, String source, String value, String why) {}
