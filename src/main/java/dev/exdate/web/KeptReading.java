package dev.exdate.web;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One question whose answer is kept if it can be read. For one thread. */
final class KeptReading<R> implements AnswerReader<R> {
    private static final int NOT_MODIFIED = 304;

    private final Parser<R> parser;
    private final Optional<EveningAnswer> before;
    private @Nullable Payload payload;
    private Validators validators = Validators.NONE;
    private boolean unmodified;

    /** @param before what the source may refer to by saying that it has not changed */
    KeptReading(Parser<R> parser, Optional<EveningAnswer> before) {
        this.parser = parser;
        this.before = before;
    }

    @Override
    public Answer<R> parse(Exchange.Answered answered) {
        unmodified = answered.payload().status() == NOT_MODIFIED && before.isPresent();
        payload = unmodified ? before.get().payload() : answered.payload();
        validators = answered.validators().known() || !unmodified
                ? answered.validators()
                : before.get().validators();
        return parser.parse(payload);
    }

    /** Keeps what was read; of failures only that there is no such page. */
    Answer<R> keeping(Answer<R> answer, KeptAnswers.OfRun run, KeptAddress address) {
        Payload read = payload;
        boolean failed =
                answer instanceof Answer.Failed<R>(Failure failure, String ignored) && failure != Failure.NOT_FOUND;
        if (read != null && !failed) {
            run.keep(address, read, validators);
        }
        return answer;
    }

    boolean unmodified() {
        return unmodified;
    }
}
