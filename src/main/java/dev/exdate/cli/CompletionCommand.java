package dev.exdate.cli;

import dev.exdate.process.Version;
import dev.exdate.run.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exdate completion}: what makes a shell complete commands and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints the completion script for bash or zsh.",
        footerHeading = "%nExample:%n",
        footer = "  source <(exdate completion)")
final class CompletionCommand implements Callable<Integer>, AnsweredEarly {
    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(AutoComplete.bash("exdate", CommandLines.describing()));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
