package dev.exdate.source.snowball;

import dev.exdate.format.Format;
import java.util.List;

/** The kind of answer of Snowball's calendar. */
public final class SnowballFormats {
    private SnowballFormats() {}

    public static List<Format<?>> all() {
        return List.of(new Format<>("snowball/calendar", new CalendarParser(), CalendarDividend::fields));
    }
}
