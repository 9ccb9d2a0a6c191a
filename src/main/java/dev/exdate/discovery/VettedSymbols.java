package dev.exdate.discovery;

import dev.exdate.discovery.SymbolStore.Rejected;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskLog;
import java.sql.SQLException;
import java.util.List;

/** Stores decisions about symbols as they come, and counts them. */
final class VettedSymbols implements SymbolVetting.Taker {
    private final SymbolStore store;
    private final TaskLog log;
    private long accepted;
    private SymbolStore.Stored stored = new SymbolStore.Stored(0, 0, 0);

    VettedSymbols(SymbolStore store, TaskLog log) {
        this.store = store;
        this.log = log;
    }

    @Override
    public void take(List<ListedSymbol> alive, List<Rejected> rejected) throws SQLException {
        SymbolStore.Stored now = store.accept(alive);
        store.exclude(rejected);
        accepted += alive.size();
        stored = new SymbolStore.Stored(
                stored.added() + now.added(),
                stored.changed() + now.changed(),
                stored.includedAgain() + now.includedAgain());
        rejected.forEach(it -> log.line("🚫 " + it.symbol() + ": Excluded - " + it.reason()));
    }

    void sayTotals(int undecided) {
        log.line("🆕 New symbols: " + stored.added());
        if (stored.includedAgain() > 0) {
            log.line("↩️  Included again because they trade: " + stored.includedAgain());
        }
        if (undecided > 0) {
            log.line("❔ No evidence for or against trading, checked again next time: " + undecided);
        }
    }

    Tally tally(int asked, int undecided) {
        long same = accepted - stored.added() - stored.changed();
        return new Tally(asked, 0, stored.added(), stored.changed(), same, undecided);
    }
}
