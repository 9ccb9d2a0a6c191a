package dev.exdate.settings;

import java.net.URI;
import java.time.Duration;

/**
 * Limits and address of a source.
 *
 * @param profile what the source says of itself
 * @param baseUrl scheme, host and port, perhaps a path prefix, without a slash at the end
 * @param overridden whether the address is another one than the source's own, so that a source's second host is reached
 *     there too
 * @param requestsPerSecond for the whole run, over all tasks; 0 if what the source allows is to be found
 * @param concurrency requests under way at once, over all tasks
 * @param timeout of one attempt, from connect to the last byte
 * @param dailyBudget requests a New York day, 0 for no limit; survives a restart
 * @param enabled false: the source is not asked, and tasks that need it are skipped with that reason
 * @param via never {@link SourceVia#BROWSER} for a source with a key
 */
public record SourceSettings(
        SourceProfile profile,
        URI baseUrl,
        boolean overridden,
        double requestsPerSecond,
        int concurrency,
        Duration timeout,
        int dailyBudget,
        boolean enabled,
        SourceVia via) {
    static SourceSettings of(SourceProfile profile, ExdateConfig.SourceConfig config, boolean allowHttp) {
        URI baseUrl =
                new BaseUrl("EXDATE_SOURCE_" + profile.id().name() + "_BASE_URL", config.baseUrl()).read(allowHttp);
        return new SourceSettings(
                profile,
                baseUrl,
                !baseUrl.equals(URI.create(profile.baseUrl())),
                config.requestsPerSecond().doubleValue(),
                config.concurrency(),
                config.timeout(),
                config.dailyBudget(),
                config.enabled(),
                via(profile, config.via()));
    }

    /** In a browser a key would be seen by any user of the machine who finds its control port. */
    private static SourceVia via(SourceProfile profile, SourceVia set) {
        if (set == SourceVia.BROWSER && profile.keySetting().isPresent()) {
            throw new InvalidSetting("EXDATE_SOURCE_" + profile.id().name() + "_VIA is \"browser\"; a source with a key"
                    + " is never asked through a browser: set it to client");
        }
        return set;
    }

    /** Whether the source's limit is to be found. */
    public boolean findsRate() {
        return requestsPerSecond == 0;
    }

    public SourceId id() {
        return profile.id();
    }
}
