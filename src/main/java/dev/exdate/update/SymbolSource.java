package dev.exdate.update;

import dev.exdate.settings.SourceId;

/** A source that answers for one symbol. Thread-safe. */
interface SymbolSource {
    SourceId id();

    /** Whether it is enabled and has the key it needs. */
    boolean usable();

    boolean gives(DataKind kind);

    /** A failure of the source is a failed answer, never an exception. */
    SymbolReply ask(SymbolQuery question) throws InterruptedException;
}
