package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
    private static final int COLUMNS = 80;

    /** Every command of the line, and the line itself under no name. */
    static Stream<String> commands() {
        return Stream.concat(Stream.of(""), CommandLines.describing().getSubcommands().keySet().stream());
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
