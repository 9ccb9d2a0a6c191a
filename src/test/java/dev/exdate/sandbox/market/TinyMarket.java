package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Sources;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Six listings small enough to know by heart; every weekday trades; every payout is told by all sources. */
public final class TinyMarket implements Market {
    public static final LocalDate TODAY = LocalDate.of(2026, 10, 14);
    static final Ticker SHARE = new Ticker("ZZTA");
    static final Ticker FUND = new Ticker("ZZTY");

    private static final Set<SourceId> ALL = Set.copyOf(Sources.ids());
    private static final BigDecimal PRICE = new BigDecimal("10.50");

    private final LocalDate today;

    public TinyMarket() {
        this(TODAY);
    }

    private TinyMarket(LocalDate today) {
        this.today = today;
    }

    private final List<Listing> listings = List.of(
            listing("ZZRH", "Roundhill Zed WeeklyPay ETF", Listing.Kind.ETF, "BATS", "Roundhill Financial Inc."),
            listing("ZZT$A", "Zedco Inc. 6% Preferred Series A", Listing.Kind.PREFERRED, "NYSE", "Zedco Inc."),
            listing("ZZT.B", "Zedco & Sons <Holding> Class B", Listing.Kind.SHARE, "NYSE", "Zedco Inc."),
            listing("ZZTA", "Zedco Inc.", Listing.Kind.SHARE, "NASDAQ", "Zedco Inc."),
            listing("ZZTY", "YieldMax ZZT Option Income Strategy ETF", Listing.Kind.OPTION_FUND, "PCX", "YieldMax"),
            listing("ZZXG", "Global X Zed Dividend ETF", Listing.Kind.ETF, "NASDAQ", "Global X Funds"));

    private static Listing listing(String symbol, String name, Listing.Kind kind, String exchange, String issuer) {
        boolean share = kind == Listing.Kind.SHARE;
        return new Listing(
                new Ticker(symbol),
                name,
                kind,
                exchange,
                issuer,
                share ? "Technology" : "",
                share ? "Software" : "",
                share ? 1_000_000_000L : 0,
                share ? null : new BigDecimal("0.0099"),
                kind == Listing.Kind.OPTION_FUND ? SHARE : null);
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public Market dayBefore() {
        return new TinyMarket(today.minusDays(1));
    }

    @Override
    public List<Listing> listings() {
        return listings;
    }

    @Override
    public Optional<Listing> listing(Ticker ticker) {
        return listings.stream()
                .filter(listing -> listing.ticker().equals(ticker))
                .findFirst();
    }

    @Override
    public List<Payout> payouts(Ticker ticker) {
        return List.of(payout(ticker, TODAY.minusDays(7)), payout(ticker, TODAY));
    }

    private static Payout payout(Ticker ticker, LocalDate exDate) {
        return new Payout(
                ticker,
                exDate,
                exDate,
                exDate.plusDays(1),
                exDate.minusDays(1),
                new BigDecimal("0.1234"),
                "Weekly",
                ALL);
    }

    @Override
    public List<Payout> payoutsExOn(LocalDate day) {
        return all().stream().filter(payout -> payout.exDate().equals(day)).toList();
    }

    @Override
    public List<Payout> payoutsDeclaredOn(LocalDate day) {
        return all().stream().filter(payout -> payout.declared().equals(day)).toList();
    }

    private List<Payout> all() {
        return listings.stream()
                .flatMap(listing -> payouts(listing.ticker()).stream())
                .toList();
    }

    @Override
    public List<StockSplit> splits(Ticker ticker) {
        return ticker.equals(SHARE)
                ? List.of(new StockSplit(SHARE, TODAY.minusDays(2), new BigDecimal(2), BigDecimal.ONE))
                : List.of();
    }

    @Override
    public List<Bar> bars(Ticker ticker, LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(TODAY.minusDays(40)) ? TODAY.minusDays(40) : from;
        LocalDate last = to.isAfter(today) ? today : to;
        return last.isBefore(first)
                ? List.of()
                : first.datesUntil(last.plusDays(1))
                        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                        .map(day -> new Bar(day, PRICE, PRICE, PRICE, PRICE, PRICE, 1000))
                        .toList();
    }

    @Override
    public List<Position> holdings(Ticker ticker) {
        return List.of(new Position(
                "ZZTA",
                "ZZ0000001",
                "Zedco, Inc.",
                new BigDecimal("1000"),
                PRICE,
                new BigDecimal("10500.00"),
                new BigDecimal("99.50")));
    }
}
