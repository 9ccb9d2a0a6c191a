package dev.exdate.cli;

import dev.exdate.process.Version;
import dev.exdate.run.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** The command line as a whole: arguments in, exit code out. */
public final class ExdateLine {
    /** Commands that live within the framework: its scheduler works in them. */
    private static final Set<String> WITHIN_FRAMEWORK = Set.of("schedule");

    private static final Set<String> VERSION = Set.of("--version", "-V");

    private ExdateLine() {}

    /** Whether these arguments name a command that needs the framework started; its help does not. */
    public static boolean needsFramework(String... arguments) {
        return arguments.length > 0
                && WITHIN_FRAMEWORK.contains(arguments[0])
                && !List.of(arguments).contains("--help");
    }

    /** What nobody has caught on some thread is a line on standard error, without any secret. */
    public static void uncaught(Thread thread, Throwable failure) {
        Failures.uncaught(failure, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    /** Runs the command; prints to standard output and standard error in UTF-8. */
    public static int execute(String... arguments) {
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            // Asked by scripts at every start: not worth the model of a whole command line.
            System.out.println(Version.shown());
            return ExitCode.DONE;
        }
        // The executable looks some of them up when first asked, which it can't do on a virtual thread; tasks run on
        // those.
        System.getProperties();
        if (!needsFramework(arguments)) {
            // Without the framework's configuration nobody reads what libraries log; it would only be kept in memory.
            Logger.getLogger("").setLevel(Level.OFF);
        }
        CommandLine line = new CommandLine(new ExdateCommand());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler(new Failures());
        line.setParameterExceptionHandler(new UsageError());
        line.registerConverter(LocalDate.class, new DayConverter());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        // An argument that begins with @ is a file of symbols, not of arguments.
        line.setExpandAtFiles(false);
        return line.execute(arguments);
    }
}
