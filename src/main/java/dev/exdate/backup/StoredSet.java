package dev.exdate.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

/**
 * A set in the folder, judged by its manifest and the size of its dump.
 *
 * @param manifest empty if it is missing or damaged
 */
record StoredSet(BackupSet set, Optional<Manifest> manifest, long size) {
    static StoredSet of(BackupSet set) throws IOException {
        return new StoredSet(set, new ManifestJson().read(set.manifest()), Files.size(set.dump()));
    }

    /** When its dump was taken; where no manifest says it, when it was named. */
    Instant madeAt() {
        return manifest.map(Manifest::takenAt).orElseGet(set::madeAt);
    }

    /** Why the set is unreliable; empty if it is not. This does not read the dump; restore does. */
    Optional<String> fault() {
        if (manifest.isEmpty()) {
            return Optional.of("its manifest is missing or damaged");
        }
        long stated = manifest.get().dump().size();
        if (stated != size) {
            return Optional.of("its dump has %,d bytes instead of %,d".formatted(size, stated));
        }
        Proof proof = manifest.get().proof();
        return proof.holds() ? Optional.empty() : Optional.of(proof.note().isEmpty() ? "never proven" : proof.note());
    }

    boolean isProven() {
        return fault().isEmpty();
    }

    boolean isRestored() {
        return isProven()
                && manifest.filter(it -> it.proof().kind() == Proof.Kind.RESTORED)
                        .isPresent();
    }

    /** Empty if the manifest does not say it. */
    String database() {
        return manifest.map(Manifest::database).orElse("");
    }

    boolean isBeforeRestore() {
        return manifest.filter(it -> it.purpose() == Manifest.Purpose.BEFORE_RESTORE)
                .isPresent();
    }
}
