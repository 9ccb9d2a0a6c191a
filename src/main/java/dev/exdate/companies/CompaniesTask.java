package dev.exdate.companies;

import dev.exdate.companies.CompanyFinding.Outcome;
import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Written;
import dev.exdate.guard.FailureShareRule;
import dev.exdate.guard.Limits;
import dev.exdate.market.Ticker;
import dev.exdate.task.NotThere;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskLedger;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import dev.exdate.task.UnknownSymbols;
import dev.exdate.web.BoundedFetch;
import io.quarkus.arc.All;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fills in missing company data: first what lists state for all symbols, then symbol by symbol, those with the oldest attempt
 * first. Only the latter count against the limit.
 */
@Dependent
public final class CompaniesTask implements Task {
    private static final int AT_ONCE = 8;
    private static final int BATCH = 50;
    private static final Duration LONGEST_UNSTORED = Duration.ofSeconds(2);

    /** If more of the checked symbols failed, a source has a problem and the task fails. */
    private static final FailureShareRule FAILURES = FailureShareRule.of(Limits.USUAL.sources());

    private final List<CompanySource> sources;
    private final CompanyStore store;
    private final Database database;

    /** @param sources first those that are asked first */
    public CompaniesTask(@All List<CompanySource> sources, Database database, BulkWriter writer, Clock clock) {
        this.sources = List.copyOf(sources);
        this.store = new CompanyStore(database, writer, clock);
        this.database = database;
    }

    @Override
    public TaskName name() {
        return TaskName.COMPANIES;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws Exception {
        TaskLog log = context.log();
        log.line("📊 Symbols with NULL company data: %,d".formatted(store.without()));
        Optional<NotThere> unknown = UnknownSymbols.of(database, context);
        List<CompanySource> usable =
                sources.stream().filter(CompanySource::usable).toList();
        boolean led = usable.stream().anyMatch(CompanySource::leads);
        boolean all =
                !context.assignment().narrowed() && context.options().symbols().isEmpty();
        Tally listed = all ? new CompanyLists(usable, led, store, log).fill() : Tally.NONE;
        List<DueCompany> due = due(context, led);
        if (due.isEmpty()) {
            log.line(
                    context.options().symbols().isEmpty()
                            ? "✅ No symbol is due: all symbols without a company were tried recently"
                            : "✅ All known ones of these symbols have a company");
            return NotThere.after(new TaskOutcome.Succeeded(listed), unknown);
        }
        Progress progress = new Progress(context.ledger(), listed);
        CompanySearch search = new CompanySearch(usable, log);
        new BoundedFetch(AT_ONCE).each(due, search::find, progress::take);
        progress.flush();
        return NotThere.after(close(log, progress, due.size()), unknown);
    }

    private List<DueCompany> due(TaskContext context, boolean details) throws SQLException {
        if (context.assignment().narrowed()) {
            return store.named(
                    context.assignment().only(UnitKind.SYMBOL).map(Unit::name).toList());
        }
        Set<Ticker> symbols = context.options().symbols();
        if (!symbols.isEmpty()) {
            return store.named(symbols.stream().map(Ticker::symbol).toList());
        }
        return store.due(
                Math.max(
                        0,
                        context.options().companiesLimit()
                                - context.assignment().done().size()),
                details);
    }

    private TaskOutcome close(TaskLog log, Progress progress, int processed) throws SQLException, TaskFailed {
        long found = progress.count(Outcome.DATA);
        long failed = progress.count(Outcome.FAILED);
        long unknown = progress.count(Outcome.NOTHING);
        log.line("✅ Companies complete: %d successful, %d failed, %d unknown to all sources"
                .formatted(found, failed, unknown));
        log.line("  📈 Company data filled: %d symbols (processed %d, success rate %.1f%%)"
                .formatted(found, processed, 100.0 * found / processed));
        log.line("  📊 Remaining NULL companies: %,d".formatted(store.without()));
        Tally tally = progress.tally();
        if (FAILURES.isTooMany(failed, processed)) {
            throw new TaskFailed(
                    "the sources failed for %d of %d symbols (limit %d%%); see the task's log; the next run tries them again"
                            .formatted(failed, processed, FAILURES.failed()),
                    tally);
        }
        return new TaskOutcome.Succeeded(tally);
    }

    /** Findings that wait to be written, a batch at a time. */
    private final class Progress {
        private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        private final List<CompanyFinding> waiting = new ArrayList<>();
        private final TaskLedger ledger;
        private final Tally listed;
        private Written written = Written.NOTHING;
        private long flushed = System.nanoTime();

        /** @param listed what lists have stated already */
        Progress(TaskLedger ledger, Tally listed) {
            this.ledger = ledger;
            this.listed = listed;
        }

        void take(CompanyFinding finding) throws SQLException {
            counts.merge(finding.outcome(), 1L, Long::sum);
            waiting.add(finding);
            if (waiting.size() >= BATCH || System.nanoTime() - flushed > LONGEST_UNSTORED.toNanos()) {
                flush();
            }
        }

        void flush() throws SQLException {
            written = written.plus(store.save(waiting));
            for (CompanyFinding finding : waiting) {
                Unit unit = Unit.symbol(finding.due().ticker());
                if (finding.outcome() == Outcome.FAILED) {
                    ledger.failed(unit, "no source knows the company");
                } else {
                    ledger.done(unit);
                }
            }
            waiting.clear();
            flushed = System.nanoTime();
            ledger.progress(tally());
        }

        Tally tally() {
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            return listed.plus(new Tally(
                    all,
                    count(Outcome.DATA),
                    written.added(),
                    written.changed(),
                    written.same(),
                    count(Outcome.FAILED)));
        }

        long count(Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }
    }
}
