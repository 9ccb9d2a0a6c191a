package dev.exdate.cli;

import io.quarkus.picocli.runtime.annotations.TopCommand;
import jakarta.enterprise.context.Dependent;
import picocli.CommandLine;

/** The command line within the framework: arguments in, exit code out. */
@Dependent
public final class ExdateLine {
    private final ExdateCommand top;
    private final CommandLine.IFactory factory;

    ExdateLine(@TopCommand ExdateCommand top, CommandLine.IFactory factory) {
        this.top = top;
        this.factory = factory;
    }

    /** Runs the command; prints to standard output and standard error in UTF-8. */
    public int execute(String... arguments) {
        return CommandLines.of(factory, top, arguments).execute(arguments);
    }
}
