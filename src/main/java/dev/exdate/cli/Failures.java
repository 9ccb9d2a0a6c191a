package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLocked;
import dev.exdate.run.CancelledBeforeStart;
import dev.exdate.run.ExitCode;
import dev.exdate.run.log.LogFolder;
import dev.exdate.settings.FailureLine;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.settings.Redaction;
import dev.exdate.settings.Settings;
import dev.exdate.task.TaskFailed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
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
        if (isExpected(failure)) {
            err.println("exdate: " + redaction.apply(firstLine(failure)));
        } else {
            String trace = redaction.apply(trace(failure));
            err.println("exdate: " + redaction.apply(FailureLine.of(failure)) + " ("
                    + kept(trace).map(file -> "details in " + file).orElse("set EXDATE_DEBUG=1 for details")
                    + ")");
            if (System.getenv("EXDATE_DEBUG") != null) {
                err.print(trace);
            }
        }
        err.flush();
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    /** The file of the log folder that has it now; empty where there is no such folder. */
    private static Optional<String> kept(String trace) {
        try {
            return new LogFolder(Settings.load(Optional.empty()).logFolder(), Clock.systemUTC(), Redaction.UNKNOWN)
                    .keepTrace(trace);
        } catch (InvalidSetting e) {
            return Optional.empty();
        }
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

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
