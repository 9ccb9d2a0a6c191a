package dev.exdate.settings;

import dev.exdate.settings.SettingConverters.ArchivePlaces;
import dev.exdate.settings.SettingConverters.Attempts;
import dev.exdate.settings.SettingConverters.AutoOrNever;
import dev.exdate.settings.SettingConverters.Bytes;
import dev.exdate.settings.SettingConverters.Concurrency;
import dev.exdate.settings.SettingConverters.DailyBudget;
import dev.exdate.settings.SettingConverters.Flag;
import dev.exdate.settings.SettingConverters.KeptDays;
import dev.exdate.settings.SettingConverters.KeptPeriods;
import dev.exdate.settings.SettingConverters.Limit;
import dev.exdate.settings.SettingConverters.PrivateWord;
import dev.exdate.settings.SettingConverters.Rate;
import dev.exdate.settings.SettingConverters.Share;
import dev.exdate.settings.SettingConverters.Verifications;
import dev.exdate.settings.SettingConverters.Vias;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The settings {@code EXDATE_…}, each documented here and in the README's table. {@link #runTimeout()} is
 * {@code exdate.run-timeout} in a properties file, {@code EXDATE_RUN_TIMEOUT} there and everywhere else.
 *
 * <p>{@link Settings} is what is injected, not this: before the framework starts, and in a demo, which keeps the real
 * set-up out, the values come from the same kinds of places but not from the framework's configuration.
 */
@ConfigMapping(prefix = "exdate")
public interface ExdateConfig {
    /** {@code private}: if no database is set, a private PostgreSQL server may be made. */
    @WithName("database")
    @WithConverter(PrivateWord.class)
    Optional<Boolean> privateDatabase();

    /** The folder of the private PostgreSQL server. */
    @WithDefault("data")
    String dataDir();

    /** The folder of the log files; when set to nothing, the log goes to standard output only. */
    @WithDefault("logs")
    Optional<String> logDir();

    /** Whether base URLs with {@code http:} may lead to other machines; otherwise only to this one. */
    @WithConverter(Flag.class)
    @WithDefault("false")
    boolean allowHttp();

    /** The time limit of a whole run. */
    @WithConverter(Limit.class)
    @WithDefault("8h")
    Duration runTimeout();

    /** {@code auto}: {@code run} continues an unfinished run of the day without {@code --resume}; or {@code never}. */
    @WithName("resume")
    @WithConverter(AutoOrNever.class)
    @WithDefault("never")
    boolean resumesByItself();

    /** How long a run waits for a database that went away. */
    @WithConverter(Limit.class)
    @WithDefault("2m")
    Duration databasePatience();

    /** How many times a source is asked the same question at most, when trying again may help. */
    @WithConverter(Attempts.class)
    @WithDefault("5")
    int attempts();

    /** The share of attempted symbols that may fail before the update itself has failed. */
    @WithConverter(Share.class)
    @WithDefault("0.2")
    BigDecimal updateFailureShare();

    /** The Chromium to use instead of the one found on {@code PATH}. */
    Optional<String> browser();

    /** The pg_dump to use instead of the one found on {@code PATH}. */
    Optional<String> pgDump();

    BackupConfig backup();

    ArchiveConfig archive();

    /** By id; the defaults are what each {@link SourceProfile} says. */
    Map<String, SourceConfig> source();

    /** By id, {@code future-dividends}. */
    Map<String, TaskConfig> task();

    /** How backups are made, verified, kept and copied away. */
    interface BackupConfig {
        /** The folder of all backups. */
        @WithDefault("backups")
        String dir();

        /** All backups of so many days are kept. */
        @WithConverter(KeptDays.class)
        @WithDefault("14")
        int keepDays();

        /** Older than that, one backup of each of so many weeks. */
        @WithConverter(KeptPeriods.class)
        @WithDefault("0")
        int keepWeekly();

        /** Older than that, one backup of each of so many months. */
        @WithConverter(KeptPeriods.class)
        @WithDefault("0")
        int keepMonthly();

        /** {@code restore}, {@code list} or {@code auto}: see {@link BackupSettings.Verification}. */
        @WithConverter(Verifications.class)
        @WithDefault("auto")
        BackupSettings.Verification verify();

        /** The age public keys that backups are encrypted to, separated by blanks or commas. */
        Optional<String> encryptTo();

        /** The file with the secret age key, for {@code restore}. */
        Optional<String> identity();

        /** A program that is called with the files of each new backup, to copy them away. */
        Optional<String> hook();

        /** The time limit of that program. */
        @WithConverter(Limit.class)
        @WithDefault("15m")
        Duration hookTimeout();

        /** Whether the backup comes after the other tasks that follow the update, instead of beside them. */
        @WithConverter(Flag.class)
        @WithDefault("false")
        boolean last();
    }

    /** What is kept of the sources' answers. */
    interface ArchiveConfig {
        /** {@code folder}, {@code database} or {@code off}. */
        @WithConverter(ArchivePlaces.class)
        @WithDefault("folder")
        ArchiveSettings.Place place();

        /** For how many days. */
        @WithConverter(KeptDays.class)
        @WithDefault("30")
        int keepDays();

        /** How much space all of them may take. */
        @WithConverter(Bytes.class)
        @WithDefault("2GB")
        long maxSize();
    }

    /** How one source may be asked. */
    interface SourceConfig {
        /** Scheme, host and port, perhaps a path prefix. */
        String baseUrl();

        /** For the whole run, over all tasks. */
        @WithConverter(Rate.class)
        BigDecimal requestsPerSecond();

        /** Requests under way at once, over all tasks. */
        @WithConverter(Concurrency.class)
        int concurrency();

        /** The time limit of one attempt, from connect to the last byte. */
        @WithConverter(Limit.class)
        Duration timeout();

        /** Requests per New York day, 0 for no limit. */
        @WithConverter(DailyBudget.class)
        int dailyBudget();

        /** When false, the source is not asked, and tasks that need it are skipped. */
        @WithConverter(Flag.class)
        boolean enabled();

        /** {@code auto}, {@code browser} or {@code client}: see {@link SourceVia}. */
        @WithConverter(Vias.class)
        SourceVia via();
    }

    /** What holds for one task. */
    interface TaskConfig {
        /** The time limit of the task. */
        @WithConverter(Limit.class)
        Duration timeout();
    }
}
