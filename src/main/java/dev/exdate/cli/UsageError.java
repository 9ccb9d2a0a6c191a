package dev.exdate.cli;

import dev.exdate.run.ExitCode;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong arguments: one line with the mistake and where to find help, instead of the whole help. */
final class UsageError implements CommandLine.IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String what =
                String.valueOf(wrong.getMessage()).lines().map(String::strip).collect(Collectors.joining(" "));
        List<String> meant =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String perhaps = meant.isEmpty() ? "" : " (did you mean " + String.join(" or ", meant) + "?)";
        command.getErr()
                .println("exdate: " + Secrets.ofThisProcess().apply(what) + perhaps + "; see `"
                        + command.getCommandSpec().qualifiedName() + " --help`");
        command.getErr().flush();
        return ExitCode.USAGE;
    }
}
