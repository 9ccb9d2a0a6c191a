package dev.exdate.format;

import java.util.Map;
import java.util.function.Function;

/**
 * A kind of answer that {@code exdate parse} knows.
 *
 * @param kind source and document, {@code nasdaq/calendar}
 * @param fields a row's fields for people and scripts in a fixed order: text, {@code LocalDate} or {@code BigDecimal}
 *     values; what the source leaves out is not in the map
 */
public record Format<R>(String kind, Parser<R> parser, Function<R, Map<String, Object>> fields) {}
