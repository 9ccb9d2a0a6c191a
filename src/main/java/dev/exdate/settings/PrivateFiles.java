package dev.exdate.settings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes and removes folders and files that only their owner may open, whatever the umask says. What is there already keeps
 * the rights that somebody gave it; where a file system knows no such rights, its own hold.
 */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** The folder, made with those above it that are missing. */
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, only(folder, "rwx------"));
    }

    /** To the end of the file, which is made when missing. */
    public static OutputStream appending(Path file) throws IOException {
        return open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** In place of what the file held. */
    public static void write(Path file, String text) throws IOException {
        try (OutputStream out = open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))) {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** An empty file for another program to write into; one that is there stays as it is. */
    public static void prepare(Path file) throws IOException {
        try {
            Files.createFile(file, only(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }

    /** Whatever is there, with all that is in it; links are removed, not followed. */
    public static void delete(Path fileOrFolder) throws IOException {
        if (!Files.exists(fileOrFolder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(fileOrFolder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static OutputStream open(Path file, Set<? extends OpenOption> options) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(file, options, only(file, "rw-------")));
    }

    private static FileAttribute<?>[] only(Path file, String rights) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
