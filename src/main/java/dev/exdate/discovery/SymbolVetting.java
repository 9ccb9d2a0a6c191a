package dev.exdate.discovery;

import dev.exdate.discovery.SymbolCheck.Verdict;
import dev.exdate.discovery.SymbolStore.Rejected;
import dev.exdate.task.TaskContext;
import dev.exdate.task.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Checks symbols one by one, side by side at the sources' own pace. */
final class SymbolVetting {
    private static final String REASON =
            "No recent price data (within 7 days) and no dividend history (within 365 days)";

    private final SymbolCheck check;

    SymbolVetting(SymbolCheck check) {
        this.check = check;
    }

    Result vet(List<ListedSymbol> doubtful, TaskContext context) throws InterruptedException {
        List<ListedSymbol> alive = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        int undecided = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Verdict>> verdicts = new ArrayList<>();
            for (ListedSymbol symbol : doubtful) {
                verdicts.add(threads.submit(() -> check.check(symbol.ticker(), context.marketDay())));
            }
            try {
                for (int i = 0; i < doubtful.size(); i++) {
                    ListedSymbol symbol = doubtful.get(i);
                    switch (verdicts.get(i).get()) {
                        case Verdict.Alive ignored -> {
                            alive.add(symbol);
                            context.ledger().had(Unit.symbol(symbol.ticker()));
                        }
                        case Verdict.Nothing nothing -> {
                            rejected.add(new Rejected(
                                    symbol.ticker().symbol(), REASON + "; " + nothing.answers(), "discovery"));
                            context.ledger().had(Unit.symbol(symbol.ticker()));
                        }
                        case Verdict.Undecided(String answers) -> {
                            undecided++;
                            context.ledger().failed(Unit.symbol(symbol.ticker()), answers);
                        }
                    }
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw new IllegalStateException("a symbol could not be checked", e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            }
        }
        return new Result(alive, rejected, undecided);
    }

    /** @param undecided how many some source failed for */
    record Result(List<ListedSymbol> alive, List<Rejected> rejected, int undecided) {}
}
