package dev.exdate.run.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.settings.Redaction;
import dev.exdate.source.cboe.CboeSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFolderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T03:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final StringWriter terminal = new StringWriter();

    private LogFolder logs(Path where) {
        return new LogFolder(Optional.of(where), CLOCK, new Redaction(List.of()));
    }

    private RunLog runLog(LogFolder logs) {
        return logs.openRunLog(new PrintWriter(terminal, true));
    }

    @Test
    void aFolderThatCantBeWrittenLeavesTheTerminalWhichSaysSo() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        LogFolder logs = logs(file);
        try (RunLog log = runLog(logs);
                TaskLogFile task = logs.openTaskLog(CboeSource.SCRAPER, log, null)) {
            log.logOnly("banner");
            task.line("of the task");
            log.merge("heading", task);
        }
        assertThat(logs.deleteOld()).isZero();
        assertThat(terminal.toString())
                .contains("Cannot write logs to " + file + " (a file with that name exists). Set EXDATE_LOG_DIR")
                .contains("banner")
                .contains("[cboe] 2026-11-23 22:00:00 - of the task")
                .doesNotContain("heading");
    }

    @Test
    void aDiskThatFillsUpStopsNothing() throws Exception {
        Files.createSymbolicLink(folder.resolve("cboe_20261123.log"), Path.of("/dev/full"));
        Files.createSymbolicLink(folder.resolve("daily_update_v3_20261123.log"), Path.of("/dev/full"));
        LogFolder logs = logs(folder);
        try (RunLog log = runLog(logs);
                TaskLogFile task = logs.openTaskLog(CboeSource.SCRAPER, log, null)) {
            task.line("first");
            task.line("second");
            log.logOnly("banner");
            log.merge("heading", task);
        }
        assertThat(terminal.toString())
                .containsOnlyOnce("cboe_20261123.log (No space left on device)")
                .containsOnlyOnce("daily_update_v3_20261123.log (No space left on device)")
                .contains("[cboe] 2026-11-23 22:00:00 - first")
                .contains("[cboe] 2026-11-23 22:00:00 - second")
                .contains("banner");
    }

    @Test
    void twoRunsOfADayAreKeptOneBehindTheOther() throws Exception {
        for (String run : List.of("first", "second")) {
            LogFolder logs = logs(folder);
            try (RunLog log = runLog(logs);
                    TaskLogFile task = logs.openTaskLog(CboeSource.SCRAPER, log, null)) {
                task.line(run);
                log.merge("heading of the " + run, task);
            }
        }
        assertThat(folder.resolve("cboe_20261123.log")).content().contains("first", "second");
        assertThat(Files.readAllLines(folder.resolve("daily_update_v3_20261123.log")))
                .containsExactly(
                        "🕐 All times are New York time (ET)",
                        "heading of the first",
                        "2026-11-23 22:00:00 - first",
                        "heading of the second",
                        "2026-11-23 22:00:00 - second");
    }

    @Test
    void onlyItsOwnLogsOfMoreThan14DaysAgoAreDeleted() throws Exception {
        for (String name : List.of(
                "cboe_20261109.log",
                "cboe_20261108.log",
                "daily_update_v3_20261108.log",
                "mine_20200101.log",
                "cboe_20200101.log.gz",
                "cboe_2020.log",
                "cboe_20209999.log",
                "notes.txt")) {
            Files.writeString(folder.resolve(name), name);
        }
        Files.createDirectory(folder.resolve("nasdaq_20200101.log"));
        assertThat(logs(folder).deleteOld()).isEqualTo(2);
        assertThat(folder.resolve("cboe_20261108.log")).doesNotExist();
        assertThat(folder.resolve("daily_update_v3_20261108.log")).doesNotExist();
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(7);
        }
    }
}
