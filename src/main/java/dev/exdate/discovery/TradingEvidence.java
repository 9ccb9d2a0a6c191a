package dev.exdate.discovery;

import dev.exdate.market.Ticker;
import dev.exdate.task.TaskLog;
import java.util.Set;

/** Symbols that a list shows with a last sale: proof of trading for thousands of symbols in one or two requests. */
interface TradingEvidence {
    /** Empty if the lists are unavailable, which proves nothing. */
    Set<Ticker> traded(TaskLog log) throws InterruptedException;
}
