package dev.exdate.settings;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
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
 * Creates and removes folders and files that only their owner may open, whatever the umask. Existing ones keep their
 * modes. A file system without modes uses its own rules.
 */
public final class PrivateFiles {
    private PrivateFiles() {}

    /** Creates the folder and missing parent folders. */
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, only(folder, "rwx------"));
    }

    /** Appends to the file, which is created if missing. */
    public static OutputStream appending(Path file) throws IOException {
        return open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** Replaces the file's content. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces the file's content. */
    public static void write(Path file, byte[] content) throws IOException {
        try (OutputStream out = open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))) {
            out.write(content);
        }
    }

    /** Creates an empty file for another program to write to; an existing one stays unchanged. */
    public static void prepare(Path file) throws IOException {
        try {
            Files.createFile(file, only(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }

    /** Removes a file, or a folder with its content; links are removed, not followed. */
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
