package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLocked;
import dev.exdate.settings.BadSetting;
import dev.exdate.task.TaskFailed;
import picocli.CommandLine;

/** The one place where an exception becomes a line on standard error and an exit code. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("exdate: " + line(failure));
        if (!isExpected(failure) && System.getenv("EXDATE_DEBUG") != null) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return exitCode(failure);
    }

    static int exitCode(Throwable failure) {
        return switch (failure) {
            case BadSetting ignored -> ExitCode.USAGE;
            case DatabaseUnavailable ignored -> ExitCode.USAGE;
            case RunLocked ignored -> ExitCode.LOCKED;
            case EndedEarly early -> early.exitCode();
            default -> ExitCode.TASK_FAILED;
        };
    }

    private static boolean isExpected(Throwable failure) {
        return failure instanceof BadSetting
                || failure instanceof DatabaseUnavailable
                || failure instanceof RunLocked
                || failure instanceof EndedEarly
                || failure instanceof TaskFailed;
    }

    private static String line(Throwable failure) {
        String message = failure.getMessage();
        String line = message == null
                ? failure.toString()
                : message.lines().findFirst().orElse("");
        return isExpected(failure)
                ? line
                : failure.getClass().getSimpleName() + ": " + line + " (EXDATE_DEBUG=1 shows where)";
    }
}
