package dev.exdate.backup;

import dev.exdate.task.TaskFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Runs pg_dump. */
final class PgDump {
    private final DumpTarget target;
    private final PgTools tools;
    private final List<String> recipients;

    /** @param recipients public keys to encrypt the dump to; none for an unencrypted file */
    PgDump(DumpTarget target, PgTools tools, List<String> recipients) {
        this.target = target;
        this.tools = tools;
        this.recipients = List.copyOf(recipients);
    }

    void full(Snapshot snapshot, Path file) throws IOException, InterruptedException, TaskFailed {
        run("--format=custom", snapshot, file);
    }

    void schema(Snapshot snapshot, Path file) throws IOException, InterruptedException, TaskFailed {
        run("--schema-only", snapshot, file);
    }

    private void run(String what, Snapshot snapshot, Path file) throws IOException, InterruptedException, TaskFailed {
        List<String> command = new ArrayList<>(List.of(
                tools.dump().toString(),
                what,
                "--no-owner",
                "--no-acl",
                "--no-password",
                // A cache; the counts of tables leave it out too.
                "--exclude-table-data=exdate.kept_answer",
                "--snapshot=" + snapshot.id()));
        ChildProcess.Ended ended;
        try (PasswordForTools password = PasswordForTools.of(target)) {
            Map<String, String> variables = new HashMap<>(target.environment());
            variables.putAll(password.environment());
            ended = dumped(new ChildProcess(variables), command, file);
        }
        if (!ended.well()) {
            throw new TaskFailed("pg_dump %s of %s failed with %s"
                    .formatted(
                            tools.version(),
                            target.database(),
                            target.redaction().apply(ended.words())));
        }
        if (Files.size(file) == 0) {
            throw new TaskFailed("pg_dump %s wrote an empty file %s; check the free space in its folder"
                    .formatted(tools.version(), file));
        }
    }

    private ChildProcess.Ended dumped(ChildProcess child, List<String> command, Path file)
            throws IOException, InterruptedException, TaskFailed {
        if (!recipients.isEmpty()) {
            return encrypted(child, command, file);
        }
        command.add("--file=" + file);
        return child.run(command);
    }

    private ChildProcess.Ended encrypted(ChildProcess child, List<String> command, Path file)
            throws IOException, InterruptedException, TaskFailed {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            return child.run(command, InputStream.nullInputStream(), plain -> {
                try (OutputStream sealed = AgeKey.encrypting(channel, recipients)) {
                    plain.transferTo(sealed);
                }
            });
        } catch (SQLException | TimeoutException e) {
            throw new IllegalStateException("a dump can't fail like this", e);
        }
    }
}
