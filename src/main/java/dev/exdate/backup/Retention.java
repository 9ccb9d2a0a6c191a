package dev.exdate.backup;

import dev.exdate.settings.BackupSettings;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which sets may be deleted. */
record Retention(BackupSettings.KeepRule keep, LocalDate today) {
    /**
     * After a new set is proven: the sets that no rule keeps, but never the newest proven set of a database and never
     * the newest one with a test restore.
     *
     * @param newestFirst all sets
     */
    List<BackupSet> going(List<StoredSet> newestFirst) {
        Set<BackupSet> stay = new HashSet<>();
        List<StoredSet> proven =
                newestFirst.stream().filter(StoredSet::isProven).toList();
        if (proven.isEmpty()) {
            return List.of();
        }
        proven.stream()
                .collect(Collectors.groupingBy(StoredSet::database))
                .values()
                .forEach(sets -> stay.addAll(staying(sets)));
        return old(newestFirst).stream().filter(set -> !stay.contains(set)).toList();
    }

    private Set<BackupSet> staying(List<StoredSet> provenOfOneDatabase) {
        Set<BackupSet> stay = new HashSet<>();
        stay.add(provenOfOneDatabase.getFirst().set());
        provenOfOneDatabase.stream().filter(StoredSet::isRestored).findFirst().ifPresent(it -> stay.add(it.set()));
        stay.addAll(newestOfEach(provenOfOneDatabase, keep.weekly(), Retention::week));
        stay.addAll(newestOfEach(provenOfOneDatabase, keep.monthly(), YearMonth::from));
        return stay;
    }

    /**
     * After a set failed its proof: only other failed sets, so that they do not fill the disk. The newest one stays.
     */
    List<BackupSet> unprovenGoing(List<StoredSet> newestFirst) {
        List<StoredSet> unproven =
                newestFirst.stream().filter(set -> !set.isProven()).toList();
        return unproven.isEmpty() ? List.of() : old(unproven.subList(1, unproven.size()));
    }

    private List<BackupSet> old(List<StoredSet> sets) {
        return sets.stream()
                .map(StoredSet::set)
                .filter(set -> set.day().isBefore(today.minusDays(keep.days())))
                .toList();
    }

    private static List<BackupSet> newestOfEach(
            List<StoredSet> newestFirst, int most, Function<LocalDate, Object> period) {
        Set<Object> seen = new HashSet<>();
        List<BackupSet> kept = new ArrayList<>();
        for (StoredSet stored : newestFirst) {
            if (seen.size() == most) {
                break;
            }
            if (seen.add(period.apply(stored.set().day()))) {
                kept.add(stored.set());
            }
        }
        return kept;
    }

    private static Object week(LocalDate day) {
        return List.of(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
