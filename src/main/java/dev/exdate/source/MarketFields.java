package dev.exdate.source;

import dev.exdate.format.Fields;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.truth.PaymentKind;
import org.jspecify.annotations.Nullable;

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
                .with("adjAmount", dividend.adjAmount())
                .with("kind", kind(dividend))
                .with("frequency", dividend.frequency())
                .with("currency", dividend.currency());
    }

    /** Of an ordinary dividend, sources say nothing. */
    private static @Nullable String kind(Distribution dividend) {
        String stated = dividend.kind() == null ? dividend.frequency() : dividend.kind();
        PaymentKind kind = PaymentKind.of(stated, dividend.amount());
        return kind == PaymentKind.REGULAR ? null : kind.word();
    }

    public static Fields split(Fields row, Split split) {
        return row.with("date", split.date())
                .with("numerator", split.numerator())
                .with("denominator", split.denominator());
    }
}
