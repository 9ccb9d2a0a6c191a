package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Written;
import dev.exdate.finding.Code;
import dev.exdate.finding.FindingStore;
import dev.exdate.market.Ticker;
import dev.exdate.payment.Statements;
import dev.exdate.task.FailureLog;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskLedger;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects results and writes them, some hundred symbols per transaction, together with their freshness. */
final class UpdateWriter {
    private static final int SYMBOLS = 200;
    private static final int ROWS = 20_000;
    private static final int SHOWN = 10;
    private static final List<Code> HELD_BACK = List.of(Code.HELD_BACK);

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
    private final Instant started;
    private final PriceStore prices;
    private final Statements statements;
    private final FreshnessStore freshness = new FreshnessStore();
    private final List<SymbolResult> batch = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Set<Ticker> symbols = new HashSet<>();
    private final Set<String> whole = new HashSet<>();
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
        this.started = context.startedAt();
        this.database = database;
        this.clock = clock;
        this.horizon = horizon;
        this.log = context.log();
        this.ledger = context.ledger();
        this.failures = new FailureLog(context);
        this.prices = new PriceStore(writer);
        this.statements = new Statements(writer);
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
        UpdateRows found = new UpdateRows(horizon);
        batch.forEach(distrust::note);
        batch.replaceAll(distrust::believed);
        for (SymbolResult findings : batch) {
            count(findings);
            found.add(findings);
        }
        said.addAll(found.said());
        log.lines(said);
        said.clear();
        Written now = database.inTransaction(handle -> {
            Written all = found.write(handle, prices, statements);
            new HeldFindings(handle).record(batch);
            freshness.write(handle, batch, clock.instant(), lateness::seen);
            new FindingStore(handle).settleUnseen(TaskName.UPDATE.id(), HELD_BACK, readAgain(), started);
            ledger.progress(handle, tally(written.plus(all), read + found.count()));
            return all;
        });
        written = written.plus(now);
        batch.stream()
                .filter(SymbolResult::isWhole)
                .forEach(findings -> whole.add(findings.due().ticker().symbol()));
        read += found.count();
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

    private List<String> readAgain() {
        return batch.stream()
                .filter(findings -> !findings.failed())
                .map(findings -> findings.due().ticker().symbol())
                .toList();
    }

    /** The data came from another source. */
    private void passedOver(String heldBack) {
        passedOver++;
        if (passedOver <= SHOWN) {
            said.add("⚠️  " + heldBack + " (another source was used)");
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

    /** Symbols whose whole series was stored. */
    Set<String> whole() {
        return whole;
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
