package dev.exdate.settings;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings {@code EXDATE_SOURCE_<ID>_…}. */
record SourceVariables(Values values) {
    private static final String PREFIX = "EXDATE_SOURCE_";
    private static final List<String> ENDINGS =
            List.of("_BASE_URL", "_REQUESTS_PER_SECOND", "_CONCURRENCY", "_TIMEOUT", "_DAILY_BUDGET", "_ENABLED");
    private static final Pattern NAME = Pattern.compile(PREFIX + "([A-Z0-9]+?)(" + String.join("|", ENDINGS) + ")");
    private static final BigDecimal SLOWEST = new BigDecimal("0.001");

    /** @throws InvalidSetting when one of them can't be used, or has a name that nothing reads */
    void check() {
        for (String name : values.beginning(PREFIX).keySet()) {
            Matcher known = NAME.matcher(name);
            if (!known.matches()) {
                throw new InvalidSetting(name + " is no setting; those of a source are " + PREFIX + "<ID> and "
                        + String.join(", ", ENDINGS));
            }
            if (Arrays.stream(SourceId.values()).noneMatch(id -> id.name().equals(known.group(1)))) {
                throw new InvalidSetting(name + " is for no source there is; the sources are "
                        + Arrays.stream(SourceId.values()).map(SourceId::name).collect(Collectors.joining(" ")));
            }
        }
        for (SourceId source : SourceId.values()) {
            of(source);
        }
    }

    SourceSettings of(SourceId source) {
        String prefix = PREFIX + source.name();
        Optional<String> baseUrl = values.text(prefix + "_BASE_URL");
        return new SourceSettings(
                source,
                baseUrl.map(text -> baseUrl(prefix + "_BASE_URL", text))
                        .orElseGet(() -> URI.create(source.defaultBaseUrl())),
                baseUrl.isPresent(),
                values.decimal(
                                prefix + "_REQUESTS_PER_SECOND",
                                BigDecimal.valueOf(source.defaultRequestsPerSecond()),
                                SLOWEST,
                                BigDecimal.valueOf(100_000))
                        .doubleValue(),
                values.number(prefix + "_CONCURRENCY", source.defaultConcurrency(), 1, 1000),
                values.duration(prefix + "_TIMEOUT", source.defaultTimeout()),
                values.number(prefix + "_DAILY_BUDGET", source.defaultDailyBudget(), 0, 10_000_000),
                values.flag(prefix + "_ENABLED", true));
    }

    /** Whether addresses of other machines may be without encryption: for a trusted proxy or a mirror in one's own network. */
    boolean allowsHttp() {
        return values.flag("EXDATE_ALLOW_HTTP", false);
    }

    private URI baseUrl(String name, String text) {
        URI uri;
        try {
            uri = URI.create(text.replaceFirst("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw Values.bad(name, beforeQuery(text), "an address such as https://host");
        }
        if (uri.getUserInfo() != null) {
            // Its value may hold a password.
            throw new InvalidSetting(name + " names a user; it must be an address such as https://host, without one");
        }
        if (uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
            throw Values.bad(name, beforeQuery(text), "an address such as https://host, without query");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (scheme.equals("https") || scheme.equals("http") && (allowsHttp() || isLoopback(uri.getHost()))) {
            return URI.create(scheme + uri.toString().substring(scheme.length()));
        }
        throw Values.bad(name, text, "https: (http: only for this machine itself, or with EXDATE_ALLOW_HTTP=true)");
    }

    /** A key may stand behind the question mark, a password before the at sign. */
    private static String beforeQuery(String text) {
        return text.replaceFirst("(?s)[?#].*", "…").replaceFirst("(?s)//.*@", "//…@");
    }

    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost")
                    || host.matches("[\\d.]+|\\[.*\\]")
                            && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
