package dev.exdate.sandbox.lie;

import dev.exdate.market.TradingCalendar;
import dev.exdate.sandbox.market.StockSplit;
import dev.exdate.settings.SourceId;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.yahoo.YahooSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a provider tells of a split: prices first and dividends days later, or with a wrong ratio or day for some weeks. */
record SplitLiar(Disagreement disagreement, TradingCalendar calendar) {
    private static final int HALF = 500_000;
    private static final int THREE_PERCENT = 30_000;

    List<SplitLie> about(List<StockSplit> splits) {
        List<SplitLie> lies = new ArrayList<>();
        for (StockSplit split : splits) {
            boolean copied = disagreement.has(LieKind.COPYING)
                    && disagreement.roll(10, "copied", split.ticker(), split.date()) > 0;
            for (SourceId source : List.of(YahooSource.ID, FmpSource.ID)) {
                SplitLie lie = lie(split, source, copied ? "both" : source.id());
                if (lie != null) {
                    lies.add(lie);
                }
            }
        }
        return lies;
    }

    private @Nullable SplitLie lie(StockSplit split, SourceId source, String teller) {
        if (disagreement.strikes(LieKind.SPLIT_WRONG, THREE_PERCENT, split.ticker(), split.date(), teller)) {
            return new SplitLie(
                    LieKind.SPLIT_WRONG,
                    source,
                    split,
                    wrong(split),
                    true,
                    split.date(),
                    split.date().plusDays(30));
        }
        if (disagreement.strikes(LieKind.SPLIT_LATE, HALF, split.ticker(), split.date(), teller)) {
            int days = 2 + disagreement.roll(4, "late", split.ticker(), split.date());
            boolean listed = disagreement.roll(2, "listed", split.ticker(), split.date()) == 0;
            return new SplitLie(
                    LieKind.SPLIT_LATE,
                    source,
                    split,
                    listed ? split : null,
                    false,
                    split.date(),
                    split.date().plusDays(days));
        }
        return null;
    }

    private StockSplit wrong(StockSplit split) {
        return switch (disagreement.roll(4, "wrong", split.ticker(), split.date())) {
            case 0 -> new StockSplit(split.ticker(), split.date(), split.denominator(), split.numerator());
            case 1 ->
                new StockSplit(
                        split.ticker(),
                        calendar.previousTradingDay(split.date()),
                        split.numerator(),
                        split.denominator());
            default ->
                new StockSplit(
                        split.ticker(),
                        split.date(),
                        split.numerator(),
                        split.denominator().add(BigDecimal.valueOf(2)));
        };
    }
}
