package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All listings: shares first, then the ones derived from them. The same seed and size give the same list. */
final class MarketListings {
    private static final int MOST_OPTION_FUNDS = 100;
    private static final int SMALLEST_WHOLE = 10;
    private static final Map<String, List<String>> SECTORS = Map.of(
            "Technology", List.of("Software - Application", "Semiconductors", "Computer Hardware"),
            "Healthcare", List.of("Biotechnology", "Medical Devices"),
            "Financial Services", List.of("Banks - Regional", "Insurance - Life"),
            "Energy", List.of("Oil & Gas Midstream", "Oil & Gas E&P"),
            "Industrials", List.of("Specialty Industrial Machinery", "Railroads"),
            "Utilities", List.of("Utilities - Regulated Electric"),
            "Real Estate", List.of("REIT - Retail", "REIT - Office"));
    private static final List<String> SECTOR_NAMES =
            SECTORS.keySet().stream().sorted().toList();
    private static final List<String> THEMES = List.of(
            "Dividend Growth",
            "Technology",
            "Healthcare",
            "S&P 500",
            "Nasdaq-100 Covered Call",
            "Small Cap Value",
            "Clean Energy",
            "Intermediate Treasury Bond",
            "High Yield Corporate Bond",
            "Gold Miners",
            "Emerging Markets");

    private final MarketNames names;
    private final List<Listing> listings = new ArrayList<>();

    private MarketListings(long seed) {
        this.names = new MarketNames(seed);
    }

    /** By symbol. */
    static List<Listing> of(int symbols, long seed) {
        MarketListings market = new MarketListings(seed);
        int optionFunds = Math.min(MOST_OPTION_FUNDS, symbols / 4);
        // Even a small market has one for each scraper.
        int weeklyPayers = Math.max(symbols / 25, symbols >= SMALLEST_WHOLE ? 1 : 0);
        int globalX = symbols / 30;
        int others = symbols / 10;
        int trusts = symbols / 25;
        int preferreds = symbols / 30;
        int classes = symbols / 40;
        int shares = symbols - optionFunds - weeklyPayers - globalX - others - trusts - preferreds - classes;
        market.shares(shares);
        market.optionFunds(optionFunds);
        market.funds(weeklyPayers, globalX, others);
        market.derived(trusts, preferreds, classes);
        market.listings.sort(Comparator.comparing(Listing::ticker));
        return List.copyOf(market.listings);
    }

    private void shares(int count) {
        for (int i = 0; i < count; i++) {
            String exchange = names.pick(List.of("NYSE", "NYSE", "NASDAQ", "NASDAQ", "NASDAQ", "AMEX"));
            share(new Ticker(names.symbol(exchange.equals("NASDAQ") ? 4 : 3)), names.company(), exchange);
        }
    }

    private void share(Ticker ticker, String company, String exchange) {
        String sector = names.pick(SECTOR_NAMES);
        add(
                ticker,
                company + (exchange.equals("NASDAQ") ? " Inc. - Common Stock" : " Inc. Common Stock"),
                Listing.Kind.SHARE,
                exchange,
                company + " Inc.",
                sector,
                names.pick(SECTORS.getOrDefault(sector, List.of(""))),
                names.number(20) == 0 ? 0 : 50_000_000L + names.number(2_000_000_000) * 40L,
                null,
                null);
    }

    private void optionFunds(int count) {
        List<Listing> shares = List.copyOf(listings);
        for (int i = 0; i < count && !shares.isEmpty(); i++) {
            Listing share = names.pick(shares);
            add(
                    new Ticker(names.symbol(4, "Y")),
                    "YieldMax® " + share.ticker() + " Option Income Strategy ETF",
                    Listing.Kind.OPTION_FUND,
                    "PCX",
                    "YieldMax ETFs",
                    "",
                    "",
                    0,
                    new BigDecimal("0.0099"),
                    share.ticker());
        }
    }

    private void funds(int weeklyPayers, int globalX, int others) {
        List<Listing> shares = listings.stream()
                .filter(listing -> listing.kind() == Listing.Kind.SHARE)
                .toList();
        for (int i = 0; i < weeklyPayers && !shares.isEmpty(); i++) {
            Listing share = names.pick(shares);
            fund(
                    4,
                    "W",
                    share.ticker() + " WeeklyPay ETF",
                    "BATS",
                    "Roundhill Financial Inc.",
                    "0.0099",
                    share.ticker());
        }
        for (int i = 0; i < globalX; i++) {
            fund(4, "", "Global X " + names.pick(THEMES) + " ETF", "PCX", "Global X Funds", "0.0060", null);
        }
        for (int i = 0; i < others; i++) {
            String exchange = names.pick(List.of("PCX", "PCX", "NASDAQ", "BATS"));
            String issuer = names.pick(List.of("Alderstone", "Brightwater", "Cairn"));
            fund(
                    exchange.equals("NASDAQ") ? 4 : 3,
                    "",
                    issuer + " " + names.pick(THEMES) + " ETF",
                    exchange,
                    issuer + " Funds",
                    "0.0035",
                    null);
        }
    }

    private void fund(
            int letters,
            String ending,
            String name,
            String exchange,
            String issuer,
            String expenses,
            @org.jspecify.annotations.Nullable Ticker underlying) {
        add(
                new Ticker(names.symbol(letters, ending)),
                name,
                Listing.Kind.ETF,
                exchange,
                issuer,
                "",
                "",
                0,
                new BigDecimal(expenses),
                underlying);
    }

    private void derived(int trusts, int preferreds, int classes) {
        List<Listing> listed = listings.stream()
                .filter(listing -> listing.kind() == Listing.Kind.SHARE
                        && !listing.exchange().equals("NASDAQ"))
                .toList();
        for (int i = 0; i < trusts; i++) {
            String name = names.company() + " Royalty Trust";
            add(
                    new Ticker(names.symbol(3)),
                    name,
                    Listing.Kind.TRUST,
                    "NYSE",
                    name,
                    "Energy",
                    "Oil & Gas E&P",
                    900_000_000L,
                    null,
                    null);
        }
        for (int i = 0; i < preferreds + classes && i < listed.size(); i++) {
            Listing share = listed.get(i);
            if (i < preferreds) {
                add(
                        new Ticker(share.ticker() + "$" + (char) ('A' + i % 4)),
                        share.issuer() + " Preferred Series " + (char) ('A' + i % 4),
                        Listing.Kind.PREFERRED,
                        share.exchange(),
                        share.issuer(),
                        share.sector(),
                        share.industry(),
                        0,
                        null,
                        null);
            } else {
                share(new Ticker(share.ticker() + ".B"), share.issuer().replace(" Inc.", " Class B"), share.exchange());
            }
        }
    }

    private void add(
            Ticker ticker,
            String name,
            Listing.Kind kind,
            String exchange,
            String issuer,
            String sector,
            String industry,
            long marketCap,
            @org.jspecify.annotations.Nullable BigDecimal expenseRatio,
            @org.jspecify.annotations.Nullable Ticker underlying) {
        listings.add(new Listing(
                ticker, name, kind, exchange, issuer, sector, industry, marketCap, expenseRatio, underlying));
    }
}
