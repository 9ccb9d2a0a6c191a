package dev.exdate.source;

import dev.exdate.format.Fields;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;

/** Bars, distributions and splits as fields, the same for every source. */
public final class MarketFields {
    private MarketFields() {}

    public static Fields price(Fields row, PriceBar bar) {
        return row.with("date", bar.date())
                .with("open", bar.open())
                .with("high", bar.high())
                .with("low", bar.low())
                .with("close", bar.close())
                .with("adjClose", bar.adjClose())
                .with("volume", bar.volume());
    }

    public static Fields dividend(Fields row, Distribution dividend) {
        return row.with("symbol", dividend.ticker())
                .with("exDate", dividend.exDate())
                .with("recordDate", dividend.recordDate())
                .with("payDate", dividend.payDate())
                .with("declaredDate", dividend.declaredDate())
                .with("amount", dividend.amount())
                .with("frequency", dividend.frequency());
    }

    public static Fields split(Fields row, Split split) {
        return row.with("date", split.date())
                .with("numerator", split.numerator())
                .with("denominator", split.denominator());
    }
}
