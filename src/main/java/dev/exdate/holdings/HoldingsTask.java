package dev.exdate.holdings;

import dev.exdate.database.Database;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
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
import dev.exdate.task.UnreadableRows;
import dev.exdate.web.BoundedFetch;
import io.quarkus.arc.All;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads fund holdings; adds a day to the history only if they have changed. */
@Dependent
public final class HoldingsTask implements Task {
    private static final int AT_ONCE = 8;
    private static final FailureShareRule FAILURES = FailureShareRule.of(Limits.USUAL.sources());

    private final List<HoldingsSource> sources;
    private final HoldingsStore store;
    private final Database database;

    /** @param sources first those that are asked first */
    public HoldingsTask(@All List<HoldingsSource> sources, Database database, Clock clock) {
        this.sources = List.copyOf(sources);
        this.store = new HoldingsStore(database, clock);
        this.database = database;
    }

    @Override
    public TaskName name() {
        return TaskName.HOLDINGS;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws Exception {
        TaskLog log = context.log();
        HoldingsSearch search = new HoldingsSearch(
                sources.stream().filter(HoldingsSource::usable).toList(), log);
        List<Fund> all = store.funds();
        Set<String> named =
                context.options().symbols().stream().map(Ticker::symbol).collect(Collectors.toCollection(TreeSet::new));
        Optional<NotThere> unknown = NotThere.of(
                "fund",
                "funds",
                named,
                all.stream().map(fund -> fund.ticker().symbol()).collect(Collectors.toSet()),
                "`exdate discover` loads new funds");
        unknown.ifPresent(it -> log.line("⚠️  " + it.words()));
        List<Fund> funds = all.stream()
                .filter(fund -> named.isEmpty() || named.contains(fund.ticker().symbol()))
                .filter(fund -> context.assignment().includes(Unit.symbol(fund.ticker())))
                .filter(fund -> !context.assignment().done().contains(Unit.symbol(fund.ticker())))
                .toList();
        List<Fund> asked = funds.stream().filter(search::has).toList();
        log.line("📊 %d funds, %d of them with a holdings source".formatted(funds.size(), asked.size()));
        if (asked.isEmpty()) {
            return NotThere.after(new TaskOutcome.Succeeded(Tally.NONE), unknown);
        }
        Progress progress = new Progress(context, search);
        new BoundedFetch(AT_ONCE).each(asked, fund -> search.find(fund, context.marketDay()), progress::take);
        boolean some = !named.isEmpty()
                || context.assignment().narrowed()
                || !context.assignment().done().isEmpty();
        return NotThere.after(close(log, progress, asked.size(), some), unknown);
    }

    private static TaskOutcome close(TaskLog log, Progress progress, int asked, boolean some) throws TaskFailed {
        Tally tally = progress.tally();
        log.line("✅ Holdings complete: %d updated, %d unchanged, %d without holdings, %d failed"
                .formatted(progress.added + progress.changed, progress.same, progress.nothing, progress.failed));
        if (FAILURES.isTooMany(progress.failed, asked)) {
            throw new TaskFailed(
                    "holdings of %d of %d funds could not be read (limit %d%%); stored data unchanged; the first: %s"
                            .formatted(progress.failed, asked, FAILURES.failed(), progress.first),
                    tally);
        }
        if (progress.positions == 0 && !some) {
            throw new TaskFailed(
                    "no source had holdings for any of %d funds; their format may have changed; stored data unchanged"
                            .formatted(asked),
                    tally);
        }
        return new TaskOutcome.Succeeded(tally);
    }

    /** Stores each reply as it comes, so that memory holds only a few funds. */
    private final class Progress {
        private final LocalDate marketDay;
        private final TaskLog log;
        private final TaskLedger ledger;
        private long positions;
        private long added;
        private long changed;
        private long same;
        private long nothing;
        private long failed;
        private String first = "";
        private final HoldingsGuard doubts;
        private final HoldingsSearch search;

        Progress(TaskContext context, HoldingsSearch search) {
            this.search = search;
            this.doubts = new HoldingsGuard(database, context.gate(name()));
            this.marketDay = context.marketDay();
            this.log = context.log();
            this.ledger = context.ledger();
        }

        Tally tally() {
            return new Tally(added + changed + same + nothing + failed, positions, added, changed, same, failed);
        }

        void take(HoldingsSearch.Found found) throws SQLException {
            Fund fund = found.fund();
            String source = found.source();
            UnreadableRows.note(log, ledger, TaskName.HOLDINGS, fund.ticker().symbol(), found.answer());
            Answer<HeldPosition> answer = doubts.believed(found);
            switch (answer) {
                case Answer.Rows<HeldPosition>(List<HeldPosition> rows) -> {
                    positions += rows.size();
                    switch (store.save(fund, marketDay, source, rows)) {
                        case ADDED -> added++;
                        case CHANGED -> changed++;
                        case SAME -> same++;
                    }
                    ledger.done(Unit.symbol(fund.ticker()));
                }
                case Answer.Nothing<HeldPosition>() -> {
                    nothing++;
                    store.without(fund, source, answer);
                    ledger.done(Unit.symbol(fund.ticker()));
                }
                case Answer.Failed<HeldPosition>(var failure, String message) -> {
                    failed++;
                    search.distrust(fund, marketDay);
                    first = first.isEmpty() ? message : first;
                    log.line(
                            failure == Failure.IMPLAUSIBLE
                                    ? "⚠️  " + message
                                    : "❌ %s: %s: %s".formatted(fund.ticker(), failure.word(), message));
                    store.without(fund, source, answer);
                    ledger.failed(Unit.symbol(fund.ticker()), message);
                }
            }
            ledger.progress(tally());
        }
    }
}
