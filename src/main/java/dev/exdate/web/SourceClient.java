package dev.exdate.web;

import dev.exdate.format.Answer;
import dev.exdate.format.Parser;
import dev.exdate.settings.SourceId;

/**
 * The way to one source: one object a source and run, shared by all tasks, so that its pace holds for the whole run.
 * Thread-safe; calls block.
 */
public interface SourceClient {
    SourceId id();

    /** Whether the source may be used: switched on and, where it needs a key, with one. */
    boolean usable();

    /**
     * Asks and reads, within the source's pace, again with back-off while the failure may heal. Never throws for what a
     * source or the network does: that is a {@link Answer.Failed}.
     *
     * @throws InterruptedException when the task is to end
     */
    <R> Answer<R> fetch(Request request, Parser<R> parser) throws InterruptedException;
}
