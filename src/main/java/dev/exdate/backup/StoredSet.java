package dev.exdate.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * A set in the folder as far as its manifest and the size of its dump tell.
 *
 * @param manifest empty when it is missing or broken
 */
record StoredSet(BackupSet set, Optional<Manifest> manifest, long size) {
    static StoredSet of(BackupSet set) throws IOException {
        return new StoredSet(set, new ManifestJson().read(set.manifest()), Files.size(set.dump()));
    }

    /** Why it is not to be relied on; empty when it is. The dump is not read: restore does that. */
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

    /** Empty where the manifest does not say it. */
    String database() {
        return manifest.map(Manifest::database).orElse("");
    }

    boolean isBeforeRestore() {
        return manifest.filter(it -> it.purpose() == Manifest.Purpose.BEFORE_RESTORE)
                .isPresent();
    }
}
