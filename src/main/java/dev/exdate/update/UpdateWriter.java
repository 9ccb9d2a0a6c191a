package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Written;
import dev.exdate.market.Distribution;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import dev.exdate.settings.SourceId;
import dev.exdate.task.FailureLog;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskLedger;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Collects results and writes them, some hundred symbols per transaction, together with their freshness. */
final class UpdateWriter {
    private static final int SYMBOLS = 200;
    private static final int ROWS = 20_000;
    private static final int SHOWN = 10;

    /** A crash loses at most this much of the results. */
    private static final Duration LONGEST_UNSTORED = Duration.ofSeconds(3);

    private final Database database;
    private final Clock clock;
    private final MarketProgress horizon;
    private final TaskLog log;
    private final TaskLedger ledger;
    private final FailureLog failures;
    private final LateSymbols lateness;
    private final NewSymbolGuard distrust;
    private final PriceStore prices;
    private final DividendStore dividends;
    private final FreshnessStore freshness = new FreshnessStore();
    private final List<SymbolResult> batch = new ArrayList<>();
    private final Set<Ticker> symbols = new HashSet<>();
    private final Map<DataKind, int[]> outcomes = new EnumMap<>(DataKind.class);

    private Written written = Written.NOTHING;
    private long read;
    private long flushed = System.nanoTime();
    private int rows;
    private int passedOver;
    private int asked;
    private int failed;

    UpdateWriter(
            Database database,
            BulkWriter writer,
            Clock clock,
            MarketProgress horizon,
            LateSymbols lateness,
            TaskContext context) {
        this.lateness = lateness;
        this.distrust = new NewSymbolGuard(context.gate(TaskName.UPDATE));
        this.database = database;
        this.clock = clock;
        this.horizon = horizon;
        this.log = context.log();
        this.ledger = context.ledger();
        this.failures = new FailureLog(context);
        this.prices = new PriceStore(writer);
        this.dividends = new DividendStore(writer);
    }

    void take(SymbolResult findings) throws SQLException {
        // Two spellings of one symbol: the second time its rows are no longer new.
        if (!symbols.add(findings.due().ticker())) {
            flush();
            symbols.add(findings.due().ticker());
        }
        batch.add(findings);
        rows += findings.rows();
        boolean old = System.nanoTime() - flushed > LONGEST_UNSTORED.toNanos();
        if (batch.size() >= SYMBOLS || rows >= ROWS || old) {
            flush();
        }
    }

    /** One transaction for all that has been collected. */
    void flush() throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        List<PriceSeries> newSeries = new ArrayList<>();
        List<PriceSeries> knownSeries = new ArrayList<>();
        List<DividendStore.Row> dividendRows = new ArrayList<>();
        List<PriceStore.SplitRow> splitRows = new ArrayList<>();
        batch.forEach(distrust::note);
        batch.replaceAll(distrust::believed);
        for (SymbolResult findings : batch) {
            count(findings);
            collectPrices(findings, findings.due().tail().isEmpty() ? newSeries : knownSeries);
            collectEvents(findings, dividendRows, splitRows);
        }
        long readNow =
                PriceStore.rows(newSeries) + PriceStore.rows(knownSeries) + dividendRows.size() + splitRows.size();
        Written now = database.inTransaction(handle -> {
            Written all = prices.writePrices(handle, newSeries, true)
                    .plus(prices.writePrices(handle, knownSeries, false))
                    .plus(dividends.write(handle, dividendRows))
                    .plus(prices.writeSplits(handle, splitRows));
            freshness.write(handle, batch, clock.instant(), lateness::seen);
            ledger.progress(handle, tally(written.plus(all), read + readNow));
            return all;
        });
        written = written.plus(now);
        read += readNow;
        log.line("💾 %,d symbols done, %,d rows new, %,d changed".formatted(asked, written.added(), written.changed()));
        batch.stream()
                .filter(findings -> !findings.failed() && !lateness.isLate(findings))
                .forEach(findings -> ledger.had(Unit.symbol(findings.due().ticker())));
        batch.clear();
        symbols.clear();
        rows = 0;
        flushed = System.nanoTime();
    }

    private void count(SymbolResult findings) {
        asked++;
        lateness.note(findings);
        Set<String> troubles = new LinkedHashSet<>();
        findings.outcomes().forEach((kind, outcome) -> {
            int[] counts = outcomes.computeIfAbsent(kind, any -> new int[3]);
            counts[outcome instanceof KindOutcome.Data ? 0 : outcome instanceof KindOutcome.Nothing ? 1 : 2]++;
            if (outcome instanceof KindOutcome.Failed) {
                troubles.add(outcome.heldBack()
                        .orElseGet(() -> "❌ " + findings.due().ticker() + ": All " + kind.id() + " sources failed: "
                                + outcome.words()));
            } else {
                outcome.heldBack().ifPresent(this::passedOver);
            }
        });
        troubles.addAll(findings.held());
        if (findings.failed()) {
            failed++;
        }
        troubles.forEach(trouble -> failures.add(Unit.symbol(findings.due().ticker()), trouble));
    }

    /** The data came from another source. */
    private void passedOver(String heldBack) {
        passedOver++;
        if (passedOver <= SHOWN) {
            log.line("⚠️  " + heldBack + " (another source was used)");
        }
    }

    private void collectPrices(SymbolResult findings, List<PriceSeries> all) {
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
                source.id());
        all.add(series);
        log.line("✅ %s: Stored %d price records (source: %s)%s"
                .formatted(
                        findings.due().ticker(),
                        series.bars().size(),
                        source.id().toUpperCase(Locale.ROOT),
                        findings.whole() && findings.due().lastPrice() != null
                                ? ", the whole series, because its past was restated"
                                : ""));
        if (series.rejected() > 0) {
            log.line("⚠️  %s: %d impossible bars rejected"
                    .formatted(findings.due().ticker(), series.rejected()));
        }
        for (LocalDate jump : series.jumps()) {
            log.line(
                    "⚠️  %s: the close of %s is more than five times or less than a fifth of the previous one, and no split is known"
                            .formatted(findings.due().ticker(), jump));
        }
    }

    /** Zero declarations and future days are not history. */
    private void collectEvents(
            SymbolResult findings, List<DividendStore.Row> dividendRows, List<PriceStore.SplitRow> splitRows) {
        SourceId source = findings.source(DataKind.DIVIDENDS);
        if (source != null) {
            List<Distribution> paid = findings.dividends().stream()
                    .filter(dividend -> dividend.amount().compareTo(BigDecimal.ZERO) > 0)
                    .filter(dividend -> !dividend.exDate().isAfter(horizon.marketDay()))
                    .toList();
            paid.forEach(dividend -> dividendRows.add(new DividendStore.Row(dividend, source.id())));
            log.line("✅ %s: Stored %d dividend records (source: %s)"
                    .formatted(findings.due().ticker(), paid.size(), source.id().toUpperCase(Locale.ROOT)));
        }
        SourceId splitter = findings.source(DataKind.SPLITS);
        if (splitter != null) {
            for (Split split : findings.splits()) {
                if (!split.date().isAfter(horizon.marketDay())) {
                    splitRows.add(new PriceStore.SplitRow(findings.due().ticker(), split, splitter.id()));
                }
            }
        }
    }

    void sayEnd() {
        failures.close();
        if (passedOver > SHOWN) {
            log.line("⚠️  and %d more for which another source was used".formatted(passedOver - SHOWN));
        }
        lateness.line().ifPresent(log::line);
        int[] price = outcomes.getOrDefault(DataKind.PRICES, new int[3]);
        int[] dividend = outcomes.getOrDefault(DataKind.DIVIDENDS, new int[3]);
        log.line("✅ Prices complete: %d successful, %d failed".formatted(price[0] + price[1], price[2]));
        log.line("✅ Dividends complete: %d successful, %d skipped (no dividends), %d failed"
                .formatted(dividend[0], dividend[1], dividend[2]));
    }

    String firstFailure() {
        return failures.first();
    }

    int asked() {
        return asked;
    }

    int failed() {
        return failed;
    }

    Tally tally() {
        return tally(written, read);
    }

    private Tally tally(Written all, long rowsRead) {
        return new Tally(asked, rowsRead, all.added(), all.changed(), all.same(), failed);
    }
}
