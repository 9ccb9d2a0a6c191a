package dev.exdate.web;

import dev.exdate.settings.SourceId;
import java.time.Instant;
import java.util.Optional;

/** Where answers are kept. If it fails, it keeps nothing and finds nothing: the source is asked. Thread-safe. */
public interface AnswerStore {
    Optional<EveningAnswer> find(KeptAddress address);

    /** Replaces an earlier answer. */
    void keep(KeptAddress address, EveningAnswer answer);

    void forget(KeptAddress address);

    void forgetAll(SourceId source);

    /** Deletes what was read before that. */
    void forgetOlder(Instant readAt);
}
