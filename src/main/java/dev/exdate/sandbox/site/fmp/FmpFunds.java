package dev.exdate.sandbox.site.fmp;

import dev.exdate.sandbox.market.Company;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Position;
import dev.exdate.sandbox.market.Quote;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.sandbox.site.Spelling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/** What FMP says of funds: holdings, facts, sectors. */
final class FmpFunds {
    private static final Pattern PLAIN = Pattern.compile("[A-Z]{1,6}");
    private static final BigDecimal NET_ASSET_VALUE = new BigDecimal("20");

    private final Market market;
    private final Spelling spelling;

    FmpFunds(Market market, Spelling spelling) {
        this.market = market;
        this.spelling = spelling;
    }

    /** Cash and derivatives come without an asset's symbol. */
    String holdings(Listing fund) {
        JsonText json = new JsonText().array();
        for (Position position : market.holdings(fund.ticker())) {
            boolean plain = PLAIN.matcher(position.asset()).matches();
            json.object()
                    .field("symbol", spelling.of(fund.ticker()))
                    .field("asset", plain ? position.asset() : "")
                    .field("name", position.name())
                    .field("isin", plain ? "US" + position.cusip() + "0" : "")
                    .field("securityCusip", plain ? position.cusip() : "")
                    .field("sharesNumber", position.shares())
                    .field("weightPercentage", position.weight())
                    .field("marketValue", position.marketValue())
                    .field("updatedAt", market.today().minusDays(1) + " 02:08:20")
                    .end();
        }
        return json.text();
    }

    String info(Listing fund) {
        List<Position> positions = market.holdings(fund.ticker());
        BigDecimal assets = positions.stream().map(Position::marketValue).reduce(BigDecimal.ZERO, BigDecimal::add);
        Company company = new Company(fund);
        BigDecimal ratio = fund.expenseRatio();
        return new JsonText()
                .array()
                .object()
                .field("symbol", spelling.of(fund.ticker()))
                .field("name", fund.name())
                .field("description", fund.name() + " is made up.")
                .field("isin", company.isin())
                .field("assetClass", "Equity")
                .field("securityCusip", company.cusip())
                .field("domicile", "US")
                .field("website", "https://www.example.com")
                .field("etfCompany", fund.issuer())
                .field("expenseRatio", ratio == null ? null : ratio.movePointRight(2))
                .field("assetsUnderManagement", assets.setScale(0, RoundingMode.HALF_UP))
                .field("avgVolume", company.averageVolume())
                .field("inceptionDate", company.since().toString())
                .field("nav", Quote.of(market, fund.ticker()).map(Quote::price).orElse(NET_ASSET_VALUE))
                .field("navCurrency", "USD")
                .field("holdingsCount", positions.size())
                .field("updatedAt", market.today().minusDays(1) + "T02:08:20.821Z")
                .array("sectorsList")
                .object()
                .field("industry", "Technology")
                .field("exposure", new BigDecimal("97.5"))
                .end()
                .text();
    }

    String sectors(Listing fund) {
        return new JsonText()
                .array()
                .object()
                .field("symbol", spelling.of(fund.ticker()))
                .field("sector", "Technology")
                .field("weightPercentage", new BigDecimal("97.5"))
                .text();
    }

    /** Here the weight is text with a sign. */
    String countries(Listing fund) {
        return new JsonText()
                .array()
                .object()
                .field("country", "United States")
                .field("weightPercentage", "97.5%")
                .field("symbol", spelling.of(fund.ticker()))
                .text();
    }
}
