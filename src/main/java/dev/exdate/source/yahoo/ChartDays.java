package dev.exdate.source.yahoo;

import dev.exdate.format.DateText;
import dev.exdate.format.UnreadableCell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** The days of instants in one zone. It remembers the offset, which changes twice a year. */
final class ChartDays {
    private static final int A_DAY = 24 * 3600;

    /** Before and after any day that is possible. */
    private static final long FARTHEST = 10_000_000_000L;

    private final ZoneRules rules;
    private long from = 1;
    private long until;
    private int offset;

    ChartDays(ZoneId zone) {
        this.rules = zone.getRules();
    }

    LocalDate date(long second) {
        return LocalDate.ofEpochDay(day(second));
    }

    /**
     * Days since 1970.
     *
     * @throws UnreadableCell for a day on which nothing can have happened
     */
    int day(long second) {
        if (second < -FARTHEST || second > FARTHEST) {
            throw unreadable(second);
        }
        if (second < from || second >= until) {
            seek(Instant.ofEpochSecond(second));
            if (!DateText.isPossible(LocalDate.ofEpochDay(Math.floorDiv(second + offset, A_DAY)))) {
                throw unreadable(second);
            }
        }
        return (int) Math.floorDiv(second + offset, A_DAY);
    }

    private void seek(Instant instant) {
        offset = rules.getOffset(instant).getTotalSeconds();
        from = instant.getEpochSecond();
        ZoneOffsetTransition next = rules.nextTransition(instant);
        until = next == null ? from + A_DAY : next.toEpochSecond();
    }

    private static UnreadableCell unreadable(long second) {
        return new UnreadableCell("time stamp", Long.toString(second));
    }
}
