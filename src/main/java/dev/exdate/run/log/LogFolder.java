package dev.exdate.run.log;

import dev.exdate.market.EasternTime;
import dev.exdate.market.TradingCalendar;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.settings.FileFailure;
import dev.exdate.settings.Redaction;
import dev.exdate.task.TaskName;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder with one log per task and day. Without one, everything goes to standard output. */
public final class LogFolder {
    private static final int DAYS_KEPT = 14;
    private static final String RUN = "daily_update_v3";
    private static final String ERRORS = "errors";
    private static final Pattern OURS = Pattern.compile(Stream.concat(
                    Stream.of(RUN, ERRORS),
                    RunTasks.ALL.stream().map(TaskName::logName).distinct())
            .collect(Collectors.joining("|", "(?:", ")_(\\d{8})\\.log")));

    private final Optional<Path> folder;
    private final Clock clock;
    private final Redaction redaction;

    public LogFolder(Optional<Path> folder, Clock clock, Redaction redaction) {
        this.folder = folder;
        this.clock = clock;
        this.redaction = redaction;
    }

    /** The run's log and the terminal; if it cannot be written, only the terminal, with a message. */
    public RunLog openRunLog(PrintWriter terminal) {
        try {
            return new RunLog(terminal, open(RUN), clock, redaction);
        } catch (IOException e) {
            RunLog log = new RunLog(terminal, LogFile.none(), clock, redaction);
            log.stamped(unwritable(e));
            return log;
        }
    }

    /** For tasks that run by themselves: their own logs only. */
    public RunLog noRunLog() {
        return new RunLog(new PrintWriter(PrintWriter.nullWriter()), LogFile.none(), clock, redaction);
    }

    /** The task's log; if it can't be written, its lines go to the run's log. */
    TaskLogFile openTaskLog(TaskName task, RunLog run, @Nullable PrintWriter terminal) {
        try {
            return new TaskLogFile(task, open(task.logName()), run, clock, redaction, terminal);
        } catch (IOException e) {
            TaskLogFile log = new TaskLogFile(task, LogFile.none(), run, clock, redaction, terminal);
            log.line(unwritable(e));
            return log;
        }
    }

    /**
     * Appends what a programmer needs of an unexpected error to {@code errors_YYYYMMDD.log}.
     *
     * @return the file; empty where there is no log folder yet, or it cannot be written
     */
    public Optional<String> keepTrace(String trace) {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return Optional.empty();
        }
        try (LogFile log = open(ERRORS)) {
            boolean written = log.line(EasternTime.STAMP.format(clock.instant()) + " - " + redaction.apply(trace));
            return written ? Optional.of(log.place()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private String unwritable(IOException e) {
        return "⚠️  Cannot write logs to %s (%s). Set EXDATE_LOG_DIR to a writable folder, or to nothing for standard output only"
                .formatted(folder.map(Path::toString).orElse(""), FileFailure.reason(e));
    }

    private LogFile open(String name) throws IOException {
        return folder.isPresent() ? LogFile.open(folder.get(), name, today()) : LogFile.none();
    }

    /**
     * Deletes logs older than 14 days, by the day in their names, and nothing else in the folder.
     *
     * @return how many were deleted
     */
    public int deleteOld() throws IOException {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return 0;
        }
        LocalDate oldestKept = today().minusDays(DAYS_KEPT);
        int deleted = 0;
        try (Stream<Path> files = Files.list(folder.get())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (isOurs(file, oldestKept) && Files.deleteIfExists(file)) {
                    deleted++;
                }
            }
        }
        return deleted;
    }

    private static boolean isOurs(Path file, LocalDate before) {
        Matcher name = OURS.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        try {
            return LocalDate.parse(name.group(1), DateTimeFormatter.BASIC_ISO_DATE)
                    .isBefore(before);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private LocalDate today() {
        return TradingCalendar.today(clock);
    }
}
