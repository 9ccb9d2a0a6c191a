package dev.exdate.needs;

import dev.exdate.backup.BackupTools;
import dev.exdate.web.browser.Browsers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What tests use of the machine, each by its Debian package. */
public enum MachineProgram {
    CHROMIUM("chromium") {
        @Override
        public boolean isThere() {
            return Browsers.onThisMachine(Optional.empty()).find().isPresent();
        }
    },
    POSTGRESQL_CLIENT("postgresql-client") {
        @Override
        public boolean isThere() {
            try {
                return BackupTools.of(Optional.empty(), "15") instanceof BackupTools.Found;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    },
    FAKETIME("libfaketime") {
        @Override
        public boolean isThere() {
            return library().isPresent();
        }
    };

    private final String debianPackage;

    MachineProgram(String debianPackage) {
        this.debianPackage = debianPackage;
    }

    public abstract boolean isThere();

    String debianPackage() {
        return debianPackage;
    }

    /** The library that shifts the clock of the program that loads it. */
    public static Optional<Path> library() {
        return Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
                .map(machine -> Path.of("/usr/lib", machine, "faketime", "libfaketimeMT.so.1"))
                .filter(Files::exists)
                .findFirst();
    }
}
