package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The market from a seed. Histories are computed on request; only the last few are kept. */
public final class MadeUpMarket implements Market {
    private static final int DAYS_OF_HISTORY = 1825;
    private static final int DAYS_AHEAD = 60;
    private static final int KEPT = 64;

    private final int symbols;
    private final long seed;
    private final LocalDate today;
    private final LocalDate first;
    private final TradingCalendar calendar = new TradingCalendar();
    private final List<Listing> listings;
    private final Map<Ticker, Listing> byTicker = new HashMap<>();
    private final PriceWalk walk;
    private final SplitHistory splits;
    private final PayoutPlan plan;
    private final FundHoldings holdings;
    private final Map<Ticker, List<Bar>> bars = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ticker, List<Bar>> eldest) {
            return size() > KEPT;
        }
    });
    private final PayoutIndex byExDate = new PayoutIndex(this, Payout::exDate);
    private final PayoutIndex byDeclaration = new PayoutIndex(this, Payout::declared);

    private MadeUpMarket(int symbols, long seed, LocalDate today) {
        this.symbols = symbols;
        this.seed = seed;
        this.today = today;
        // The first day stays the same for a month, so that the history does not lose a day every day.
        this.first = today.minusDays(DAYS_OF_HISTORY).withDayOfMonth(1).plusMonths(1);
        this.listings = MarketListings.of(symbols, seed);
        listings.forEach(listing -> byTicker.put(listing.ticker(), listing));
        this.walk = new PriceWalk(calendar, seed, today);
        this.splits = new SplitHistory(calendar, seed);
        this.plan = new PayoutPlan(calendar, walk, splits, seed);
        this.holdings = new FundHoldings(listings, seed);
    }

    /**
     * @param symbols 0 gives a market without any
     * @param today the market's day; nothing later has traded
     */
    public static MadeUpMarket of(int symbols, long seed, LocalDate today) {
        return new MadeUpMarket(symbols, seed, today);
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public Market dayBefore() {
        return of(symbols, seed, calendar.previousTradingDay(today));
    }

    @Override
    public List<Listing> listings() {
        return listings;
    }

    @Override
    public Optional<Listing> listing(Ticker ticker) {
        return Optional.ofNullable(byTicker.get(ticker));
    }

    @Override
    public List<Payout> payouts(Ticker ticker) {
        return listing(ticker)
                .map(listing -> plan.of(listing, first, today.plusDays(DAYS_AHEAD), today))
                .orElse(List.of());
    }

    @Override
    public List<Payout> payoutsExOn(LocalDate day) {
        return byExDate.on(day);
    }

    @Override
    public List<Payout> payoutsDeclaredOn(LocalDate day) {
        return byDeclaration.on(day);
    }

    @Override
    public List<StockSplit> splits(Ticker ticker) {
        return listing(ticker)
                .map(listing -> splits.of(listing, today).stream()
                        .filter(split -> !split.date().isBefore(first))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public List<Bar> bars(Ticker ticker, LocalDate from, LocalDate to) {
        Optional<Listing> listing = listing(ticker);
        if (listing.isEmpty()) {
            return List.of();
        }
        List<Bar> all = bars.get(ticker);
        if (all == null) {
            all = history(listing.get());
            bars.put(ticker, all);
        }
        return all.stream()
                .filter(bar -> !bar.date().isBefore(from) && !bar.date().isAfter(to))
                .toList();
    }

    private List<Bar> history(Listing listing) {
        BigDecimal ratio = SplitHistory.ratio(splits.of(listing, today));
        SplitAdjustment adjustment = new SplitAdjustment(splits.of(listing, today));
        Map<LocalDate, BigDecimal> paid = adjustment.byExDate(payouts(listing.ticker()), today);
        List<PriceWalk.Day> days = walk.of(listing).stream()
                .filter(day -> !day.date().isBefore(first))
                .toList();
        List<BigDecimal> closes =
                days.stream().map(day -> adjusted(day.close(), ratio)).toList();
        List<BigDecimal> adjustedCloses =
                AdjustedCloses.of(days.stream().map(PriceWalk.Day::date).toList(), closes, paid);
        return IntStream.range(0, days.size())
                .mapToObj(i -> {
                    PriceWalk.Day day = days.get(i);
                    return new Bar(
                            day.date(),
                            adjusted(day.open(), ratio),
                            adjusted(day.high(), ratio),
                            adjusted(day.low(), ratio),
                            closes.get(i),
                            adjustedCloses.get(i),
                            day.volume());
                })
                .toList();
    }

    private static BigDecimal adjusted(long cents, BigDecimal ratio) {
        BigDecimal price = PriceWalk.dollars(cents);
        return ratio.compareTo(BigDecimal.ONE) == 0
                ? price
                : AdjustedCloses.plain(price.divide(ratio, MathContext.DECIMAL64));
    }

    @Override
    public List<Position> holdings(Ticker ticker) {
        return listing(ticker)
                .map(listing -> holdings.of(listing, calendar.previousTradingDay(today)))
                .orElse(List.of());
    }
}
