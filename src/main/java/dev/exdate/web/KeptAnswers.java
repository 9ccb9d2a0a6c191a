package dev.exdate.web;

import dev.exdate.format.Payload;
import dev.exdate.settings.SourceId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The answers that a run may use again: those that it has read itself, and those of an earlier run of the same evening.
 * Outside of runs nothing is kept. Thread-safe.
 */
@Singleton
public final class KeptAnswers {
    /** Beyond it even the same evening's answer counts as old. */
    public static final Duration LONGEST = Duration.ofHours(8);

    /** As long a source may say that a page of another evening has not changed. */
    private static final Duration LONGEST_KEPT = Duration.ofDays(7);

    private final AnswerStore store;
    private final Clock clock;
    private volatile @Nullable OfRun run;

    public KeptAnswers(AnswerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A run begins.
     *
     * @param reuse whether it may use what an earlier run has read; its own answers it may use in any case
     */
    public void begin(Evening evening, boolean reuse) {
        store.forgetOlder(clock.instant().minus(LONGEST_KEPT));
        run = new OfRun(store, clock, evening, reuse);
    }

    /** How many answers of an earlier run were used instead of a request, by source. */
    public SortedMap<String, Integer> reused() {
        OfRun now = run;
        return now == null ? new TreeMap<>() : now.reused();
    }

    /** What the source said is not used again. */
    public void forget(SourceId source) {
        now().ifPresent(known -> known.forgetAll(source));
    }

    Optional<OfRun> now() {
        return Optional.ofNullable(run);
    }

    /** One run's. */
    static final class OfRun {
        private final AnswerStore store;
        private final Clock clock;
        private final Evening evening;
        private final boolean reuse;
        private final Set<KeptAddress> own = ConcurrentHashMap.newKeySet();
        private final Map<SourceId, Trust> trust = new ConcurrentHashMap<>();
        private final Map<String, Integer> reused = new ConcurrentHashMap<>();

        private OfRun(AnswerStore store, Clock clock, Evening evening, boolean reuse) {
            this.store = store;
            this.clock = clock;
            this.evening = evening;
            this.reuse = reuse;
        }

        /** Empty if there is none that may be used for anything. */
        Optional<EveningAnswer> find(KeptAddress address) {
            return reuse || own.contains(address) ? store.find(address) : Optional.empty();
        }

        boolean isOwn(KeptAddress address) {
            return own.contains(address);
        }

        /** Whether it was read so lately that the source needs no question, if it has not changed otherwise. */
        boolean isOfTonight(EveningAnswer answer) {
            Instant now = clock.instant();
            return answer.evening().equals(evening)
                    && !answer.readAt().isAfter(now)
                    && answer.readAt().isAfter(now.minus(LONGEST));
        }

        void keep(KeptAddress address, Payload payload, Validators validators) {
            store.keep(address, new EveningAnswer(payload, validators, evening, clock.instant()));
            own.add(address);
        }

        void forget(KeptAddress address) {
            own.remove(address);
            store.forget(address);
        }

        /** The source has changed since. */
        void forgetAll(SourceId source) {
            own.removeIf(address -> address.source().equals(source));
            store.forgetAll(source);
        }

        Trust trust(SourceId source) {
            return trust.computeIfAbsent(source, any -> new Trust());
        }

        void usedAgain(SourceId source) {
            reused.merge(source.id(), 1, Integer::sum);
        }

        private SortedMap<String, Integer> reused() {
            return new TreeMap<>(reused);
        }
    }

    /** Whether a source still says what it said earlier this evening; its first page decides. */
    static final class Trust {
        /** What is known. */
        enum Verdict {
            UNKNOWN,
            UNCHANGED,
            ASK
        }

        private final ReentrantLock deciding = new ReentrantLock();
        private volatile Verdict verdict = Verdict.UNKNOWN;

        Verdict verdict() {
            return verdict;
        }

        ReentrantLock deciding() {
            return deciding;
        }

        void decide(Verdict now) {
            verdict = now;
        }
    }
}
