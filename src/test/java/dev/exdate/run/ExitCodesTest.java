package dev.exdate.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/exit-codes.md}; that the tests it names exist is seen with the other documents that name some. */
class ExitCodesTest {
    private static final Pattern ROW = Pattern.compile("\\| (\\d+(?:, \\d+)*) \\|.*");
    private static final int INT = 2;
    private static final int TERM = 15;

    private static Set<Integer> ofTheProgram() throws IllegalAccessException {
        Set<Integer> codes = new TreeSet<>();
        for (Field field : ExitCode.class.getDeclaredFields()) {
            if (field.getType() == int.class && Modifier.isPublic(field.getModifiers())) {
                codes.add(field.getInt(null));
            }
        }
        codes.remove(ExitCode.SIGNAL);
        codes.addAll(List.of(ExitCode.SIGNAL + INT, ExitCode.SIGNAL + TERM));
        return codes;
    }

    private static List<String> rows(String document) throws Exception {
        return Files.readAllLines(Path.of(document)).stream()
                .filter(line -> ROW.matcher(line).matches())
                .toList();
    }

    private static Set<Integer> codes(List<String> rows) {
        Set<Integer> codes = new TreeSet<>();
        rows.forEach(row -> Arrays.stream(row.split("\\|")[1].strip().split(", "))
                .map(Integer::valueOf)
                .forEach(codes::add));
        return codes;
    }

    @Test
    void thePageAndTheReadmeHaveEachCodeOfTheProgramAndNoOther() throws Exception {
        assertThat(codes(rows("docs/exit-codes.md"))).isEqualTo(ofTheProgram());
        assertThat(codes(rows("README.md"))).isEqualTo(ofTheProgram());
    }

    @Test
    void eachCodeHasAMeaningAnAdviceAndATest() throws Exception {
        assertThat(rows("docs/exit-codes.md")).allSatisfy(row -> {
            String[] cells = row.split("\\|");
            assertThat(cells).hasSize(5);
            assertThat(cells[2].strip()).endsWith(".");
            assertThat(cells[3].strip()).endsWith(".");
            assertThat(cells[4]).containsPattern("`\\w+(Test|IT)\\.\\w+`");
        });
    }
}
