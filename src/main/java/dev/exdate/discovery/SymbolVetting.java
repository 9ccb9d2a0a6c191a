package dev.exdate.discovery;

import dev.exdate.discovery.SymbolCheck.Verdict;
import dev.exdate.discovery.SymbolStore.Rejected;
import dev.exdate.task.TaskContext;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Checks symbols one by one, in parallel, within the sources' rate limits. */
@Dependent
final class SymbolVetting {
    private static final String REASON =
            "No recent price data (within 7 days) and no dividend history (within 365 days)";

    private static final Duration LONGEST_UNSTORED = Duration.ofSeconds(2);

    private final SymbolCheck check;

    SymbolVetting(SymbolCheck check) {
        this.check = check;
    }

    /** Receives the decisions so far, several times, so that a crash loses few of them. */
    interface Taker {
        void take(List<ListedSymbol> alive, List<Rejected> rejected) throws SQLException;
    }

    /** @return how many stayed undecided because a source failed */
    int vet(List<ListedSymbol> doubtful, TaskContext context, Taker taker) throws InterruptedException, SQLException {
        List<ListedSymbol> alive = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        int undecided = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                List<Future<Verdict>> verdicts = new ArrayList<>();
                for (ListedSymbol symbol : doubtful) {
                    verdicts.add(threads.submit(() -> check.check(symbol.ticker(), context.marketDay())));
                }
                long taken = System.nanoTime();
                for (int i = 0; i < doubtful.size(); i++) {
                    ListedSymbol symbol = doubtful.get(i);
                    switch (verdicts.get(i).get()) {
                        case Verdict.Alive ignored -> alive.add(symbol);
                        case Verdict.Nothing nothing ->
                            rejected.add(new Rejected(
                                    symbol.ticker().symbol(), REASON + "; " + nothing.answers(), "discovery"));
                        case Verdict.Undecided(String answers) -> {
                            undecided++;
                            context.ledger().failed(Unit.symbol(symbol.ticker()), answers);
                        }
                    }
                    if (System.nanoTime() - taken > LONGEST_UNSTORED.toNanos()) {
                        hand(alive, rejected, context, taker);
                        taken = System.nanoTime();
                    }
                }
                hand(alive, rejected, context, taker);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a symbol could not be checked", e.getCause());
            } finally {
                threads.shutdownNow();
            }
        }
        return undecided;
    }

    private static void hand(List<ListedSymbol> alive, List<Rejected> rejected, TaskContext context, Taker taker)
            throws SQLException {
        if (!alive.isEmpty() || !rejected.isEmpty()) {
            taker.take(List.copyOf(alive), List.copyOf(rejected));
            alive.forEach(symbol -> context.ledger().had(Unit.symbol(symbol.ticker())));
            rejected.forEach(symbol -> context.ledger().had(new Unit(UnitKind.SYMBOL, symbol.symbol())));
            alive.clear();
            rejected.clear();
        }
    }
}
