package dev.exdate.source;

import dev.exdate.format.Format;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.settings.SourceProfile;
import dev.exdate.task.TaskName;
import java.util.List;
import java.util.Optional;

/** Everything about a source in one place; {@link Sources#ALL} is the only list of sources. */
public interface Source extends SourceProfile {
    /** The usual spelling: {@code YieldMax}. */
    String label();

    /** Its spelling of share classes, preferred series, units and warrants. */
    default SymbolSpelling spelling() {
        return SymbolSpelling.ACT;
    }

    /** The kinds of its answers that can be read, for {@code exdate parse}. */
    List<Format<?>> formats();

    /**
     * A query for the announcements that its scraper has stored: {@code symbol, ex_date, amount, record_date, payment_date,
     * declaration_date, frequency, kind} of dividends, the last in the source's words, {@code NULL::date} and the like for what it does not state. They complete the dividends of
     * sources that leave such things out; of two that disagree the one of the earlier source in the list counts.
     */
    default Optional<String> announcements() {
        return Optional.empty();
    }

    /** The scraper that asks this source first of all; empty where none does. */
    default Optional<TaskName> scraper() {
        return Optional.empty();
    }
}
