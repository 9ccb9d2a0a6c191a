package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.exdate.testing.ExdateProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program reads nothing of the machine it was built on, and little of the one it runs on. */
class SurroundingsIT {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Pattern STAMP = Pattern.compile("\\b(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)\\b");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @TempDir
    Path folder;

    @Test
    void theMarketDayIsNewYorksWhereverTheProgramRuns() throws Exception {
        for (String zone : new String[] {"Pacific/Kiritimati", "Pacific/Pago_Pago"}) {
            LocalDate before = LocalDate.now(NEW_YORK);
            LocalDateTime begun = LocalDateTime.now(NEW_YORK).truncatedTo(ChronoUnit.SECONDS);
            ExdateProgram.Ended ended = new ExdateProgram(folder)
                    .with("TZ", zone)
                    .with("DATABASE_URL", "postgresql://me@127.0.0.1:1/none")
                    .run("run", "--force");
            LocalDate after = LocalDate.now(NEW_YORK);
            LocalDateTime end = LocalDateTime.now(NEW_YORK);
            assertThat(ended.exitCode()).as(ended.all()).isEqualTo(2);
            try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
                assertThat(logs.map(log -> log.getFileName().toString()))
                        .as(zone)
                        .allMatch(name -> name.contains(before.toString().replace("-", ""))
                                || name.contains(after.toString().replace("-", "")));
            }
            // The clocks may go back in the night.
            assertThat(STAMP.matcher(ended.out()).results().map(stamp -> LocalDateTime.parse(stamp.group(1), WRITTEN)))
                    .as(zone + ended.all())
                    .isNotEmpty()
                    .allMatch(time -> !time.isBefore(begun.minusHours(1)) && !time.isAfter(end.plusHours(1)));
            assertThat(ended.out()).doesNotContain(zone).doesNotContainPattern("\\d Z\\b|UTC|GMT|[+-]\\d\\d:\\d\\d\\b");
        }
    }

    @Test
    void namesComeOutAsTheyAreWhateverTheLocale() throws Exception {
        Path answer = folder.resolve("answer.json");
        Files.writeString(
                answer, "[{\"symbol\":\"ZZTA\",\"companyName\":\"Zedco Société ™\"}]", StandardCharsets.UTF_8);
        for (String locale : new String[] {"C", "POSIX", "en_US.ISO-8859-1", "tr_TR.UTF-8"}) {
            ExdateProgram.Ended ended = new ExdateProgram(folder)
                    .with("LC_ALL", locale)
                    .with("LANG", locale)
                    .run("parse", "fmp/stock-list", answer.toString());
            JsonNode row = new ObjectMapper().readTree(ended.out()).get("rows").get(0);
            assertThat(row.get("name").asText()).as(locale).isEqualTo("Zedco Société ™");
        }
    }
}
