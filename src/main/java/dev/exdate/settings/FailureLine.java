package dev.exdate.settings;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An error in one line for people, without the name of any class of exceptions. What only a programmer can mend is an
 * internal error with its place in the source.
 */
public final class FailureLine {
    private static final String OURS = "dev.exdate.";
    private static final Pattern CODE =
            Pattern.compile("\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*|\\b[A-Z]\\w*(?:Exception|Error)\\b|^Cannot invoke ");

    private FailureLine() {}

    public static String of(Throwable failure) {
        return told(stated(failure)).lines().findFirst().orElse("internal error");
    }

    private static String told(Throwable stated) {
        return switch (stated) {
            case OutOfMemoryError ignored -> "out of memory; give the program more, or do less at once";
            case FileSystemException file
            when file.getFile() != null -> file.getFile() + ": " + FileFailure.reason(file);
            case IOException io -> FileFailure.reason(io);
            case ClassCastException ignored -> internal(stated);
            case IndexOutOfBoundsException ignored -> internal(stated);
            case LinkageError ignored -> internal(stated);
            default -> message(stated).orElseGet(() -> internal(stated));
        };
    }

    /** The first line of its message, unless that is for programmers. */
    private static Optional<String> message(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !CODE.matcher(line).find());
    }

    /** Wrappers have the text of their cause, with its class. */
    private static Throwable stated(Throwable failure) {
        Throwable stated = failure;
        for (int depth = 0; depth < 10; depth++) {
            Throwable cause = stated.getCause();
            boolean wraps = stated.getMessage() == null
                    || cause != null && stated.getMessage().equals(cause.toString());
            if (cause == null || !wraps) {
                return stated;
            }
            stated = cause;
        }
        return stated;
    }

    private static String internal(Throwable failure) {
        return "internal error"
                + Arrays.stream(failure.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(OURS) && frame.getFileName() != null)
                        .findFirst()
                        .map(frame -> " in " + frame.getFileName() + ", line " + frame.getLineNumber())
                        .orElse("");
    }
}
