package dev.exdate.settings;

import dev.exdate.format.EditDistance;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds names that are set and that nothing reads. What begins with {@code EXDATE_} can only be meant for this program.
 * Any other name may belong to another one, so it counts only as a near miss: one that is close to a setting which is
 * not set itself.
 *
 * @param known all settings
 */
record UnknownNames(Set<String> known) {
    private static final String OURS = "EXDATE_";

    /** {@code PGROOT} is as close to {@code PGPORT} as a double mistake, so short names allow one edit only. */
    private static final int SHORT = 8;

    private static final int EDITS = 2;

    /** @throws InvalidSetting with every unknown name, where it stands, and the nearest setting */
    void refuse(List<SettingsSources.Place> places) {
        Set<String> setSoFar =
                new HashSet<>(places.stream().anyMatch(UnknownNames::namesTheDatabase) ? libpq() : Set.of());
        Set<String> findings = new TreeSet<>();
        for (SettingsSources.Place place : places) {
            Set<String> here = new TreeSet<>();
            place.values().forEach((name, value) -> {
                if (!value.isBlank()) {
                    setSoFar.add(SettingNames.variable(name));
                }
                if (!value.isBlank() || isOurs(SettingNames.variable(name))) {
                    here.add(SettingNames.variable(name));
                }
            });
            here.removeAll(known);
            here.forEach(name -> finding(name, place, setSoFar).ifPresent(findings::add));
        }
        if (!findings.isEmpty()) {
            throw new InvalidSetting(String.join("; ", findings));
        }
    }

    private static boolean namesTheDatabase(SettingsSources.Place place) {
        return place.values().entrySet().stream()
                .anyMatch(set -> SettingNames.variable(set.getKey()).equals("DATABASE_URL")
                        && !set.getValue().isBlank());
    }

    /** With an address of the database, a mistake in these can't lead to another one. */
    private Set<String> libpq() {
        return known.stream().filter(name -> name.startsWith("PG")).collect(Collectors.toSet());
    }

    private static boolean isOurs(String name) {
        return name.startsWith(OURS);
    }

    private Optional<String> finding(String name, SettingsSources.Place place, Set<String> setSoFar) {
        if (!isOurs(name)) {
            return nearMiss(name, setSoFar)
                    .map(meant -> place.holding(name) + " is not a setting; did you mean " + meant + "?");
        }
        if (ForeignNames.isOfTheEnvironment(name)) {
            return place.isEnvironment()
                    ? Optional.empty()
                    : Optional.of(place.holding(name) + " has no effect; set it in the environment");
        }
        return place.isEnvironment() && ForeignNames.isOfAService(name)
                ? Optional.empty()
                : Optional.of(place.holding(name) + " is not a setting; the nearest one is " + nearest(name));
    }

    private String nearest(String name) {
        String bare = name.substring(OURS.length());
        return known.contains(bare)
                ? bare
                : known.stream()
                        .filter(UnknownNames::isOurs)
                        .min(Comparator.<String>comparingInt(one -> EditDistance.between(name, one))
                                .thenComparing(Comparator.naturalOrder()))
                        .orElseThrow();
    }

    private Optional<String> nearMiss(String name, Set<String> setSoFar) {
        return ForeignNames.isWellKnown(name)
                ? Optional.empty()
                : known.stream()
                        .filter(one -> !setSoFar.contains(one) && isNear(name, one))
                        .min(Comparator.<String>comparingInt(one -> EditDistance.between(name, one))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** Two edits in a short first word make another program's name of it: {@code GCP_API_KEY} is not {@code FMP_API_KEY}. */
    private static boolean isNear(String name, String setting) {
        int most = setting.length() <= SHORT ? 1 : EDITS;
        if (setting.startsWith("PG") && !name.startsWith("PG") && !name.startsWith("GP")) {
            // PASSWORD and DATABASE are anybody's.
            return false;
        }
        if (Math.abs(name.length() - setting.length()) > most) {
            return false;
        }
        int edits = EditDistance.between(name, setting);
        return edits <= 1
                || edits <= most && (!setting.contains("_") || EditDistance.between(word(name), word(setting)) <= 1);
    }

    private static String word(String name) {
        return name.split("_", 2)[0];
    }
}
