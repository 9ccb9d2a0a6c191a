package dev.exdate.sandbox;

import dev.exdate.market.Ticker;
import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.Position;
import dev.exdate.sandbox.market.StockSplit;
import dev.exdate.sandbox.site.HoldingsText;
import dev.exdate.settings.SourceId;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.yahoo.YahooSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The truth of a market, as CSV with the database's own column names. It streams, so no table is ever complete in
 * memory.
 */
public final class TruthTables {
    /** Sources that know of a dividend on its ex-date only. */
    private static final Set<SourceId> HISTORIES = Set.of(YahooSource.ID, AlphaVantageSource.ID);

    private final Market market;

    public TruthTables(Market market) {
        this.market = market;
    }

    /**
     * All dividends, including upcoming ones; payments of one day are added up. A declaration of zero, as on a fund's
     * page and in a release, is not a dividend.
     */
    public void dividends(Appendable out) throws IOException {
        out.append("symbol,ex_date,amount,record_date,payment_date,declaration_date,frequency,sources\n");
        for (Listing listing : market.known()) {
            Map<LocalDate, Payout> days = new LinkedHashMap<>();
            for (Payout payout : market.payouts(listing.ticker())) {
                if (payout.amount().signum() > 0) {
                    days.merge(payout.exDate(), payout, TruthTables::sum);
                }
            }
            for (Payout day : days.values()) {
                line(
                        out,
                        day.ticker(),
                        day.exDate(),
                        day.amount().toPlainString(),
                        day.recordDate(),
                        day.payDate(),
                        day.declared(),
                        day.frequency(),
                        sources(day));
            }
        }
    }

    private static Payout sum(Payout first, Payout second) {
        return first.withAmount(first.amount().add(second.amount()));
    }

    /** All payments, each with its kind; several a day. */
    public void distributions(Appendable out) throws IOException {
        out.append("symbol,ex_date,kind,amount,record_date,payment_date,declaration_date,frequency,status,sources\n");
        for (Listing listing : market.known()) {
            for (Payout payout : market.payouts(listing.ticker())) {
                line(
                        out,
                        payout.ticker(),
                        payout.exDate(),
                        payout.kind().word(),
                        payout.amount().toPlainString(),
                        payout.recordDate(),
                        payout.payDate(),
                        payout.declared(),
                        payout.frequency(),
                        status(payout),
                        sources(payout));
            }
        }
    }

    private String status(Payout payout) {
        if (!payout.payDate().isAfter(market.today())) {
            return "paid";
        }
        return payout.exDate().isAfter(market.today()) ? "declared" : "gone-ex";
    }

    /** Histories do not include upcoming dividends. */
    private String sources(Payout payout) {
        boolean ahead = payout.exDate().isAfter(market.today());
        return payout.sources().stream()
                .filter(source -> !ahead || !HISTORIES.contains(source))
                .map(SourceId::id)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    public void prices(Appendable out) throws IOException {
        out.append("symbol,date,open,high,low,close,adj_close,volume\n");
        for (Listing listing : market.known()) {
            for (Bar bar : market.bars(listing.ticker(), market.today().minusYears(10), market.today())) {
                line(
                        out,
                        listing.ticker(),
                        bar.date(),
                        bar.open().toPlainString(),
                        bar.high().toPlainString(),
                        bar.low().toPlainString(),
                        bar.close().toPlainString(),
                        bar.adjClose().toPlainString(),
                        bar.volume());
            }
        }
    }

    public void splits(Appendable out) throws IOException {
        out.append("symbol,split_date,split_ratio,numerator,denominator\n");
        for (Listing listing : market.known()) {
            for (StockSplit split : market.splits(listing.ticker())) {
                BigDecimal ratio = split.numerator().divide(split.denominator(), MathContext.DECIMAL64);
                line(out, split.ticker(), split.date(), ratio.toPlainString(), split.numerator(), split.denominator());
            }
        }
    }

    public void symbols(Appendable out) throws IOException {
        out.append("symbol,name,type,exchange,sector,industry,market_cap,active\n");
        Set<Ticker> listed = market.listings().stream().map(Listing::ticker).collect(Collectors.toSet());
        for (Listing listing : market.known()) {
            line(
                    out,
                    listing.ticker(),
                    HoldingsText.csv(listing.name()),
                    switch (listing.kind()) {
                        case ETF, OPTION_FUND -> "etf";
                        case TRUST -> "trust";
                        case SHARE, PREFERRED -> "stock";
                    },
                    listing.exchange(),
                    HoldingsText.csv(listing.sector()),
                    HoldingsText.csv(listing.industry()),
                    listing.marketCap() == 0 ? "" : listing.marketCap(),
                    listed.contains(listing.ticker()));
        }
    }

    public void holdings(Appendable out) throws IOException {
        out.append("symbol,asset,name,shares,weight,market_value\n");
        for (Listing listing : market.known()) {
            for (Position position : market.holdings(listing.ticker())) {
                line(
                        out,
                        listing.ticker(),
                        HoldingsText.csv(position.asset()),
                        HoldingsText.csv(position.name()),
                        position.shares().toPlainString(),
                        position.weight().toPlainString(),
                        position.marketValue().toPlainString());
            }
        }
    }

    private static void line(Appendable out, Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : ",");
            out.append(cells[i].toString());
        }
        out.append('\n');
    }
}
