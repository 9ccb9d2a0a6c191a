package dev.exdate.sandbox.market;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Made-up facts about a listing beyond the market data; the same at every source. */
public record Company(Listing listing) {
    private static final LocalDate OLDEST = LocalDate.of(1985, 1, 7);

    public boolean isFund() {
        return listing.kind() == Listing.Kind.ETF || listing.kind() == Listing.Kind.OPTION_FUND;
    }

    public BigDecimal beta() {
        return BigDecimal.valueOf(40 + Chance.of(140, "beta", listing.ticker()), 2);
    }

    public int employees() {
        return 50 + Chance.of(90_000, "employees", listing.ticker());
    }

    public long averageVolume() {
        return 10_000L + Chance.of(5_000_000, "volume", listing.ticker());
    }

    /** The first day of trading; funds are younger. */
    public LocalDate since() {
        return isFund()
                ? LocalDate.of(2022, 1, 3).plusDays(Chance.of(700, "since", listing.ticker()))
                : OLDEST.plusDays(Chance.of(12_000, "since", listing.ticker()));
    }

    /** Nine digits and letters; no real one begins so. */
    public String cusip() {
        return "ZZ%07d".formatted(Chance.of(10_000_000, "cusip", listing.ticker()));
    }

    public String isin() {
        return "US" + cusip() + Chance.of(10, "isin", listing.ticker());
    }

    public String exchangeName() {
        return switch (listing.exchange()) {
            case "NASDAQ" -> "NASDAQ Global Select";
            case "NYSE" -> "New York Stock Exchange";
            case "AMEX" -> "New York Stock Exchange American";
            case "PCX" -> "New York Stock Exchange Arca";
            default -> "CBOE BZX";
        };
    }
}
