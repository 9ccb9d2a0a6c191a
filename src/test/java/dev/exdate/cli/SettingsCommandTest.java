package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Sources;
import dev.exdate.task.TaskName;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettingsCommandTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @TempDir
    Path folder;

    private static String said(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new SettingsCommand());
        line.setOut(new PrintWriter(out, true));
        assertThat(line.execute(arguments)).isZero();
        return out.toString();
    }

    @Test
    void everySettingIsALineWithValueAndSource() throws Exception {
        Path file = Files.writeString(folder.resolve("s.properties"), "EXDATE_SOURCE_CBOE_CONCURRENCY=3\n");
        List<String> lines = said("--sources", file.toString()).lines().toList();
        assertThat(lines).hasSize(KnownSettings.names().size() + 1);
        assertThat(lines.getFirst()).matches("SETTING +VALUE +SOURCE");
        assertThat(lines)
                .anyMatch(line -> line.matches("EXDATE_SOURCE_CBOE_CONCURRENCY +3 +" + Pattern.quote("" + file)));
        assertThat(lines).anyMatch(line -> line.matches("EXDATE_SOURCE_CBOE_TIMEOUT +30s +default"));
    }

    @Test
    void jsonHasTheSameForScripts() throws Exception {
        JsonNode all = new ObjectMapper().readTree(said("--json"));
        assertThat(all).hasSize(KnownSettings.names().size());
        assertThat(all.findValuesAsText("name")).containsExactlyElementsOf(KnownSettings.names());
        assertThat(all)
                .allSatisfy(
                        one -> assertThat(one.fieldNames()).toIterable().containsExactly("name", "value", "source"));
    }

    @Test
    void theReadmeNamesTheSameSettings() throws Exception {
        Set<String> documented = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals("| Setting | Meaning |"))
                .takeWhile(line -> line.startsWith("|"))
                .flatMap(row -> CODE.matcher(row.split("\\|")[1]).results())
                .map(code -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        String source = Sources.ids().stream().map(SourceId::name).collect(Collectors.joining("|"));
        String task = RunTasks.ALL.stream().map(TaskName::name).collect(Collectors.joining("|"));
        assertThat(documented)
                .isEqualTo(KnownSettings.names().stream()
                        .map(name -> name.replaceFirst("^EXDATE_SOURCE_(" + source + ")_", "EXDATE_SOURCE_<ID>_")
                                .replaceFirst("^EXDATE_TASK_(" + task + ")_", "EXDATE_TASK_<NAME>_"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyTaskHasATimeLimitOfItsOwn() {
        assertThat(KnownSettings.names().stream().filter(name -> name.startsWith("EXDATE_TASK_")))
                .containsExactlyInAnyOrderElementsOf(RunTasks.ALL.stream()
                        .map(task -> "EXDATE_TASK_" + task.name() + "_TIMEOUT")
                        .toList());
    }
}
