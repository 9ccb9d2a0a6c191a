package dev.exdate.run.log;

import dev.exdate.settings.FileFailure;
import dev.exdate.settings.PrivateFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log file that is appended to, or no file at all where the log folder setting is empty. A log that can't be written
 * any more (full disk) never stops a run: its first error is kept for the report, and the lines go elsewhere.
 */
public final class LogFile implements AutoCloseable {
    /** The first line of every file: the time stamps have no room for it. */
    static final String ZONE = "🕐 All times are New York time (ET)";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final @Nullable Path path;
    private final @Nullable BufferedWriter writer;
    private final long start;
    private @Nullable IOException firstError;
    private boolean troubleSaid;

    private LogFile(@Nullable Path path, @Nullable BufferedWriter writer, long start) {
        this.path = path;
        this.writer = writer;
        this.start = start;
    }

    /** No file: lines go to the terminal only. */
    public static LogFile none() {
        return new LogFile(null, null, 0);
    }

    /** {@code NAME_YYYYMMDD.log} in the folder, which is made when missing. */
    public static LogFile open(Path folder, String name, LocalDate newYorkDay) throws IOException {
        PrivateFiles.folder(folder);
        Path path = folder.resolve(name + "_" + newYorkDay.format(DAY) + ".log");
        OutputStream out = PrivateFiles.appending(path);
        long size = Files.size(path);
        long start = size == 0 ? (ZONE + "\n").getBytes(StandardCharsets.UTF_8).length : size;
        LogFile log = new LogFile(path, new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), start);
        if (size == 0) {
            log.line(ZONE);
        }
        return log;
    }

    /** Whether lines still go to a file. */
    synchronized boolean kept() {
        return path != null && firstError == null;
    }

    String place() {
        return path == null ? "standard output" : path.toString();
    }

    /** Why lines no longer go to the file; returned only once. */
    synchronized Optional<String> trouble() {
        if (firstError == null || troubleSaid) {
            return Optional.empty();
        }
        troubleSaid = true;
        return Optional.of("⚠️  Can no longer write the log " + path + " (" + FileFailure.reason(firstError) + ")");
    }

    /** False if the line is not in the file; then the caller writes it elsewhere. */
    synchronized boolean line(String text) {
        BufferedWriter open = writer;
        if (open == null || firstError != null) {
            return false;
        }
        try {
            open.write(text);
            open.write('\n');
            open.flush();
            return true;
        } catch (IOException e) {
            firstError = e;
            return false;
        }
    }

    /** Appends to {@code target} what this run wrote here. */
    synchronized void copyTo(LogFile target) {
        if (path == null || !Files.isRegularFile(path)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.position(start);
            try (InputStream in = Channels.newInputStream(channel)) {
                target.append(in);
            }
        } catch (IOException e) {
            target.line("⚠️  " + path + " could not be read: " + FileFailure.reason(e));
        }
    }

    private synchronized void append(InputStream in) {
        if (writer == null || firstError != null) {
            return;
        }
        try {
            new InputStreamReader(in, StandardCharsets.UTF_8).transferTo(writer);
            writer.flush();
        } catch (IOException e) {
            firstError = e;
        }
    }

    @Override
    public synchronized void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                // The failure was already reported.
                firstError = firstError == null ? e : firstError;
            }
        }
    }
}
