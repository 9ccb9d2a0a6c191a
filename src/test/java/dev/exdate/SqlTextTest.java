package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQL is text of the program: values are bound. */
class SqlTextTest {
    private static final Pattern STATEMENT = Pattern.compile(
            "\\b(?:prepareStatement|executeQuery|executeUpdate|execute|addBatch)\\(((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)");
    private static final Pattern TEXT = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"");

    /** What each of them puts in: constants of its own, and names of a database that are quoted. */
    private static final Set<String> OF_NAMES_ALONE = Set.of(
            "AnnouncedDates", "FutureDividendStore", "PrivateServer", "RowCount", "SymbolStore", "ScratchDatabase");

    @Test
    void isPutTogetherOnlyFromNamesInTheProgram() throws Exception {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String code = TEXT.matcher(Files.readString(source)).replaceAll("\"\"");
                boolean any = STATEMENT
                        .matcher(code)
                        .results()
                        .map(result -> result.group(1))
                        .filter(argument -> !argument.contains("->"))
                        .anyMatch(argument -> argument.contains("+") || argument.contains(".formatted("));
                if (any) {
                    found.add(source.getFileName().toString().replace(".java", ""));
                }
            }
        }
        assertThat(found).isEqualTo(new TreeSet<>(OF_NAMES_ALONE));
    }
}
