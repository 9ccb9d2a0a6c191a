package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A made-up fund's holdings on a day: bills, cash and written calls for an option fund, shares and cash for any other
 * fund.
 */
final class FundHoldings {
    private static final BigDecimal ASSETS = new BigDecimal("250000000.00");
    private static final DateTimeFormatter OPTION_DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final List<Listing> shares;
    private final long seed;

    FundHoldings(List<Listing> listings, long seed) {
        this.shares = listings.stream()
                .filter(listing -> listing.kind() == Listing.Kind.SHARE)
                .toList();
        this.seed = seed;
    }

    List<Position> of(Listing fund, LocalDate day) {
        return switch (fund.kind()) {
            case OPTION_FUND -> optionFund(fund, day);
            case ETF -> shares.isEmpty() ? List.of() : shareFund(fund, day);
            default -> List.of();
        };
    }

    private List<Position> optionFund(Listing fund, LocalDate day) {
        List<Position> positions = new ArrayList<>();
        Ticker underlying = fund.underlying() == null ? fund.ticker() : fund.underlying();
        LocalDate expiry = day.plusDays(20 + Chance.of(20, "expiry", fund.ticker(), day.getMonth()));
        long strike = 10_000L + 500L * Chance.of(100, "strike", fund.ticker(), day.getMonth());
        String option = "%-6s%sC%08d".formatted(underlying.symbol(), expiry.format(OPTION_DAY), strike);
        String bill = "912797%s"
                .formatted("ABCDEFGHJKLM"
                                .substring(Chance.of(10, "bill", fund.ticker()), 12)
                                .substring(0, 2) + "1");
        positions.add(position(
                option,
                option,
                underlying + " US " + expiry + " C" + strike / 1000,
                new BigDecimal("-15000"),
                new BigDecimal("0.55"),
                new BigDecimal("-825000.00")));
        positions.add(position(
                bill,
                bill,
                "United States Treasury Bill",
                new BigDecimal("150000000"),
                new BigDecimal("0.99"),
                new BigDecimal("148500000.00")));
        positions.add(position(
                "Cash&Other",
                "Cash&Other",
                "Cash & Other",
                new BigDecimal("102325000.00"),
                BigDecimal.ONE,
                new BigDecimal("102325000.00")));
        return positions;
    }

    private List<Position> shareFund(Listing fund, LocalDate day) {
        int count = Math.min(shares.size(), 20 + Chance.of(20, "positions", fund.ticker()));
        int start = Chance.of(shares.size(), "first position", seed, fund.ticker());
        List<Position> positions = new ArrayList<>();
        BigDecimal left = ASSETS;
        for (int i = 0; i < count; i++) {
            Listing share = shares.get((start + i) % shares.size());
            BigDecimal price =
                    BigDecimal.valueOf(1_000 + Chance.of(30_000, "held at", share.ticker(), day.getMonth()), 2);
            BigDecimal wanted = ASSETS.multiply(BigDecimal.valueOf(97 - i % 7))
                    .divide(BigDecimal.valueOf(100L * count), 2, RoundingMode.DOWN);
            BigDecimal number = wanted.divide(price, 0, RoundingMode.DOWN);
            BigDecimal value = number.multiply(price).setScale(2, RoundingMode.HALF_UP);
            left = left.subtract(value);
            positions.add(position(
                    share.ticker().symbol(), new Company(share).cusip(), share.issuer(), number, price, value));
        }
        positions.add(position("Cash&Other", "Cash&Other", "Cash & Other", left, BigDecimal.ONE, left));
        return positions;
    }

    private static Position position(
            String asset, String cusip, String name, BigDecimal shares, BigDecimal price, BigDecimal value) {
        BigDecimal weight = value.movePointRight(2).divide(ASSETS, 2, RoundingMode.HALF_UP);
        return new Position(asset, cusip, name, shares, price, value, weight);
    }
}
