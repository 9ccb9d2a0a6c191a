package dev.exdate.scraper.nyse;

import dev.exdate.guard.Guard;
import dev.exdate.guard.Limits;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.ShrinkRule;
import dev.exdate.market.ExDateWindow;
import java.util.Optional;

/**
 * How many of a span's stored rows are still there.
 *
 * @param rows in words
 */
record Shrinkage(String rows, ExDateWindow.Span span, long had, long has) {
    Optional<String> objection(OverrideGate gate, String list) {
        return ShrinkRule.ofAnnouncements(Limits.USUAL.lists()).isShort(had, has)
                ? gate.objection(
                        Guard.SHORT,
                        list,
                        "nyse has %d %s from %s to %s, but had %d".formatted(has, rows, span.from(), span.to(), had))
                : Optional.empty();
    }
}
