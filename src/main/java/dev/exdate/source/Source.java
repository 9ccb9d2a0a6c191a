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

    /** The scraper that asks this source first of all; empty where none does. */
    default Optional<TaskName> scraper() {
        return Optional.empty();
    }
}
