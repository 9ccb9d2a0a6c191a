package dev.exdate.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings as text, from several places in order: the first one that has a name wins, and a blank value there is as good
 * as none anywhere, so that the environment can take back what a file sets.
 */
final class Values {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)?");

    private static final Duration LONGEST = Duration.ofDays(30);

    private final List<Map<String, String>> places;

    /** @param places the first one that has a name wins */
    Values(List<Map<String, String>> places) {
        this.places = List.copyOf(places);
    }

    Optional<String> text(String name) {
        return stated(name).filter(value -> !value.isBlank()).map(String::strip);
    }

    /** Whether it is set, and to nothing. */
    boolean isBlank(String name) {
        return stated(name).filter(String::isBlank).isPresent();
    }

    private Optional<String> stated(String name) {
        return places.stream()
                .map(place -> place.get(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    int number(String name, int otherwise, int least, int most) {
        return text(name)
                .map(text -> {
                    try {
                        int number = Integer.parseInt(text);
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        throw bad(name, text, "a whole number from " + least + " to " + most);
                    }
                    throw bad(name, text, "a whole number from " + least + " to " + most);
                })
                .orElse(otherwise);
    }

    BigDecimal decimal(String name, BigDecimal otherwise, BigDecimal least, BigDecimal most) {
        String wanted = "a number from " + least + " to " + most;
        return text(name)
                .map(text -> {
                    BigDecimal number;
                    try {
                        number = new BigDecimal(text);
                    } catch (NumberFormatException e) {
                        throw bad(name, text, wanted);
                    }
                    if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
                        throw bad(name, text, wanted);
                    }
                    return number;
                })
                .orElse(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        return text(name)
                .map(text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "1", "on" -> true;
                    case "false", "no", "0", "off" -> false;
                    default -> throw bad(name, text, "true or false");
                })
                .orElse(otherwise);
    }

    /** {@code 500ms}, {@code 30s}, {@code 20m}, {@code 2h}; a number alone is seconds. */
    Duration duration(String name, Duration otherwise) {
        return text(name)
                .map(text -> {
                    Matcher matcher = DURATION.matcher(text.toLowerCase(Locale.ROOT));
                    Duration time = matcher.matches()
                            ? time(Long.parseLong(matcher.group(1)), matcher.group(2))
                            : Duration.ZERO;
                    if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
                        throw bad(name, text, "a time such as 500ms, 30s, 20m or 2h, above zero and up to 720h");
                    }
                    return time;
                })
                .orElse(otherwise);
    }

    private static Duration time(long amount, @Nullable String unit) {
        return switch (unit == null ? "s" : unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofSeconds(amount);
        };
    }

    /** All names that are set and begin so, with their values. */
    Map<String, String> beginning(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        places.reversed()
                .forEach(place -> place.forEach((name, value) -> {
                    if (name.startsWith(prefix)) {
                        found.put(name, value);
                    }
                }));
        return found;
    }

    static InvalidSetting bad(String name, String value, String wanted) {
        return new InvalidSetting(name + " is \"" + value + "\"; it must be " + wanted);
    }
}
