package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreatsTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+))?`");

    @ParameterizedTest
    @CsvSource({"docs/threats.md, 20", "docs/defects.md, 20", "docs/exit-codes.md, 10"})
    void eachTestThatTheDocumentNamesIsThere(String document, int fewest) throws Exception {
        List<Path> tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            tests = files.toList();
        }
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (MatchResult name :
                NAMED.matcher(Files.readString(Path.of(document))).results().toList()) {
            named++;
            boolean there = false;
            for (Path file : tests) {
                there |= file.endsWith(name.group(1) + ".java")
                        && (name.group(2) == null || Files.readString(file).contains("void " + name.group(2) + "("));
            }
            if (!there) {
                missing.add(name.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(fewest);
    }

    @Test
    void noCoreIsWrittenWhereTheDeploymentFilesCanSaySo() throws Exception {
        assertThat(Path.of("deploy/systemd/exdate.service")).content().contains("LimitCORE=0\n", "UMask=0077\n");
        assertThat(Path.of("deploy/cron/exdate.cron")).content().contains("ulimit -c 0");
        assertThat(Path.of("exdate")).content().contains("ulimit -c 0");
        assertThat(Path.of("docs/operations.md")).content().contains("--ulimit core=0");
    }
}
