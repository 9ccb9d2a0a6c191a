package dev.exdate.doctor;

import dev.exdate.market.TradingCalendar;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.Session;
import dev.exdate.settings.SettingPaths;
import dev.exdate.settings.Settings;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.task.TaskName;
import dev.exdate.web.browser.Browsers;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Checks everything that a run needs, one thing after another. It creates nothing. */
@Dependent
public final class Doctor {
    /** Of a private server that is not there yet: any that Exdate starts is as new. */
    private static final String OLDEST_SERVER = "15";

    private static final String DATA = "EXDATE_DATA_DIR";
    private static final String LOGS = "EXDATE_LOG_DIR";
    private static final String BACKUPS = "EXDATE_BACKUP_DIR";

    private final DatabaseDoor door;
    private final Settings settings;
    private final Clock clock;

    public Doctor(DatabaseDoor door, Settings settings, Clock clock) {
        this.door = door;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param each hears of each result at once */
    public Checkup examine(Examination examination, Consumer<Diagnosis> each) throws InterruptedException {
        List<Diagnosis> all = new ArrayList<>();
        Consumer<Diagnosis> say = diagnosis -> {
            all.add(diagnosis);
            each.accept(diagnosis);
        };
        Map<String, String> wrong = SettingPaths.wrong(settings);
        wrong.forEach((name, why) ->
                say.accept(Diagnosis.broken("settings", name + " " + why).ending(ExitCode.USAGE)));
        Optional<Session> session = new DatabaseDiagnosis(door, say).examine(examination);
        if (session.isPresent()) {
            say.accept(new ClockDiagnosis(clock).besideTheDatabase(session.get()));
            if (examination.runs(TaskName.BACKUP)) {
                new BackupDiagnosis(settings.backup(), say).examine(session.get(), TradingCalendar.today(clock));
            }
        } else if (door.coming() && examination.runs(TaskName.BACKUP)) {
            new BackupDiagnosis(settings.backup(), say).programs(OLDEST_SERVER);
        }
        folders(examination, wrong.keySet(), say);
        if (examination.runs(NyseSource.SCRAPER)
                && settings.source(NyseSource.ID).enabled()) {
            say.accept(browser());
        }
        SourceDiagnosis sources = new SourceDiagnosis(settings, say);
        sources.examine(examination);
        if (!examination.ofOneRun()) {
            new ClockDiagnosis(clock)
                    .besideTheSources(new SourceReach(settings, clock, sources, say).examine(examination))
                    .ifPresent(say);
        }
        return new Checkup(all);
    }

    /** @param told settings whose folders have been told of already */
    private void folders(Examination examination, Set<String> told, Consumer<Diagnosis> say) {
        if (settings.database().isEmpty() && !told.contains(DATA)) {
            // Only the private server writes there.
            say.accept(Folders.examine("data", settings.dataFolder(), DATA, ExitCode.USAGE));
        }
        settings.logFolder()
                .filter(logs -> !told.contains(LOGS))
                .ifPresent(logs -> say.accept(Folders.examine("logs", logs, LOGS, ExitCode.DONE)));
        if (examination.runs(TaskName.BACKUP) && !told.contains(BACKUPS)) {
            say.accept(Folders.examine("backups", settings.backupFolder(), BACKUPS, ExitCode.STRICT));
        }
    }

    private Diagnosis browser() {
        Browsers browsers = Browsers.onThisMachine(settings.browser());
        if (browsers.lacking().isPresent()) {
            return Diagnosis.less(
                    "browser",
                    "no Chromium found on PATH, so nyse leaves out its ex-date page",
                    "install chromium (apt-get install chromium) or set EXDATE_BROWSER to one");
        }
        return browsers.find()
                .map(found -> Diagnosis.well("browser", found.toString()))
                .orElseGet(() -> Diagnosis.less(
                                "browser",
                                "the one that EXDATE_BROWSER names can't be run, so the nyse task fails",
                                "correct EXDATE_BROWSER, or set EXDATE_SOURCE_NYSE_ENABLED=false")
                        .ending(ExitCode.STRICT));
    }
}
