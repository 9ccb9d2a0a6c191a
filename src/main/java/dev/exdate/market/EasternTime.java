package dev.exdate.market;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, everywhere in the program: New York's, and they say so. */
public final class EasternTime {
    /** As log lines and the names of files have it, where a heading names the zone. */
    public static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(TradingCalendar.NEW_YORK);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'ET'").withZone(TradingCalendar.NEW_YORK);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'ET'").withZone(TradingCalendar.NEW_YORK);
    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm 'ET'", Locale.US).withZone(TradingCalendar.NEW_YORK);

    private EasternTime() {}

    /** {@code 2026-11-20 22:00 ET}. */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** {@code 2026-11-20 22:00:05 ET}. */
    public static String second(Instant at) {
        return SECOND.format(at);
    }

    /** {@code Fri 2026-11-20 22:00 ET}. */
    public static String weekday(Instant at) {
        return WEEKDAY.format(at);
    }
}
