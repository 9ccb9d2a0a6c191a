package dev.exdate.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine;

/** The command line as a whole: arguments in, exit code out. */
public final class ExdateLine {
    /** What answers from the command line alone, without the framework's start. */
    private static final Set<String> AT_ONCE = Set.of("--version", "-V", "--help", "-h", "parse", "sandbox");

    private ExdateLine() {}

    /** Whether these arguments need nothing of the framework. */
    public static boolean answersAtOnce(String... arguments) {
        return arguments.length == 0
                || AT_ONCE.contains(arguments[0])
                || java.util.List.of(arguments).contains("--help");
    }

    /** Runs the command; prints to standard output and standard error in UTF-8. */
    public static int execute(String... arguments) {
        CommandLine line = new CommandLine(new ExdateCommand());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler(new Failures());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        // An argument that begins with @ is a file of symbols, not of arguments.
        line.setExpandAtFiles(false);
        return line.execute(arguments);
    }
}
