package dev.exdate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailureLineTest {
    private static final List<Throwable> SHAPES = List.of(
            new NullPointerException(),
            new NullPointerException("Cannot invoke \"dev.exdate.task.Task.name()\" because \"task\" is null"),
            new ClassCastException("class java.lang.String cannot be cast to class java.lang.Integer"),
            new IndexOutOfBoundsException("Index 5 out of bounds for length 3"),
            new IllegalStateException(),
            new IllegalStateException("java.io.IOException: broken"),
            new IllegalStateException(new IOException("broken")),
            new UncheckedIOException(new EOFException()),
            new ExecutionException(new CompletionException(new AccessDeniedException("/srv/logs"))),
            new SQLException(new IllegalStateException()),
            new StackOverflowError(),
            new OutOfMemoryError("Java heap space"),
            new NoClassDefFoundError("dev/exdate/Main"),
            new ExceptionInInitializerError("dev.exdate.Main"));

    @Test
    void noClassOfExceptionsIsNamedInWhateverShapeItComes() {
        assertThat(SHAPES)
                .extracting(FailureLine::of)
                .allSatisfy(line -> assertThat(line)
                        .isNotBlank()
                        .doesNotContain("Exception", "java.", "Error", "Cannot invoke")
                        .hasLineCount(1));
    }

    @Test
    void whatAPersonCanUnderstandIsKept() {
        assertThat(FailureLine.of(new IllegalStateException(new IOException("broken\npipe"))))
                .isEqualTo("broken");
        assertThat(FailureLine.of(new ExecutionException(new AccessDeniedException("/srv/logs"))))
                .isEqualTo("/srv/logs: permission denied");
        assertThat(FailureLine.of(new IllegalStateException("www.cboe.com has no table")))
                .isEqualTo("www.cboe.com has no table");
        assertThat(FailureLine.of(new NullPointerException()))
                .startsWith("internal error in FailureLineTest.java, line ");
    }
}
