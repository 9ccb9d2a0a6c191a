package dev.exdate.cli;

import dev.exdate.truth.PaymentKind;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command line as it is read and as it answers, whoever makes its commands. */
final class CommandLines {
    private static final List<Class<?>> COMMANDS = CommandGroup.ALL.stream()
            .flatMap(group -> group.commands().stream())
            .toList();

    private CommandLines() {}

    /** For help and completion, which show all commands and run none. */
    static CommandLine describing() {
        return with(COMMANDS, new ExdateCommand(), new DescribingFactory());
    }

    /**
     * For these arguments: knows the one command that they name, since the models of all others take longer than most
     * commands; all, where they name none.
     */
    static CommandLine of(CommandLine.IFactory factory, ExdateCommand top, String... arguments) {
        return with(named(arguments).<List<Class<?>>>map(List::of).orElse(COMMANDS), top, factory);
    }

    /** The command that the arguments begin with. */
    static Optional<Class<?>> named(String... arguments) {
        return COMMANDS.stream()
                .filter(command -> arguments.length > 0 && name(command).equals(arguments[0]))
                .findFirst();
    }

    static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    private static CommandLine with(List<Class<?>> commands, ExdateCommand top, CommandLine.IFactory factory) {
        CommandLine line = new CommandLine(top, factory);
        for (Class<?> command : commands) {
            line.addSubcommand(name(command), new CommandLine(command, factory));
        }
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandGroup::list);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler(new Failures());
        line.setParameterExceptionHandler(new UsageError());
        line.registerConverter(LocalDate.class, new DayConverter());
        line.registerConverter(PaymentKind.class, new KindConverter());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        // An argument that begins with @ is a file of symbols, not of arguments.
        line.setExpandAtFiles(false);
        return line;
    }
}
