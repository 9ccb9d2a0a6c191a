package dev.exdate.cli;

import dev.exdate.settings.StartSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What is done with the arguments before the framework starts, and after it has ended. */
public final class Start {
    private final OptionalInt answered;
    private final Preparation preparation;
    private final PrintWriter err;
    private final Map<String, @Nullable String> before = new HashMap<>();

    private Start(OptionalInt answered, Preparation preparation, PrintWriter err) {
        this.answered = answered;
        this.preparation = preparation;
        this.err = err;
    }

    /** Answers what needs no framework: help, wrong use, wrong settings, and the commands that only look at a file. */
    public static Start of(String... arguments) {
        CommandLine line = CommandLines.of(new DescribingFactory(), new ExdateCommand(), arguments);
        PrintWriter err = line.getErr();
        ParseResult parsed;
        try {
            parsed = line.parseArgs(arguments);
        } catch (ParameterException e) {
            return new Start(
                    OptionalInt.of(new UsageError().handleParseException(e, arguments)), new Preparation(), err);
        }
        @Nullable Object command =
                parsed.hasSubcommand() ? parsed.subcommand().commandSpec().userObject() : null;
        if (command == null || command instanceof AnsweredEarly early && early.isEarly() || asksForHelp(parsed)) {
            // What libraries log is read by nobody, and would only be kept in memory.
            Logger.getLogger("").setLevel(Level.OFF);
            return new Start(OptionalInt.of(line.execute(arguments)), new Preparation(), err);
        }
        try {
            Preparation preparation =
                    command instanceof Prepares prepares ? prepares.prepare(line.getOut()) : new Preparation();
            return new Start(OptionalInt.empty(), preparation, err);
        } catch (Exception e) {
            int exitCode = new Failures().handleExecutionException(e, line, parsed);
            return new Start(OptionalInt.of(exitCode), new Preparation(), err);
        }
    }

    private static boolean asksForHelp(ParseResult parsed) {
        return parsed.isUsageHelpRequested()
                || parsed.isVersionHelpRequested()
                || parsed.hasSubcommand() && asksForHelp(parsed.subcommand());
    }

    /** The exit code, when no framework is needed any more. */
    public OptionalInt answered() {
        return answered;
    }

    /**
     * Runs the framework with what it is to know: the settings as they were read, and system properties, which it reads
     * before all else.
     */
    public void run(Runnable framework) {
        preparation.configuration().forEach((name, value) -> before.put(name, System.getProperty(name)));
        preparation.configuration().forEach(System::setProperty);
        preparation.settings().ifPresentOrElse(settings -> StartSettings.during(settings, framework), framework);
    }

    /** A process in which more than one program is started begins each anew. */
    private void restore() {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    /** The exit code of all, once the framework has ended. */
    public int ended(int exitCode, @Nullable Throwable failure) {
        restore();
        Throwable told = failure;
        try {
            preparation.close();
        } catch (IOException e) {
            told = failure == null ? e : failure;
        }
        if (told == null) {
            return exitCode;
        }
        Failures.uncaught(told, err);
        return Failures.exitCode(told);
    }
}
