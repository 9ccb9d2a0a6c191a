package dev.exdate.cli;

import dev.exdate.run.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Wrong arguments: one line with the mistake and where to find help, instead of the whole help. */
final class UsageError implements CommandLine.IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String what = Secrets.ofThisProcess().apply(UsageWords.of(wrong));
        // Some say themselves where to look.
        String help = what.contains("see `")
                ? ""
                : "; see `" + command.getCommandSpec().qualifiedName() + " --help`";
        command.getErr().println("exdate: " + what + help);
        command.getErr().flush();
        return ExitCode.USAGE;
    }
}
