package dev.exdate.sandbox.market;

import dev.exdate.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A share's prices in whole cents as if it had never split. They are computed day by day from a fixed day on, so that
 * past prices do not depend on the market's current day.
 */
final class PriceWalk {
    static final LocalDate ORIGIN = LocalDate.of(2021, 1, 4);
    private static final int MOVE = 300;
    private static final int PARTS = 10_000;

    /** One day; cents. */
    record Day(LocalDate date, long open, long high, long low, long close, long volume) {}

    private final List<LocalDate> sessions;
    private final long seed;

    /** @param until the last available day */
    PriceWalk(TradingCalendar calendar, long seed, LocalDate until) {
        this.sessions = ORIGIN.isAfter(until)
                ? List.of()
                : ORIGIN.datesUntil(until.plusDays(1))
                        .filter(calendar::isTradingDay)
                        .toList();
        this.seed = seed;
    }

    /** The level around which it moves, in cents: 8 to 400 dollars. */
    long level(Listing listing) {
        return switch (listing.kind()) {
            case OPTION_FUND -> 1_200 + Chance.of(3_000, "level", seed, listing.ticker());
            case PREFERRED -> 2_000 + Chance.of(600, "level", seed, listing.ticker());
            default -> 1_500 + Chance.of(38_000, "level", seed, listing.ticker());
        };
    }

    /** Its first trading day; most are older than the history. */
    LocalDate firstDay(Listing listing) {
        return Chance.oneIn(20, "young", seed, listing.ticker())
                ? LocalDate.of(2026, 1, 5).plusDays(Chance.of(240, "first day", seed, listing.ticker()))
                : ORIGIN;
    }

    /** All its days, by date. */
    List<Day> of(Listing listing) {
        SplittableRandom random =
                new SplittableRandom(seed * 1_000_003 + Chance.of(Integer.MAX_VALUE, "walk", seed, listing.ticker()));
        long level = level(listing);
        long close = level;
        long usual = 1_000L + Chance.of(3_000_000, "volume", seed, listing.ticker());
        boolean thin = Chance.oneIn(25, "thin", seed, listing.ticker());
        boolean huge = Chance.oneIn(60, "huge", seed, listing.ticker());
        LocalDate first = firstDay(listing);
        List<Day> days = new ArrayList<>();
        for (LocalDate day : sessions) {
            long before = close;
            long pull = (level - before) / 60;
            close = Math.max(level / 3, before + before * (random.nextInt(2 * MOVE + 1) - MOVE) / PARTS + pull);
            long open = Math.max(1, before + before * (random.nextInt(201) - 100) / PARTS);
            long high = Math.max(open, close) + random.nextInt((int) (level / 100 + 1));
            long low = Math.max(1, Math.min(open, close) - random.nextInt((int) (level / 100 + 1)));
            long volume = thin && random.nextInt(6) == 0 ? 0 : usual + random.nextInt((int) usual);
            if (!day.isBefore(first)) {
                days.add(new Day(day, open, high, low, close, huge ? volume * 2_000 : volume));
            }
        }
        return days;
    }

    static BigDecimal dollars(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
