package dev.exdate.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.settings.BackupSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private static StoredSet set(int daysAgo, Proof.Kind proof) {
        return set(daysAgo, proof, "stocks");
    }

    private static StoredSet set(int daysAgo, Proof.Kind proof, String database) {
        String day = TODAY.minusDays(daysAgo).toString().replace("-", "");
        Manifest.DumpFile file = new Manifest.DumpFile("dump", 10, "");
        return new StoredSet(
                new BackupSet(Path.of("/backups", day), day + "_220000", false),
                Optional.of(new Manifest(
                        database,
                        Instant.EPOCH,
                        TODAY,
                        new Manifest.Versions("1", "15", "15", ""),
                        List.of(),
                        new Contents(new TreeMap<>(), new TreeMap<>()),
                        Manifest.Purpose.BACKUP,
                        new Proof(proof, Instant.EPOCH, "why"),
                        file,
                        file)),
                10);
    }

    private static StoredSet proven(int daysAgo) {
        return set(daysAgo, Proof.Kind.RESTORED);
    }

    private static List<Integer> agesGoing(Retention retention, List<StoredSet> sets) {
        return retention.going(sets).stream()
                .map(set -> (int) set.day().until(TODAY, java.time.temporal.ChronoUnit.DAYS))
                .toList();
    }

    private static Retention keeping(int days, int weekly, int monthly) {
        return new Retention(new BackupSettings.KeepRule(days, weekly, monthly), TODAY);
    }

    @Test
    void setsOfTheLastDaysStay() {
        assertThat(agesGoing(
                        keeping(14, 0, 0),
                        Stream.of(0, 1, 14, 15, 40).map(RetentionTest::proven).toList()))
                .containsExactly(15, 40);
    }

    @Test
    void theNewestProvenOneStaysWhateverItsAge() {
        assertThat(agesGoing(
                        keeping(14, 0, 0),
                        List.of(set(0, Proof.Kind.FAILED), set(30, Proof.Kind.FAILED), proven(40), proven(41))))
                .containsExactly(30, 41);
    }

    @Test
    void theNewestThatWasPutBackStaysBehindThoseThatWereListedOnly() {
        assertThat(agesGoing(
                        keeping(14, 0, 0),
                        List.of(set(0, Proof.Kind.LISTED), set(20, Proof.Kind.LISTED), proven(40), proven(41))))
                .containsExactly(20, 41);
    }

    @Test
    void nothingGoesWhileNothingIsProven() {
        assertThat(agesGoing(keeping(14, 0, 0), List.of(set(20, Proof.Kind.FAILED), set(40, Proof.Kind.NONE))))
                .isEmpty();
    }

    @Test
    void eachDatabaseKeepsItsOwn() {
        assertThat(agesGoing(
                        keeping(14, 0, 0),
                        List.of(
                                proven(0),
                                set(50, Proof.Kind.RESTORED, "others"),
                                set(51, Proof.Kind.RESTORED, "others"))))
                .containsExactly(51);
    }

    @Test
    void oneOfEachWeekAndMonthStaysLonger() {
        List<StoredSet> daily =
                IntStream.range(0, 120).mapToObj(RetentionTest::proven).toList();

        Retention retention = keeping(3, 4, 3);
        List<LocalDate> kept = daily.stream()
                .map(StoredSet::set)
                .filter(set -> !retention.going(daily).contains(set))
                .map(BackupSet::day)
                .toList();

        // 2026-03-31 is a Tuesday: the last sets of the weeks before are Sundays.
        assertThat(kept)
                .containsExactly(
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 3, 30),
                        LocalDate.of(2026, 3, 29),
                        LocalDate.of(2026, 3, 28),
                        LocalDate.of(2026, 3, 22),
                        LocalDate.of(2026, 3, 15),
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 1, 31));
    }

    @Test
    void unprovenOnesDoNotFillTheDiskEither() {
        List<StoredSet> sets = List.of(set(0, Proof.Kind.FAILED), set(20, Proof.Kind.FAILED), proven(30), proven(60));

        assertThat(keeping(14, 0, 0).unprovenGoing(sets))
                .containsExactly(sets.get(1).set());
    }
}
