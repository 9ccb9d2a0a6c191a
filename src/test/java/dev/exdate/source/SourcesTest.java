package dev.exdate.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Format;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.settings.SourceCatalog;
import dev.exdate.settings.SourceId;
import dev.exdate.task.TaskName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the list of sources says, and all that must agree with it. */
class SourcesTest {
    private static final Path CODE = Path.of("src/main/java/dev/exdate");

    /** Not a source: the layout that holdings files of several issuers share. */
    private static final Set<String> SHARED = Set.of("issuer");

    private static List<String> folders(String room) throws IOException {
        try (Stream<Path> folders = Files.list(CODE.resolve(room))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }

    private static List<String> ids() {
        return Sources.ids().stream().map(SourceId::id).toList();
    }

    private static List<String> scrapers() {
        return Sources.scraperTasks().stream().map(TaskName::id).toList();
    }

    @Test
    void everyFolderOfASourceIsInTheList() throws Exception {
        assertThat(folders("source"))
                .filteredOn(folder -> !SHARED.contains(folder))
                .containsExactlyInAnyOrderElementsOf(ids());
        assertThat(folders("scraper")).containsExactlyInAnyOrderElementsOf(scrapers());
        assertThat(folders("sandbox/site")).containsExactlyInAnyOrderElementsOf(ids());
    }

    @Test
    void everySourceHasADescriptorAndAClient() throws Exception {
        for (String id : ids()) {
            try (Stream<Path> files = Files.list(CODE.resolve("source/" + id))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as(id)
                        .anyMatch(name -> name.equalsIgnoreCase(id + "Source.java"))
                        .anyMatch(name -> name.equalsIgnoreCase(id + "Client.java"))
                        .anyMatch(name -> name.endsWith("Parser.java") || name.endsWith("Parsers.java"));
            }
        }
    }

    @Test
    void noTwoSourcesShareANameAKeyOrAFormat() {
        assertThat(Sources.ids()).doesNotHaveDuplicates();
        assertThat(Sources.ALL).extracting(Source::label).doesNotHaveDuplicates();
        assertThat(Sources.ALL.stream().flatMap(source -> source.keySetting().stream()))
                .doesNotHaveDuplicates();
        assertThat(Sources.formats()).extracting(Format::kind).doesNotHaveDuplicates();
    }

    @Test
    void settingsAreReadForAllSourcesAndTasks() {
        SourceCatalog installed = SourceCatalog.installed();
        assertThat(installed.sources()).isEqualTo(Sources.ALL);
        assertThat(installed.tasks())
                .containsExactlyInAnyOrderElementsOf(
                        RunTasks.ALL.stream().map(TaskName::id).toList());
    }

    @Test
    void theReadmeNamesAllSourcesAndScrapers() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(words(readme, "_ENABLED` \\| per source: ([a-z ]+) \\|"))
                .as("README.md, the ids of the sources")
                .containsExactlyElementsOf(ids());
        assertThat(words(readme, "\\| Phase 1, in parallel \\| ([`a-z ]+) \\|"))
                .as("README.md, the scrapers of phase 1")
                .containsExactlyElementsOf(scrapers());
    }

    private static List<String> words(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return Arrays.asList(found.group(1).replace("`", "").split(" "));
    }

    @Test
    void theTableOfSourcesSaysWhatTheirDescriptorsSay() throws Exception {
        List<String> expected = Sources.ALL.stream().map(SourcesTest::row).toList();
        List<String> ids = ids();
        assertThat(Files.readAllLines(Path.of("docs/operations.md")).stream()
                        .filter(line -> ids.stream().anyMatch(id -> line.startsWith("| `" + id + "` |"))))
                .as("docs/operations.md, the table of sources")
                .containsExactlyElementsOf(expected);
    }

    private static String row(Source source) {
        String pace = java.math.BigDecimal.valueOf(source.requestsPerSecond())
                .stripTrailingZeros()
                .toPlainString();
        return "| `%s` | %s | %s | %s | %d | %d s | %s | %s |"
                .formatted(
                        source.id(),
                        source.label(),
                        source.baseUrl(),
                        pace,
                        source.concurrency(),
                        source.timeout().toSeconds(),
                        source.dailyBudget() == 0 ? "" : source.dailyBudget(),
                        source.keySetting().map(name -> "`" + name + "`").orElse(""));
    }
}
