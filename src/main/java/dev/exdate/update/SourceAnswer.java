package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.settings.SourceId;

/** One source's answer for one kind of one symbol. */
record SourceAnswer(SourceId source, Answer<?> answer) {
    boolean isData() {
        return answer instanceof Answer.Rows<?>;
    }

    boolean isNothing() {
        return answer instanceof Answer.Nothing<?>;
    }

    /** Whether it says that there is nothing; an unknown symbol does, if all other sources agree. */
    boolean knowsOfNothing() {
        return isNothing() || answer instanceof Answer.Failed<?> failed && failed.failure() == Failure.NOT_FOUND;
    }

    /** For a log: {@code yahoo: not-found (…)}. */
    String words() {
        return source.id() + ": "
                + switch (answer) {
                    case Answer.Rows<?> some -> some.rows().size() + " rows";
                    case Answer.Nothing<?> none -> "nothing";
                    case Answer.Failed<?> failed -> failed.failure().word() + " (" + failed.message() + ")";
                };
    }
}
