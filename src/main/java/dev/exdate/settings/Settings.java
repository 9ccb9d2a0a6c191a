package dev.exdate.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How Exdate is set up: a {@code --sources} file first, then the environment, {@code .env} and
 * {@code config/application.properties} of the working folder, then defaults. What cannot be used is a {@link InvalidSetting},
 * before anything is begun.
 */
public final class Settings {
    private final Values values;
    private final Path workingFolder;

    private Settings(Values values, Path workingFolder) {
        this.values = values;
        this.workingFolder = workingFolder;
    }

    /** Of this process. */
    public static Settings load(Optional<Path> sourcesFile) {
        return of(System.getenv(), Path.of("").toAbsolutePath(), sourcesFile);
    }

    /** @throws InvalidSetting when one of the settings cannot be used */
    public static Settings of(Map<String, String> environment, Path workingFolder, Optional<Path> sourcesFile) {
        Settings settings = unchecked(environment, workingFolder, sourcesFile);
        settings.check();
        return settings;
    }

    private static Settings unchecked(Map<String, String> environment, Path workingFolder, Optional<Path> sourcesFile) {
        List<Map<String, String>> places = new ArrayList<>();
        sourcesFile.ifPresent(file -> places.add(SettingsFile.properties(workingFolder.resolve(file))));
        places.add(environment);
        places.add(SettingsFile.environmentIfThere(workingFolder.resolve(".env")));
        places.add(SettingsFile.propertiesIfThere(workingFolder.resolve("config/application.properties")));
        return new Settings(new Values(places), workingFolder);
    }

    /**
     * Takes the secrets out of a text about settings that may not be usable.
     *
     * @throws InvalidSetting when a file of settings can't be read
     */
    public static Redaction redactionOf(
            Map<String, String> environment, Path workingFolder, Optional<Path> sourcesFile) {
        Settings settings = unchecked(environment, workingFolder, sourcesFile);
        try {
            return settings.redaction();
        } catch (InvalidSetting e) {
            return new Redaction(settings.keys());
        }
    }

    private void check() {
        allowsHttp();
        new SourceVariables(values).check();
        database();
        forceRun();
        backupLast();
        backup();
        updateFailureShare();
        runLimit();
        databasePatience();
        attempts();
        resumesByItself();
    }

    /** The same with some values set by hand, before all others. */
    public Settings with(Map<String, String> first) {
        List<Map<String, String>> places = new ArrayList<>();
        places.add(first);
        places.add(values.beginning(""));
        return new Settings(new Values(places), workingFolder);
    }

    /** The database that was named; empty for the private server. */
    public Optional<DatabaseAddress> database() {
        Optional<String> url = values.text("DATABASE_URL");
        LibpqVariables libpq = new LibpqVariables(values);
        return url.isPresent() ? url.map(text -> DatabaseUrl.read(text).address(libpq)) : libpq.address();
    }

    public Path dataFolder() {
        return folder("EXDATE_DATA_DIR", "data");
    }

    /** Empty: log to standard output only. */
    public Optional<Path> logFolder() {
        return values.isBlank("EXDATE_LOG_DIR") ? Optional.empty() : Optional.of(folder("EXDATE_LOG_DIR", "logs"));
    }

    public Path backupFolder() {
        return backup().folder();
    }

    private Path folder(String name, String otherwise) {
        return workingFolder.resolve(values.text(name).orElse(otherwise));
    }

    public BackupSettings backup() {
        return BackupSettings.of(values, workingFolder);
    }

    /** A Chromium to use instead of the one found on PATH. */
    public Optional<Path> browser() {
        return values.text("EXDATE_BROWSER").map(workingFolder::resolve);
    }

    public boolean forceRun() {
        return values.flag("FORCE_RUN", false);
    }

    public boolean backupLast() {
        return values.flag("EXDATE_BACKUP_LAST", false);
    }

    /** The share of attempted symbols that may fail before the update itself has failed. */
    public BigDecimal updateFailureShare() {
        return values.decimal("EXDATE_UPDATE_FAILURE_SHARE", new BigDecimal("0.2"), BigDecimal.ZERO, BigDecimal.ONE);
    }

    /** @param task the task's name in capitals, {@code FUTURE_DIVIDENDS} */
    public Duration taskLimit(String task) {
        return values.duration(
                "EXDATE_TASK_" + task + "_TIMEOUT",
                switch (task) {
                    case "UPDATE" -> Duration.ofHours(3);
                    case "DISCOVERY", "BACKUP" -> Duration.ofHours(1);
                    default -> Duration.ofMinutes(45);
                });
    }

    /** The time limit of a whole daily run. */
    public Duration runLimit() {
        return values.duration("EXDATE_RUN_TIMEOUT", Duration.ofHours(8));
    }

    /** How often one question is put to a source at most, where waiting may heal what went wrong. */
    public int attempts() {
        return values.number("EXDATE_ATTEMPTS", 5, 1, 10);
    }

    /** How long a database that is gone in the middle of a run is waited for. */
    public Duration databasePatience() {
        return values.duration("EXDATE_DATABASE_PATIENCE", Duration.ofMinutes(2));
    }

    /** Whether a run goes on with one that did not come to its end, without being told to. */
    public boolean resumesByItself() {
        return values.text("EXDATE_RESUME")
                .map(text -> switch (text.toLowerCase(java.util.Locale.ROOT)) {
                    case "auto" -> true;
                    case "never" -> false;
                    default -> throw Values.bad("EXDATE_RESUME", text, "auto or never");
                })
                .orElse(false);
    }

    /** The key of a source that needs one. */
    public Optional<Secret> key(SourceId source) {
        return switch (source) {
            case FMP -> values.text("FMP_API_KEY").map(Secret::new);
            case ALPHAVANTAGE -> values.text("ALPHA_VANTAGE_API_KEY").map(Secret::new);
            default -> Optional.empty();
        };
    }

    /** Whether sources on other machines may be asked without encryption. */
    public boolean allowsHttp() {
        return new SourceVariables(values).allowsHttp();
    }

    public SourceSettings source(SourceId source) {
        return new SourceVariables(values).of(source);
    }

    /** Names of the settings that are set and begin so. */
    public Set<String> namesBeginning(String prefix) {
        return values.beginning(prefix).keySet();
    }

    /** Takes all secrets that are set out of a text. */
    public Redaction redaction() {
        List<Secret> secrets = new ArrayList<>(keys());
        database().ifPresent(address -> secrets.addAll(address.secrets()));
        return new Redaction(secrets);
    }

    private List<Secret> keys() {
        return Stream.concat(
                        Arrays.stream(SourceId.values()).map(this::key).flatMap(Optional::stream),
                        values.text("PGPASSWORD").map(Secret::new).stream())
                .toList();
    }
}
