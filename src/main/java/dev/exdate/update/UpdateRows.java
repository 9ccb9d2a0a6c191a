package dev.exdate.update;

import dev.exdate.database.Handle;
import dev.exdate.database.bulk.Written;
import dev.exdate.market.Split;
import dev.exdate.payment.StatedEvent;
import dev.exdate.payment.Statements;
import dev.exdate.settings.SourceId;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of one transaction, and what the log says of them. */
final class UpdateRows {
    private final MarketProgress horizon;
    private final List<PriceSeries> ofNewSymbols = new ArrayList<>();
    private final List<PriceSeries> ofKnownSymbols = new ArrayList<>();
    private final List<PriceStore.SplitRow> splits = new ArrayList<>();
    private final List<StatedEvent> statedSplits = new ArrayList<>();
    private final List<SymbolResult> results = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private int paid;

    UpdateRows(MarketProgress horizon) {
        this.horizon = horizon;
    }

    void add(SymbolResult findings) {
        results.add(findings);
        prices(findings, findings.due().tail().isEmpty() ? ofNewSymbols : ofKnownSymbols);
        dividends(findings);
        splits(findings);
    }

    /** A line or more for each symbol with data. */
    List<String> said() {
        return said;
    }

    long count() {
        return PriceStore.rows(ofNewSymbols) + PriceStore.rows(ofKnownSymbols) + paid + splits.size();
    }

    /** With what the sources have said, so that neither is ever stored without the other. */
    Written write(Handle handle, PriceStore priceStore, Statements statements) throws SQLException {
        Written said = statements.append(handle, new DividendReadings(horizon.marketDay()).of(handle, results));
        statements.appendEvents(handle, statedSplits);
        return priceStore
                .writePrices(handle, ofNewSymbols, true)
                .plus(priceStore.writePrices(handle, ofKnownSymbols, false))
                .plus(said)
                .plus(priceStore.writeSplits(handle, splits));
    }

    private void prices(SymbolResult findings, List<PriceSeries> all) {
        SourceId source = findings.source(DataKind.PRICES);
        if (source == null) {
            return;
        }
        PriceSeries series = PriceSeries.of(
                        findings.due().ticker(),
                        findings.bars(),
                        findings.splits(),
                        findings.due().tail(),
                        horizon.lastSession(),
                        source.id())
                .adjusted(CashPaid.of(findings));
        all.add(series);
        said.add("✅ %s: Stored %d price records (source: %s)%s"
                .formatted(
                        findings.due().ticker(),
                        series.bars().size(),
                        source.id().toUpperCase(Locale.ROOT),
                        findings.whole() && findings.due().lastPrice() != null
                                ? ", the whole series, because its past was restated"
                                : ""));
        if (series.rejected() > 0) {
            said.add("⚠️  %s: %d impossible bars rejected"
                    .formatted(findings.due().ticker(), series.rejected()));
        }
        for (LocalDate jump : series.jumps()) {
            said.add(
                    "⚠️  %s: the close of %s is more than five times or less than a fifth of the previous one, and no split is known"
                            .formatted(findings.due().ticker(), jump));
        }
    }

    /** Zero declarations and future days are no history; they are only statements. */
    private void dividends(SymbolResult findings) {
        SourceId source = findings.source(DataKind.DIVIDENDS);
        if (source == null) {
            return;
        }
        long past = findings.dividends().stream()
                .filter(dividend -> dividend.amount().compareTo(BigDecimal.ZERO) > 0)
                .filter(dividend -> !dividend.exDate().isAfter(horizon.marketDay()))
                .count();
        paid += (int) past;
        said.add("✅ %s: Stored %d dividend records (source: %s)"
                .formatted(findings.due().ticker(), past, source.id().toUpperCase(Locale.ROOT)));
    }

    private void splits(SymbolResult findings) {
        SourceId source = findings.source(DataKind.SPLITS);
        if (source == null) {
            return;
        }
        for (Split split : findings.splits()) {
            statedSplits.add(
                    StatedEvent.split(source.id(), findings.due().ticker().symbol(), split));
            if (!split.date().isAfter(horizon.marketDay())) {
                splits.add(new PriceStore.SplitRow(findings.due().ticker(), split, source.id()));
            }
        }
    }
}
