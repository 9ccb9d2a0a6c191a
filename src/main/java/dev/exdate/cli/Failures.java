package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLocked;
import dev.exdate.run.CancelledBeforeStart;
import dev.exdate.run.ExitCode;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.settings.Redaction;
import dev.exdate.task.TaskFailed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The one place where an exception becomes a line on standard error and an exit code. */
public final class Failures implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        say(failure, Secrets.named(parsed), command.getErr());
        return exitCode(failure);
    }

    /** What nobody has caught on some thread: a line as well, without any secret, and the program goes on. */
    public static void uncaught(Thread thread, Throwable failure) {
        uncaught(failure, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    static void uncaught(Throwable failure, PrintWriter err) {
        say(failure, Secrets.ofThisProcess(), err);
    }

    private static void say(Throwable failure, Redaction redaction, PrintWriter err) {
        err.println("exdate: " + redaction.apply(line(failure)));
        if (!isExpected(failure) && System.getenv("EXDATE_DEBUG") != null) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            err.print(redaction.apply(trace.toString()));
        }
        err.flush();
    }

    static int exitCode(Throwable failure) {
        return switch (failure) {
            case InvalidSetting ignored -> ExitCode.USAGE;
            case DatabaseUnavailable ignored -> ExitCode.USAGE;
            case RunLocked ignored -> ExitCode.LOCKED;
            case CancelledBeforeStart early -> early.exitCode();
            default -> ExitCode.TASK_FAILED;
        };
    }

    private static boolean isExpected(Throwable failure) {
        return failure instanceof InvalidSetting
                || failure instanceof DatabaseUnavailable
                || failure instanceof RunLocked
                || failure instanceof CancelledBeforeStart
                || failure instanceof TaskFailed;
    }

    private static String line(Throwable failure) {
        String message = failure.getMessage();
        String line = message == null
                ? failure.toString()
                : message.lines().findFirst().orElse("");
        return isExpected(failure)
                ? line
                : failure.getClass().getSimpleName() + ": " + line + " (set EXDATE_DEBUG=1 for details)";
    }
}
