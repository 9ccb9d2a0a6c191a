package dev.exdate.sandbox.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The decoded parameters of an address; if a name occurs twice, the first counts. */
public record Parameters(Map<String, String> values) {
    private static final int MANY = 1_000_000;

    public static Parameters of(@Nullable String rawQuery) {
        Map<String, String> values = new LinkedHashMap<>();
        if (rawQuery != null) {
            for (String pair : rawQuery.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                if (!name.isEmpty()) {
                    values.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
                }
            }
        }
        return new Parameters(values);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Empty text if the address lacks it. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean flag(String name) {
        return text(name).equals("true");
    }

    /** The parts between commas, blanks around them left out. */
    public List<String> list(String name) {
        return text(name).isBlank() ? List.of() : List.of(text(name).strip().split("\\s*,\\s*"));
    }

    /** @throws NumberFormatException when it is there and no number */
    public int number(String name, int absent) {
        return text(name).isEmpty() ? absent : Math.clamp(Long.parseLong(text(name)), 0, MANY);
    }

    /** @throws NumberFormatException when it is there and no number */
    public Optional<Long> seconds(String name) {
        return text(name).isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(text(name)));
    }

    /** @throws java.time.DateTimeException if it is present and not an ISO date */
    public Optional<LocalDate> date(String name) {
        return text(name).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text(name)));
    }

    /** Whether all of the other's parameters are here with the same values. */
    public boolean include(Parameters others) {
        return values.entrySet().containsAll(others.values().entrySet());
    }
}
