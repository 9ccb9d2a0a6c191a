package dev.exdate.doctor;

import dev.exdate.backup.BackupTools;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.format.Answer;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.Session;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.settings.Settings;
import dev.exdate.settings.SourceId;
import dev.exdate.source.Source;
import dev.exdate.source.Sources;
import dev.exdate.task.TaskFailed;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.Request;
import dev.exdate.web.RetryPolicy;
import dev.exdate.web.browser.Browsers;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Checks everything a run needs, one thing after another. */
@Dependent
public final class Doctor {
    private static final long ENOUGH_BYTES = 2L * 1024 * 1024 * 1024;
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    /** Any answer shows that the source can be reached. */
    private static final Parser<Payload> ANY = payload -> new Answer.Rows<>(List.of(payload));

    private final DatabaseDoor door;
    private final Settings settings;
    private final Clock clock;

    public Doctor(DatabaseDoor door, Settings settings, Clock clock) {
        this.door = door;
        this.settings = settings;
        this.clock = clock;
    }

    public List<Diagnosis> examine(Consumer<Diagnosis> each) throws InterruptedException {
        List<Diagnosis> all = new ArrayList<>();
        Consumer<Diagnosis> say = diagnosis -> {
            all.add(diagnosis);
            each.accept(diagnosis);
        };
        database(say);
        browser(say);
        keys(say);
        if (settings.database().isEmpty()) {
            // Only the private server writes there.
            folder(say, "data", settings.dataFolder());
        }
        settings.logFolder().ifPresent(logs -> folder(say, "logs", logs));
        folder(say, "backups", settings.backupFolder());
        sources(say);
        return all;
    }

    private void database(Consumer<Diagnosis> say) throws InterruptedException {
        if (door.coming()) {
            say.accept(Diagnosis.well("database", door.place() + "; the first run makes it"));
            return;
        }
        try {
            Session session = door.open();
            say.accept(Diagnosis.well("database", door.place() + ", PostgreSQL " + session.serverVersion()));
            say.accept(
                    session.upToDate()
                            ? Diagnosis.well("tables", "up to date")
                            : Diagnosis.less("tables", "out of date", "run exdate migrate (the next run does it too)"));
            clock(say, session);
            pgDump(say, session);
            new BackupDiagnosis(settings.backup()).examine(session, say);
        } catch (DatabaseUnavailable | InvalidSetting e) {
            say.accept(new Diagnosis(Diagnosis.State.BROKEN, "database", String.valueOf(e.getMessage()), ""));
        }
    }

    private void clock(Consumer<Diagnosis> say, Session session) {
        try {
            Instant there = session.database()
                    .once(handle -> handle.sql("SELECT clock_timestamp()")
                            .one(row -> row.getTimestamp(1).toInstant()));
            Duration off = Duration.between(there, clock.instant()).abs();
            say.accept(
                    off.compareTo(CLOCK_TOLERANCE) <= 0
                            ? Diagnosis.well("clock", "matches the database server's")
                            : Diagnosis.less(
                                    "clock",
                                    "is " + off.toSeconds() + " s off the database server's",
                                    "synchronise both with NTP; market days and freshness depend on it"));
        } catch (SQLException e) {
            say.accept(Diagnosis.less("clock", "can't be checked: " + e.getMessage(), ""));
        }
    }

    private void pgDump(Consumer<Diagnosis> say, Session session) throws InterruptedException {
        try {
            say.accept(Diagnosis.well(
                    "pg_dump", BackupTools.describe(settings.backup().pgDump(), session.serverVersion())));
        } catch (TaskFailed e) {
            say.accept(new Diagnosis(Diagnosis.State.LESS, "pg_dump", String.valueOf(e.getMessage()), ""));
        }
    }

    private void browser(Consumer<Diagnosis> say) {
        Browsers browsers = Browsers.onThisMachine(settings.browser());
        say.accept(browsers.lacking()
                .map(what -> Diagnosis.less("browser", "nyse leaves out its ex-date page: " + what, ""))
                .or(() -> browsers.find().map(found -> Diagnosis.well("browser", found.toString())))
                .orElseGet(() -> Diagnosis.less(
                        "browser",
                        "the one that EXDATE_BROWSER names can't be run, so the nyse task fails",
                        "correct EXDATE_BROWSER, or set EXDATE_SOURCE_NYSE_ENABLED=false")));
    }

    private void keys(Consumer<Diagnosis> say) {
        for (Source source : Sources.ALL) {
            source.keySetting().ifPresent(setting -> key(say, source.id(), setting));
        }
    }

    private void key(Consumer<Diagnosis> say, SourceId source, String setting) {
        say.accept(
                settings.key(source).isPresent()
                        ? Diagnosis.well(setting, "is set")
                        : Diagnosis.well(setting, "is not set; that source is not used, everything else works"));
    }

    private static void folder(Consumer<Diagnosis> say, String thing, Path folder) {
        Path existing = folder.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isWritable(existing) || !Files.isDirectory(existing)) {
            say.accept(
                    Diagnosis.broken(thing, folder + " is not writable", "fix its permissions, or set another folder"));
            return;
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            String gigabytes = "%.1f GB free".formatted(free / (1024.0 * 1024 * 1024));
            say.accept(
                    free >= ENOUGH_BYTES
                            ? Diagnosis.well(thing, folder + ", " + gigabytes)
                            : Diagnosis.less(
                                    thing,
                                    folder + ", only " + gigabytes,
                                    "free space; prices and backups need gigabytes"));
        } catch (IOException e) {
            say.accept(Diagnosis.less(thing, folder + ": free space unknown", ""));
        }
    }

    private void sources(Consumer<Diagnosis> say) throws InterruptedException {
        try (HttpWeb web = new HttpWeb(
                        settings,
                        (source, limit) -> true,
                        new RetryPolicy(1, Duration.ofMillis(100), Duration.ofSeconds(5)));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Diagnosis>> reached = new ArrayList<>();
            for (SourceId source : Sources.ids()) {
                reached.add(threads.submit(() -> source(web, source)));
            }
            for (Future<Diagnosis> one : reached) {
                say.accept(one.get());
            }
        } catch (InvalidSetting e) {
            say.accept(new Diagnosis(Diagnosis.State.BROKEN, "sources", String.valueOf(e.getMessage()), ""));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Diagnosis source(HttpWeb web, SourceId source) throws InterruptedException {
        if (!settings.source(source).enabled()) {
            return Diagnosis.well(source.id(), "is disabled");
        }
        if (!web.source(source).usable()) {
            return Diagnosis.well(source.id(), "is not used (no key)");
        }
        return switch (web.source(source).fetch(Request.of("/"), ANY)) {
            case Answer.Failed<Payload> failed ->
                Diagnosis.less(source.id(), failed.message(), "check the network, proxy and firewall");
            case Answer.Rows<Payload> rows ->
                new AnsweredBy(
                                settings.source(source),
                                web.throughBrowser(source),
                                Browsers.onThisMachine(settings.browser()))
                        .diagnosis(rows.rows().getFirst());
            case Answer.Nothing<Payload> ignored -> Diagnosis.well(source.id(), "answers");
        };
    }
}
