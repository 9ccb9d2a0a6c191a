package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.guard.Guard;
import dev.exdate.guard.Limits;
import dev.exdate.guard.PriceGuard;
import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import dev.exdate.payment.Decisions;
import dev.exdate.task.NotThere;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import dev.exdate.task.UnknownSymbols;
import io.quarkus.arc.All;
import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The main update: prices, dividends and splits of every symbol that is due, company data of all shares, then the
 * derived figures.
 */
@Dependent
public final class UpdateTask implements Task {
    /** More than any source may be asked for at once: some answers are slow. */
    private static final int WORKERS = 24;

    private static final int WAITING = 2;

    private final List<SymbolSource> sources;
    private final CompanyScreener companies;
    private final Database database;
    private final BulkWriter writer;
    private final TradingCalendar calendar;
    private final Clock clock;

    /** @param sources of prices, dividends and splits, in the order in which they are asked */
    UpdateTask(
            @All List<SymbolSource> sources,
            CompanyScreener companies,
            Database database,
            BulkWriter writer,
            TradingCalendar calendar,
            Clock clock) {
        this.sources = List.copyOf(sources);
        this.companies = companies;
        this.database = database;
        this.writer = writer;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public TaskName name() {
        return TaskName.UPDATE;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws Exception {
        TaskLog log = context.log();
        // As of the run's first start, so that a resumed run does not read again what it has read since then.
        MarketProgress horizon = MarketProgress.of(calendar, context.marketDay(), context.startedAt());
        boolean narrowed = context.assignment().narrowed();
        Optional<NotThere> unknown = UnknownSymbols.of(database, context);
        if (unknown.filter(NotThere::all).isPresent()) {
            return new TaskOutcome.Failed(unknown.get().words(), Tally.NONE);
        }
        Set<Ticker> chosen = narrowed ? symbols(context) : context.options().symbols();
        NightPlan plan = plan(horizon, chosen, !narrowed, context);
        DueCounts counts = DueCounts.of(database, horizon, plan.symbols().size());
        if (counts.known() == 0) {
            throw new TaskFailed("raw_stocks has no symbols; run `exdate discover` first");
        }
        counts.sayTo(log);
        LateSymbols lateness = new LateSymbols(calendar, horizon.lastSession());
        UpdateWriter found = new UpdateWriter(database, writer, clock, horizon, lateness, context);
        if (!narrowed || counts.due() > 0) {
            read(plan, horizon, found, context);
        }
        boolean companiesDue = counts.companiesDue() > 0 || !chosen.isEmpty() && counts.due() > 0;
        if (narrowed ? context.assignment().includes(CompanyScreener.UNIT) : companiesDue) {
            companies.update(context, horizon);
        }
        complete(context, horizon, found);
        refuseTooManyFailures(found, context.options().update().failureShare());
        refuseYesterday(lateness, found, context);
        log.line("✅ PIPELINE COMPLETE");
        return NotThere.after(new TaskOutcome.Succeeded(found.tally()), unknown);
    }

    private static Set<Ticker> symbols(TaskContext context) {
        return context.assignment()
                .only(UnitKind.SYMBOL)
                .map(unit -> new Ticker(unit.name()))
                .collect(Collectors.toSet());
    }

    /** The newest closes do where the first source has them and nobody has asked for certain symbols or days. */
    private NightPlan plan(MarketProgress horizon, Set<Ticker> chosen, boolean asked, TaskContext context)
            throws SQLException {
        List<SymbolFacts> facts = new PlanFacts(database, calendar, horizon).read(chosen, asked && !chosen.isEmpty());
        return symbolsAtOnce() == 0
                        || !chosen.isEmpty()
                        || context.options().update().from() != null
                ? NightPlan.ofAllDue(facts)
                : NightPlan.ofTurns(facts, calendar.isTradingDay(horizon.marketDay()));
    }

    private int symbolsAtOnce() {
        return sources.stream()
                .filter(SymbolSource::usable)
                .findFirst()
                .map(SymbolSource::symbolsAtOnce)
                .orElse(0);
    }

    private void read(NightPlan plan, MarketProgress horizon, UpdateWriter found, TaskContext context)
            throws Exception {
        SourceHealth health = new SourceHealth();
        sources.forEach(source -> source.expect(plan.symbols().size()));
        AnswerGuard guard = new AnswerGuard(
                new PriceGuard(calendar.previousTradingDay(horizon.lastSession()), Limits.USUAL), context.gate(name()));
        SourceOrder order = new SourceOrder(sources, health, guard);
        if (order.ids().isEmpty()) {
            throw new TaskFailed("no price source is enabled; see EXDATE_SOURCE_YAHOO_ENABLED", found.tally());
        }
        SymbolReader reader =
                new SymbolReader(order, horizon, context.options().update().from());
        SparkReader closes = new SparkReader(order, reader, calendar, horizon.lastSession());
        int atOnce = Math.max(1, symbolsAtOnce());
        if (plan.symbols().stream().anyMatch(it -> it.route() != Route.ASKED)) {
            context.log().line(plan.words(atOnce));
        }
        DueSymbols due = new DueSymbols(database, plan, atOnce, horizon.marketDay());
        try {
            new Conveyor(WORKERS, WAITING).run(due::feed, closes::read, (List<SymbolResult> results) -> {
                for (SymbolResult result : results) {
                    found.take(result);
                }
            });
        } catch (SourcesDown e) {
            found.flush();
            found.sayEnd();
            String reason = "all sources of %s failed, stopped after %d symbols: %s; left for the next run: %s"
                    .formatted(e.kind().id(), found.asked(), words(health), plan.left(found.asked()));
            // The remaining symbols were not asked for, so everything due must be asked for again.
            context.ledger().failed(Unit.task(name()), reason);
            throw new TaskFailed(reason, found.tally());
        }
        found.flush();
        closes.sayEnd(context.log());
        found.sayEnd();
    }

    private static String words(SourceHealth health) {
        return health.down().entrySet().stream()
                .map(down -> down.getKey().id() + " " + down.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Derived data; also after failures of some symbols. */
    private void complete(TaskContext context, MarketProgress horizon, UpdateWriter found) throws SQLException {
        TaskLog log = context.log();
        Decisions.Decided decided = new Decisions(database, writer, context.marketDay()).decide();
        log.line("⚖️  Payments decided: %,d new or changed, %,d withdrawn, %,d conflicts between sources"
                .formatted(decided.believed(), decided.withdrawn(), decided.conflicts()));
        AdjustedCloseStore adjusted = new AdjustedCloseStore(database);
        log.line("🧮 Adjusted closes computed again: " + adjusted.update(context.marketDay(), found.whole()));
        database.inTransaction(adjusted::mark);
        Set<Ticker> named = context.options().symbols();
        log.line("📐 Derived figures changed: " + new FigureStore(database).update(context.marketDay(), named));
        new BareBars(database).sayTo(log, context.marketDay());
        if (found.failed() == 0 && named.isEmpty() && !context.assignment().narrowed()) {
            new AutoExclusion(database).run(horizon.lastSession(), log);
        }
    }

    /** An update that got no prices for its day has not succeeded. */
    private void refuseYesterday(LateSymbols lateness, UpdateWriter found, TaskContext context) throws TaskFailed {
        Optional<String> objection =
                lateness.finding().flatMap(it -> context.gate(name()).objection(Guard.STALE, name().id(), it));
        if (objection.isPresent()) {
            throw new TaskFailed(objection.get(), found.tally());
        }
    }

    private void refuseTooManyFailures(UpdateWriter found, BigDecimal share) throws TaskFailed {
        BigDecimal bearable = share.multiply(BigDecimal.valueOf(found.asked()));
        if (BigDecimal.valueOf(found.failed()).compareTo(bearable) > 0) {
            throw new TaskFailed(
                    "%d of %d symbols failed, more than the allowed share of %s (EXDATE_UPDATE_FAILURE_SHARE); the first: %s"
                            .formatted(found.failed(), found.asked(), share.toPlainString(), found.firstFailure()),
                    found.tally());
        }
    }
}
