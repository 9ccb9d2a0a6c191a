package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
    private static final int COLUMNS = 80;

    /** Every command of the line, and the line itself under no name. */
    static Stream<String> commands() {
        return Stream.concat(Stream.of(""), CommandLines.describing().getSubcommands().keySet().stream());
    }

    /** Narrow and wide terminals: what a line can't hold goes on in the next. */
    @ParameterizedTest
    @ValueSource(ints = {60, COLUMNS, 100, 132, 200})
    void noTextOfAnyHelpIsCutAtAnyWidth(int width) {
        CommandLine line = CommandLines.describing();
        line.setUsageHelpWidth(width);
        String list = line.getUsageMessage(CommandLine.Help.Ansi.OFF);
        assertThat(list.lines()).allSatisfy(shown -> assertThat(shown).hasSizeLessThanOrEqualTo(width));
        line.getSubcommands().forEach((name, command) -> {
            CommandLine.Model.CommandSpec spec = command.getCommandSpec();
            String[] description = spec.usageMessage().description();
            assertThat(description).as(name).allMatch(text -> text.endsWith("."));
            assertThat(unbroken(list)).contains(unbroken(name + description[0]));
            String help = unbroken(command.getUsageMessage(CommandLine.Help.Ansi.OFF));
            assertThat(help).contains(unbroken(String.join("", description)));
            spec.args().forEach(argument -> {
                assertThat(argument.description())
                        .as(name + " " + argument.paramLabel())
                        .hasSize(1);
                assertThat(help)
                        .contains(unbroken(argument.description()[0].replace("%%", "%"))
                                .split("\\$\\{", 2)[0]);
            });
        });
    }

    private static String unbroken(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void theListShowsEachCommandOnceInItsGroupOnOneLine() {
        List<String> lines = CommandLines.describing()
                .getUsageMessage(CommandLine.Help.Ansi.OFF)
                .lines()
                .toList();
        assertThat(lines)
                .containsSubsequence(
                        "Daily run:", "Single tasks:", "Looking at results:", "Backup:", "Set-up:", "Trying out:");
        CommandLines.describing()
                .getSubcommands()
                .keySet()
                .forEach(name -> assertThat(lines)
                        .filteredOn(line -> line.startsWith("  " + name + " ") && line.endsWith("."))
                        .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpHasAnExampleFitsATerminalAndWarnsOfNothing(String command) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream warned = new ByteArrayOutputStream();
        int exitCode;
        try (PrintStream saying = new PrintStream(said, true, StandardCharsets.UTF_8);
                PrintStream warning = new PrintStream(warned, true, StandardCharsets.UTF_8)) {
            System.setOut(saying);
            System.setErr(warning);
            exitCode = CommandLines.describing()
                    .execute(Stream.of(command, "--help")
                            .filter(argument -> !argument.isEmpty())
                            .toArray(String[]::new));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(exitCode).isZero();
        assertThat(warned.toString(StandardCharsets.UTF_8)).isEmpty();
        List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).anyMatch(line -> line.startsWith("  ") && line.contains("exdate " + command));
        assertThat(lines)
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(COLUMNS)
                        .doesNotContain("%n")
                        .doesNotContain("%%"));
    }
}
