package dev.exdate.discovery;

import dev.exdate.database.Database;
import dev.exdate.database.ListLengths;
import dev.exdate.format.Answer;
import dev.exdate.guard.Limits;
import dev.exdate.guard.ShrinkRule;
import dev.exdate.market.Ticker;
import dev.exdate.task.Assignment;
import dev.exdate.task.Tally;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import dev.exdate.task.UnreadableRows;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the symbols. It reads the directories in order (the first to list a symbol wins), adds symbols that trade,
 * excludes symbols that no source recognises, and leaves the uncertain ones alone. Nothing is deleted.
 */
@Dependent
public final class DiscoveryTask implements Task {
    private static final ShrinkRule SHORT = ShrinkRule.ofDirectories(Limits.USUAL.lists());

    private final SymbolDirectories directories;
    private final TradingEvidence evidence;
    private final SymbolVetting vetting;
    private final SymbolStore store;
    private final Database database;

    DiscoveryTask(
            SymbolDirectories directories,
            TradingEvidence evidence,
            SymbolVetting vetting,
            SymbolStore store,
            Database database) {
        this.directories = directories;
        this.evidence = evidence;
        this.vetting = vetting;
        this.store = store;
        this.database = database;
    }

    @Override
    public TaskName name() {
        return TaskName.DISCOVERY;
    }

    @Override
    public TaskOutcome run(TaskContext context) throws SQLException, InterruptedException, TaskFailed {
        Map<Ticker, ListedSymbol> listed = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        long read = 0;
        List<SymbolDirectory> asked = asked(context.assignment());
        for (SymbolDirectory directory : asked) {
            read += readInto(listed, directory, context, failures);
        }
        if (listed.isEmpty()) {
            throw new TaskFailed(
                    "no directory returned any symbol: " + String.join("; ", failures),
                    new Tally(asked.size(), 0, 0, 0, 0, failures.size()));
        }
        Tally tally = settle(listed, context, new Tally(asked.size(), read, 0, 0, 0, failures.size()));
        if (!failures.isEmpty()) {
            throw new TaskFailed(String.join("; ", failures), tally);
        }
        return new TaskOutcome.Succeeded(tally);
    }

    /** A list of symbols to check again needs all directories, because they name these symbols too. */
    private List<SymbolDirectory> asked(Assignment assignment) {
        boolean symbols = assignment.only(UnitKind.SYMBOL).findAny().isPresent();
        return symbols
                ? directories.usable()
                : directories.usable().stream()
                        .filter(directory -> assignment.includes(Unit.page(directory.name())))
                        .toList();
    }

    private long readInto(
            Map<Ticker, ListedSymbol> listed, SymbolDirectory directory, TaskContext context, List<String> failures)
            throws SQLException, InterruptedException {
        Answer<ListedSymbol> answer = directory.read();
        UnreadableRows.note(context.log(), context.ledger(), name(), directory.name(), answer);
        String trouble = switch (answer) {
            case Answer.Failed<ListedSymbol> failed -> directory.name() + ": " + failed.message();
            case Answer.Nothing<ListedSymbol> ignored -> directory.name() + ": empty list";
            case Answer.Rows<ListedSymbol> rows ->
                lengths(context)
                        .objection(
                                directory.name(),
                                context.marketDay(),
                                rows.rows().size(),
                                SHORT)
                        .orElse("");
        };
        if (!trouble.isEmpty()) {
            context.log().line((directory.required() ? "❌ " : "⚠️  ") + trouble);
            if (directory.required()) {
                failures.add(trouble);
                context.ledger().failed(Unit.page(directory.name()), trouble);
            }
            return 0;
        }
        context.ledger().had(Unit.page(directory.name()));
        List<ListedSymbol> rows = answer.rowsOrEmpty();
        long left = 0;
        for (ListedSymbol symbol : rows) {
            if (ListingRules.objection(symbol, directory.reach()).isPresent()) {
                left++;
            } else {
                listed.putIfAbsent(symbol.ticker(), symbol);
            }
        }
        context.log()
                .line("📋 %s: %d symbols, %d of them on excluded exchanges"
                        .formatted(directory.name(), rows.size(), left));
        return rows.size();
    }

    private ListLengths lengths(TaskContext context) {
        return new ListLengths(database, context.gate(name()));
    }

    private Tally settle(Map<Ticker, ListedSymbol> listed, TaskContext context, Tally before)
            throws SQLException, InterruptedException {
        Set<String> known = store.known();
        Set<String> excluded = store.stillExcluded();
        Set<Ticker> traded = evidence.traded(context.log());
        List<ListedSymbol> accepted = new ArrayList<>();
        List<ListedSymbol> doubtful = new ArrayList<>();
        for (ListedSymbol symbol : listed.values()) {
            boolean isKnown = known.contains(symbol.ticker().symbol());
            if (traded.contains(symbol.ticker())) {
                accepted.add(symbol);
            } else if (!excluded.contains(symbol.ticker().symbol())) {
                if (isKnown) {
                    accepted.add(symbol);
                } else if (isToBeVetted(symbol, context.assignment())) {
                    doubtful.add(symbol);
                }
            }
        }
        VettedSymbols settled = new VettedSymbols(store, context.log());
        settled.take(accepted, List.of());
        int undecided = context.options().validate() ? vetting.vet(doubtful, context, settled) : doubtful.size();
        settled.sayTotals(undecided);
        return before.plus(settled.tally(doubtful.size(), undecided));
    }

    /** A narrowed run checks only the symbols that were undecided last time. */
    private static boolean isToBeVetted(ListedSymbol symbol, Assignment assignment) {
        return assignment.only(UnitKind.SYMBOL).findAny().isEmpty()
                || assignment.includes(Unit.symbol(symbol.ticker()));
    }
}
