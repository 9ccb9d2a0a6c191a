package dev.exdate.format;

import java.util.List;
import java.util.function.Function;

/** Converts the rows of answers. */
public final class Answers {
    private Answers() {}

    public static <A, B> Answer<B> map(Answer<A> answer, Function<List<A>, List<B>> rows) {
        return switch (answer) {
            case Answer.Failed<A>(Failure failure, String message) -> Answer.failed(failure, message);
            case Answer.Nothing<A> ignored -> Answer.nothing();
            case Answer.Rows<A>(List<A> read) -> Answer.made(answer, rows.apply(read));
        };
    }

    public static <A, B> Answer<B> mapEach(Answer<A> answer, Function<A, B> row) {
        return map(answer, read -> read.stream().map(row).toList());
    }
}
