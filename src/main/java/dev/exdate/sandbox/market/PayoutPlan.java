package dev.exdate.sandbox.market;

import dev.exdate.market.TradingCalendar;
import dev.exdate.settings.SourceId;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.globenewswire.GlobeNewswireSource;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.source.snowball.SnowballSource;
import dev.exdate.source.yahoo.YahooSource;
import dev.exdate.source.yieldmax.YieldMaxSource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The payments of a made-up security, from a fixed day on and for years to come. */
final class PayoutPlan {
    /** Since then trades settle after one day, and the ex-date is the record date (SEC, T+1, 2024-05-28). */
    private static final LocalDate ONE_DAY_SETTLEMENT = LocalDate.of(2024, 5, 28);

    private final TradingCalendar calendar;
    private final PriceWalk walk;
    private final SplitHistory splits;
    private final long seed;

    PayoutPlan(TradingCalendar calendar, PriceWalk walk, SplitHistory splits, long seed) {
        this.calendar = calendar;
        this.walk = walk;
        this.splits = splits;
        this.seed = seed;
    }

    /** How often it pays. */
    private enum Rhythm {
        NEVER("", 0),
        WEEKLY("Weekly", 52),
        MONTHLY("Monthly", 12),
        QUARTERLY("Quarterly", 4),
        SEMI_ANNUAL("Semi-Annual", 2),
        ANNUAL("Annual", 1);

        private final String word;
        private final int aYear;

        Rhythm(String word, int aYear) {
            this.word = word;
            this.aYear = aYear;
        }
    }

    private Rhythm rhythm(Listing listing) {
        int chance = Chance.of(100, "rhythm", seed, listing.ticker());
        return switch (listing.kind()) {
            case OPTION_FUND -> Rhythm.WEEKLY;
            case ETF -> listing.underlying() != null ? Rhythm.WEEKLY : chance < 60 ? Rhythm.MONTHLY : Rhythm.QUARTERLY;
            case TRUST -> Rhythm.MONTHLY;
            case PREFERRED -> Rhythm.QUARTERLY;
            case SHARE ->
                chance < 45
                        ? Rhythm.NEVER
                        : chance < 85
                                ? Rhythm.QUARTERLY
                                : chance < 90 ? Rhythm.MONTHLY : chance < 96 ? Rhythm.SEMI_ANNUAL : Rhythm.ANNUAL;
        };
    }

    /** Ex-dates from {@code from} to {@code to}, declared by {@code declaredBy}; by ex-date, at most one per day. */
    List<Payout> of(Listing listing, LocalDate from, LocalDate to, LocalDate declaredBy) {
        Rhythm rhythm = rhythm(listing);
        if (rhythm == Rhythm.NEVER) {
            return List.of();
        }
        LocalDate first = max(from, walk.firstDay(listing).plusDays(20));
        Set<LocalDate> taken = new HashSet<>();
        List<Payout> payouts = new ArrayList<>();
        for (LocalDate exDate : exDates(listing, rhythm, first, to)) {
            if (taken.add(exDate)) {
                payouts.add(payout(listing, rhythm, exDate, false));
            }
        }
        if (listing.kind() == Listing.Kind.SHARE && Chance.oneIn(8, "special", seed, listing.ticker())) {
            for (int year = first.getYear(); year <= to.getYear(); year++) {
                LocalDate exDate =
                        trading(LocalDate.of(year, 11, 2).plusDays(Chance.of(26, "special", year, listing.ticker())));
                if (!exDate.isBefore(first) && !exDate.isAfter(to) && taken.add(exDate)) {
                    payouts.add(payout(listing, rhythm, exDate, true));
                }
            }
        }
        return payouts.stream()
                .filter(payout -> !payout.declared().isAfter(declaredBy))
                .sorted(Comparator.comparing(Payout::exDate))
                .toList();
    }

    private List<LocalDate> exDates(Listing listing, Rhythm rhythm, LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        if (rhythm == Rhythm.WEEKLY) {
            DayOfWeek weekday = DayOfWeek.of(2 + Chance.of(3, "weekday", seed, listing.ticker()));
            for (LocalDate day = from.with(TemporalAdjusters.nextOrSame(weekday));
                    !day.isAfter(to);
                    day = day.plusWeeks(1)) {
                days.add(trading(day));
            }
        } else {
            int months = 12 / rhythm.aYear;
            int phase = Chance.of(months, "month", seed, listing.ticker());
            int dayOfMonth = 2 + Chance.of(26, "day", seed, listing.ticker());
            for (LocalDate month = from.withDayOfMonth(1); !month.isAfter(to); month = month.plusMonths(1)) {
                if (month.getMonthValue() % months == phase) {
                    days.add(trading(month.withDayOfMonth(dayOfMonth)));
                }
            }
        }
        days.removeIf(day -> day.isBefore(from) || day.isAfter(to));
        return days;
    }

    private LocalDate trading(LocalDate day) {
        return calendar.isTradingDay(day) ? day : calendar.nextTradingDay(day);
    }

    private Payout payout(Listing listing, Rhythm rhythm, LocalDate exDate, boolean special) {
        LocalDate declared = rhythm == Rhythm.WEEKLY
                ? calendar.previousTradingDay(exDate)
                : calendar.previousTradingDay(
                        exDate.minusDays(10 + Chance.of(25, "declared", seed, listing.ticker(), exDate)));
        LocalDate recordDate = exDate.isBefore(ONE_DAY_SETTLEMENT) ? calendar.nextTradingDay(exDate) : exDate;
        if (isException(listing, exDate)) {
            recordDate = calendar.previousTradingDay(exDate.minusDays(6));
        }
        LocalDate payDate = trading(
                exDate.plusDays(rhythm == Rhythm.WEEKLY ? 1 : 5 + Chance.of(12, "pay", seed, listing.ticker())));
        BigDecimal amount = amount(listing, rhythm, exDate, special);
        return new Payout(
                listing.ticker(),
                exDate,
                recordDate,
                payDate,
                declared,
                amount,
                special ? "Special" : rhythm.word,
                sources(listing, exDate, amount));
    }

    /** A due bill: the ex-date is after the record date. */
    private boolean isException(Listing listing, LocalDate exDate) {
        return listing.exchange().equals("NYSE")
                && listing.kind() == Listing.Kind.SHARE
                && !exDate.isBefore(ONE_DAY_SETTLEMENT)
                && Chance.oneIn(6, "due bill", seed, listing.ticker(), exDate);
    }

    /** As declared on its day: a share of the price level, after the splits up to then; four decimals at most. */
    private BigDecimal amount(Listing listing, Rhythm rhythm, LocalDate exDate, boolean special) {
        if (listing.kind() == Listing.Kind.OPTION_FUND && Chance.oneIn(60, "nothing", seed, listing.ticker(), exDate)) {
            return new BigDecimal("0.0000");
        }
        long level = walk.level(listing);
        boolean income = listing.kind() == Listing.Kind.OPTION_FUND || listing.underlying() != null;
        int perMille = income
                ? 250 + Chance.of(350, "rate", seed, listing.ticker(), exDate)
                : 10 + Chance.of(60, "rate", seed, listing.ticker()) + (exDate.getYear() - 2021) * 2;
        BigDecimal yearly = BigDecimal.valueOf(level, 2).multiply(BigDecimal.valueOf(perMille, 3));
        BigDecimal declared = special
                ? yearly.divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP)
                : yearly.divide(BigDecimal.valueOf(rhythm.aYear), income ? 4 : 3, RoundingMode.HALF_UP);
        List<StockSplit> before = splits.of(listing, exDate);
        if (!before.isEmpty()) {
            declared = declared.divide(SplitHistory.ratio(before), 4, RoundingMode.HALF_UP);
        }
        BigDecimal least = new BigDecimal("0.0010");
        BigDecimal amount = declared.max(least).stripTrailingZeros();
        return amount.scale() < 2 ? amount.setScale(2) : amount;
    }

    private Set<SourceId> sources(Listing listing, LocalDate exDate, BigDecimal amount) {
        Set<SourceId> sources = new HashSet<>();
        if (listing.kind() == Listing.Kind.OPTION_FUND) {
            sources.add(YieldMaxSource.ID);
            sources.add(GlobeNewswireSource.ID);
        }
        if (amount.signum() == 0) {
            return sources;
        }
        sources.addAll(Set.of(YahooSource.ID, FmpSource.ID, AlphaVantageSource.ID, NasdaqSource.ID));
        if (listing.exchange().equals("BATS")) {
            sources.add(CboeSource.ID);
        }
        if (listing.kind() == Listing.Kind.SHARE && !Chance.oneIn(3, "popular", seed, listing.ticker())) {
            sources.add(SnowballSource.ID);
        }
        if (isException(listing, exDate)) {
            sources.add(NyseSource.ID);
        }
        return sources;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
