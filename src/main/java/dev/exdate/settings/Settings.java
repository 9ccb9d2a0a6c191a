package dev.exdate.settings;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How Exdate is set up: what {@link ExdateConfig} and {@link UnprefixedConfig} say, checked and ready for use. A wrong
 * value is an {@link InvalidSetting}, before anything starts.
 */
public final class Settings {
    private final SettingsSources written;
    private final SourceCatalog catalog;
    private final SmallRyeConfig config;
    private final ProxySettings proxies;
    private final Path workingFolder;
    private final ExdateConfig exdate;
    private final UnprefixedConfig unprefixed;
    private final NamedDatabase database;
    private final Map<SourceId, SourceSettings> sources = new LinkedHashMap<>();
    private final BackupSettings backup;
    private final boolean forceRun;

    private Settings(SettingsSources written, SourceCatalog catalog, Path workingFolder) {
        this.written = written;
        this.catalog = catalog;
        this.workingFolder = workingFolder;
        config = written.config(wrong -> {
            throw wrong;
        });
        new UnknownNames(written.names().all().keySet()).refuse(written.places());
        exdate = mapped(config);
        unprefixed = config.getConfigMapping(UnprefixedConfig.class);
        proxies = ProxySettings.of(unprefixed);
        database = NamedDatabase.of(unprefixed, workingFolder);
        refuseBoth("EXDATE_DATABASE=private", privateDatabase());
        for (SourceProfile profile : catalog.sources()) {
            ExdateConfig.SourceConfig source =
                    Objects.requireNonNull(exdate.source().get(profile.id().id()));
            sources.put(profile.id(), SourceSettings.of(profile, source, exdate.allowHttp()));
        }
        backup = BackupSettings.of(exdate, workingFolder);
        forceRun = InvalidSetting.orElse("FORCE_RUN", unprefixed.forceRun(), new SettingConverters.Flag());
    }

    private static ExdateConfig mapped(SmallRyeConfig config) {
        try {
            ConfigMappings.registerConfigMappings(config, Set.of(new ConfigClass(ExdateConfig.class, "exdate")));
            return config.getConfigMapping(ExdateConfig.class);
        } catch (ConfigValidationException e) {
            throw InvalidSetting.of(e);
        }
    }

    /** Of this process. */
    public static Settings load(Optional<Path> sourcesFile) {
        return of(System.getenv(), Path.of("").toAbsolutePath(), sourcesFile);
    }

    /** @throws InvalidSetting when one of the settings cannot be used */
    public static Settings of(Map<String, String> environment, Path workingFolder, Optional<Path> sourcesFile) {
        return of(environment, workingFolder, sourcesFile, SourceCatalog.installed());
    }

    /**
     * With a list of sources that is not the program's own.
     *
     * @throws InvalidSetting when one of the settings cannot be used
     */
    public static Settings of(
            Map<String, String> environment, Path workingFolder, Optional<Path> sourcesFile, SourceCatalog catalog) {
        return new Settings(
                SettingsSources.of(environment, workingFolder, sourcesFile, catalog), catalog, workingFolder);
    }

    /**
     * Takes the secrets out of a text about settings that may not be usable.
     *
     * @throws InvalidSetting when a file of settings can't be read
     */
    public static Redaction redactionOf(
            Map<String, String> environment, Path workingFolder, Optional<Path> sourcesFile) {
        SourceCatalog catalog = SourceCatalog.installed();
        SmallRyeConfig config = SettingsSources.of(environment, workingFolder, sourcesFile, catalog)
                .config(wrong -> {});
        return KnownSecrets.redaction(config, catalog, workingFolder);
    }

    /** The same with some values set by hand, before all others. */
    public Settings with(Map<String, String> first) {
        return new Settings(written.after(new SettingsSources.Place("command line", first)), catalog, workingFolder);
    }

    /** The configured database; empty for the private server. */
    public Optional<DatabaseAddress> database() {
        return database.address();
    }

    /** Whether a private server may be made where none is yet. */
    public boolean privateDatabase() {
        return exdate.privateDatabase().orElse(false);
    }

    /**
     * A private database was asked for.
     *
     * @param word how
     * @throws InvalidSetting when the settings name another one
     */
    public void refuseBoth(String word, boolean said) {
        if (said && database().isPresent()) {
            throw new InvalidSetting(word + " asks for a private database, but DATABASE_URL or PG* names "
                    + database().get().shown() + "; remove one of them");
        }
    }

    public Path dataFolder() {
        return workingFolder.resolve(exdate.dataDir());
    }

    /** Empty: log to standard output only. */
    public Optional<Path> logFolder() {
        return exdate.logDir().map(workingFolder::resolve);
    }

    public Path backupFolder() {
        return backup.folder();
    }

    /** What is kept of the sources' answers. */
    public ArchiveSettings archive() {
        ExdateConfig.ArchiveConfig archive = exdate.archive();
        return new ArchiveSettings(
                archive.place(), dataFolder().resolve("archive"), archive.keepDays(), archive.maxSize());
    }

    public BackupSettings backup() {
        return backup;
    }

    /** A Chromium to use instead of the one found on PATH. */
    public Optional<Path> browser() {
        return exdate.browser().map(workingFolder::resolve);
    }

    public boolean forceRun() {
        return forceRun;
    }

    public boolean backupLast() {
        return exdate.backup().last();
    }

    /** The share of attempted symbols that may fail before the update itself has failed. */
    public BigDecimal updateFailureShare() {
        return exdate.updateFailureShare();
    }

    /** @param task the task's name in capitals, {@code FUTURE_DIVIDENDS} */
    public Duration taskLimit(String task) {
        String id = task.toLowerCase(Locale.ROOT).replace('_', '-');
        return Objects.requireNonNull(exdate.task().get(id), task).timeout();
    }

    /** The time limit of a whole daily run. */
    public Duration runLimit() {
        return exdate.runTimeout();
    }

    /** How often a request is tried at most if waiting may help. */
    public int attempts() {
        return exdate.attempts();
    }

    /** How long a run waits for a database that goes away. */
    public Duration databasePatience() {
        return exdate.databasePatience();
    }

    /** Whether a plain run continues the day's last unfinished or failed run. */
    public boolean resumesByItself() {
        return exdate.resumesByItself();
    }

    /** The key of a source that needs one. */
    public Optional<Secret> key(SourceId source) {
        return KnownSecrets.key(source(source).profile(), config);
    }

    public SourceSettings source(SourceId source) {
        return Objects.requireNonNull(sources.get(source), () -> "no source is called " + source);
    }

    /** The proxies between this machine and the sources. */
    public ProxySettings proxies() {
        return proxies;
    }

    /** How each source may be asked. */
    public List<SourceSettings> sources() {
        return List.copyOf(sources.values());
    }

    /** Every setting there is, in alphabetical order. */
    public List<SettingValue> all() {
        List<SettingValue> all = new SettingList(config, written.names(), redaction()).all();
        return database.passwordFile()
                .map(file -> all.stream()
                        .map(one -> one.name().equals("PGPASSWORD")
                                ? new SettingValue(one.name(), Optional.of("***"), file)
                                : one)
                        .toList())
                .orElse(all);
    }

    /** Removes all configured secrets from a text. */
    public Redaction redaction() {
        return KnownSecrets.redaction(config, catalog, workingFolder);
    }
}
