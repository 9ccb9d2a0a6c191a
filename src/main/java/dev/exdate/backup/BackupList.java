package dev.exdate.backup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.market.EasternTime;
import dev.exdate.settings.FileFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The existing sets, for people and for scripts. It checks only the size of each dump. */
public final class BackupList {
    private final Path folder;
    private final Clock clock;

    public BackupList(Path folder, Clock clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /** A line each, the newest first. */
    public String table() throws IOException {
        List<StoredSet> sets = new BackupFolder(folder).stored();
        if (sets.isEmpty()) {
            return "No backup in " + folder + "\n";
        }
        StringBuilder text = new StringBuilder();
        text.append("%-8s %10s %12s  %-10s  %-12s  %s%n".formatted("AGE", "SIZE", "ROWS", "PROOF", "DATABASE", "FILE"));
        for (StoredSet stored : sets) {
            text.append("%-8s %10s %12s  %-10s  %-12s  %s%n"
                    .formatted(
                            age(stored),
                            Size.of(stored.size()),
                            stored.manifest()
                                    .map(it -> "%,d".formatted(it.contents().total()))
                                    .orElse("?"),
                            word(stored),
                            stored.database().isEmpty() ? "?" : stored.database(),
                            stored.set().dump()));
            stored.fault()
                    .ifPresent(fault ->
                            text.append("           ⚠️  ").append(fault).append('\n'));
        }
        if (sets.stream().anyMatch(StoredSet::isBeforeRestore)) {
            text.append("* made before a restore with --overwrite; never taken as latest\n");
        }
        return text.toString();
    }

    /** A line about the newest good backup of this database. */
    public String newestGood(String database) {
        try {
            return new BackupFolder(folder)
                    .stored().stream()
                            .filter(stored -> stored.isProven() && !stored.isBeforeRestore())
                            .filter(stored -> stored.database().equals(database))
                            .findFirst()
                            .map(stored -> "💾 Newest good backup: %s old (%s, proof: %s) in %s"
                                    .formatted(
                                            age(stored),
                                            EasternTime.minute(stored.madeAt()),
                                            word(stored),
                                            stored.set().dump()))
                            .orElseGet(() -> "💾 ❌ No good backup of " + database + " in " + folder
                                    + "; `exdate backup` makes one");
        } catch (IOException e) {
            return "💾 ❌ Cannot read the backups in " + folder + ": " + FileFailure.reason(e)
                    + "; set EXDATE_BACKUP_DIR or fix permissions";
        }
    }

    private static String word(StoredSet stored) {
        String proof = stored.isRestored() ? "restored" : stored.isProven() ? "listed" : "none";
        return stored.isBeforeRestore() ? proof + "*" : proof;
    }

    private Duration since(StoredSet stored) {
        return Duration.between(stored.madeAt(), clock.instant());
    }

    private String age(StoredSet stored) {
        Duration since = since(stored);
        return since.toDays() > 0
                ? since.toDays() + " d"
                : since.toHours() > 0 ? since.toHours() + " h" : Math.max(since.toMinutes(), 0) + " min";
    }

    /** One array. */
    public String json() throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (StoredSet stored : new BackupFolder(folder).stored()) {
            ObjectNode one = array.addObject();
            one.put("dump", stored.set().dump().toString());
            one.put("bytes", stored.size());
            one.put("ageSeconds", since(stored).toSeconds());
            one.put("encrypted", stored.set().encrypted());
            one.put("proven", stored.isProven());
            stored.manifest().ifPresent(manifest -> {
                one.put("database", manifest.database());
                one.put("takenAt", manifest.takenAt().toString());
                one.put("marketDay", manifest.marketDay().toString());
                one.put("purpose", manifest.purpose().name().toLowerCase(java.util.Locale.ROOT));
                one.put("proof", manifest.proof().kind().id());
                one.put("tables", manifest.tables().size());
                one.put("rows", manifest.contents().total());
                one.put("sha256", manifest.dump().sha256());
            });
            stored.fault().ifPresent(fault -> one.put("fault", fault));
        }
        return array.toString();
    }
}
