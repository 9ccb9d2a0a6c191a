package dev.exdate.discovery;

import dev.exdate.market.Ticker;
import dev.exdate.task.TaskLog;
import java.util.Set;

/** Symbols that some list shows with a last sale: proof of trading for thousands of symbols in a request or two. */
interface TradingEvidence {
    /** Empty when the lists can't be had, which proves nothing. */
    Set<Ticker> traded(TaskLog log) throws InterruptedException;
}
