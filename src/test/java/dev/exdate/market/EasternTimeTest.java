package dev.exdate.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EasternTimeTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/exdate");

    /** Here times are not for people's eyes, or are those of the made-up market. */
    private static final Pattern ELSEWHERE =
            Pattern.compile(".*/(sandbox|source)/.*|.*/market/(EasternTime|MarketHours).java");

    /** A time format of its own, or the machine's zone. */
    private static final Pattern OTHER_TIME = Pattern.compile(
            "HH:?mm|ISO_(LOCAL_|OFFSET_|ZONED_)?DATE_TIME|Local(Date|DateTime|Time)\\.now\\((clock)?\\)|systemDefault");

    @Test
    void timesAreNewYorksInSummerAndWinterAndSaySo() {
        assertThat(EasternTime.minute(Instant.parse("2026-07-01T02:05:09Z"))).isEqualTo("2026-06-30 22:05 ET");
        assertThat(EasternTime.second(Instant.parse("2026-12-01T03:05:09Z"))).isEqualTo("2026-11-30 22:05:09 ET");
        assertThat(EasternTime.weekday(Instant.parse("2026-12-01T03:05:09Z"))).isEqualTo("Mon 2026-11-30 22:05 ET");
    }

    @Test
    void noOtherClassMakesTimesForPeople() throws Exception {
        List<String> others;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            others = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !ELSEWHERE.matcher(file.toString()).matches())
                    .filter(file -> !file.endsWith("backup/BackupSet.java"))
                    .flatMap(EasternTimeTest::lines)
                    .filter(line -> OTHER_TIME.matcher(line).find())
                    .toList();
        }
        assertThat(others).isEmpty();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readString(file).lines().map(line -> file.getFileName() + ": " + line.strip());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
