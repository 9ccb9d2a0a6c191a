package dev.exdate.sandbox.site;

import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Issuers' files of what their funds hold. */
public final class HoldingsText {
    private static final String TIDAL_HEADER =
            "Date,Account,StockTicker,CUSIP,SecurityName,Shares,Price,MarketValue,Weightings,NetAssets,SharesOutstanding,"
                    + "CreationUnits";
    private static final BigDecimal CREATION_UNIT = new BigDecimal("10000");
    private static final BigDecimal NET_ASSET_VALUE = new BigDecimal("20");

    private final Market market;

    public HoldingsText(Market market) {
        this.market = market;
    }

    /** Tidal's layout; several funds in one file as Roundhill has them, with the column that it adds. */
    public String tidal(List<Listing> funds, LocalDate date, boolean moneyMarketFlag) {
        StringBuilder text = new StringBuilder(TIDAL_HEADER)
                .append(moneyMarketFlag ? ",MoneyMarketFlag" : "")
                .append('\n');
        for (Listing fund : funds) {
            List<Position> positions = market.holdings(fund.ticker());
            BigDecimal assets = netAssets(positions);
            BigDecimal shares = assets.divide(NET_ASSET_VALUE, 0, RoundingMode.HALF_UP);
            String end = ",%s,%s,%s%s\n"
                    .formatted(
                            assets.setScale(2, RoundingMode.HALF_UP).toPlainString(),
                            shares.toPlainString(),
                            shares.divide(CREATION_UNIT, 1, RoundingMode.HALF_UP)
                                    .toPlainString(),
                            moneyMarketFlag ? "," : "");
            for (Position position : positions) {
                text.append(UsDate.padded(date))
                        .append(',')
                        .append(fund.ticker())
                        .append(',')
                        .append(csv(position.asset()))
                        .append(',')
                        .append(csv(position.cusip()))
                        .append(',')
                        .append(csv(position.name()))
                        .append(',')
                        .append(position.shares().toPlainString())
                        .append(',')
                        .append(position.price().toPlainString())
                        .append(',')
                        .append(position.marketValue().toPlainString())
                        .append(',')
                        .append(position.weight().toPlainString())
                        .append('%')
                        .append(end);
            }
        }
        return text.toString();
    }

    /** Global X: two lines above the header, numbers with thousands commas in quotes. */
    public String globalX(Listing fund, LocalDate date) {
        StringBuilder text = new StringBuilder()
                .append(csv(fund.name()))
                .append("\nFund Holdings Data as of ")
                .append(UsDate.padded(date))
                .append("\n% of Net Assets,Ticker,Name,SEDOL,Market Price ($),Shares Held,Market Value ($)\n");
        for (Position position : market.holdings(fund.ticker())) {
            boolean cash = position.asset().equals("Cash&Other");
            text.append(position.weight().toPlainString())
                    .append(',')
                    .append(cash ? "" : csv(position.asset()))
                    .append(',')
                    .append(csv(position.name()))
                    .append(',')
                    .append(cash ? "" : "B%06d".formatted(Chance.of(1_000_000, position.asset())))
                    .append(',')
                    .append(csv(grouped(position.price())))
                    .append(',')
                    .append(csv(grouped(position.shares())))
                    .append(',')
                    .append(csv(grouped(position.marketValue())))
                    .append('\n');
        }
        return text.toString();
    }

    private static BigDecimal netAssets(List<Position> positions) {
        return positions.stream().map(Position::marketValue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String grouped(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.US));
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /** Quoted where a comma or a quote asks for it. */
    public static String csv(String text) {
        return text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
