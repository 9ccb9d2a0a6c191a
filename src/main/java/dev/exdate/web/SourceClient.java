package dev.exdate.web;

import dev.exdate.format.Answer;
import dev.exdate.format.Parser;
import dev.exdate.settings.SourceId;

/**
 * The client of one source. All tasks of a run share it, so that its rate limit holds for the whole run. Thread-safe;
 * calls block.
 */
public interface SourceClient {
    SourceId id();

    /** Whether the source may be used: enabled, and with a key if it needs one. */
    boolean usable();

    /**
     * Sends the request within the rate limit, retries temporary failures with back-off, and parses the answer.
     * Failures of a source or the network are an {@link Answer.Failed}, never an exception.
     *
     * @throws InterruptedException if the task must stop
     */
    <R> Answer<R> fetch(Request request, Parser<R> parser) throws InterruptedException;
}
