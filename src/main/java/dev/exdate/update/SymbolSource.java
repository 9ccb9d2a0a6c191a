package dev.exdate.update;

import dev.exdate.settings.SourceId;

/** A source that answers for one symbol. Thread-safe. */
interface SymbolSource {
    SourceId id();

    /** Whether it is switched on and has the key it needs. */
    boolean usable();

    boolean gives(DataKind kind);

    /** Never throws for what the source does: that is a failed answer. */
    SymbolReply ask(SymbolQuery question) throws InterruptedException;
}
