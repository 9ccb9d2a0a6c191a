package dev.exdate.web;

import dev.exdate.format.Answer;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.settings.SourceId;
import java.util.Optional;

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

    /** A page that was read earlier this evening, if the source is known to be unchanged; for those read another way. */
    default Optional<Payload> unchanged(Request request) {
        return Optional.empty();
    }

    /** Keeps a page that was read another way than by {@link #fetch}. */
    default void keep(Request request, Payload payload) {}

    /** What it answered to this is implausible: a later run asks again instead of using it. */
    default void distrust(Request request) {}

    /** The same for all that it answered. */
    default void distrustAll() {}
}
