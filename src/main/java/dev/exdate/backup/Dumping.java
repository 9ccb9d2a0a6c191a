package dev.exdate.backup;

import dev.exdate.task.Tally;
import dev.exdate.task.TaskFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** pg_dump and the check of what it wrote. */
final class Dumping {
    /** {@code 215; 1259 16387 TABLE public raw_stocks postgres}. */
    private static final Pattern ENTRY = Pattern.compile("\\d+; \\d+ \\d+ TABLE (?!DATA )(\\S+) (.+) \\S+");

    private final DumpTarget target;
    private final PgTools tools;

    Dumping(DumpTarget target, PgTools tools) {
        this.target = target;
        this.tools = tools;
    }

    void full(Snapshot snapshot, Path file) throws IOException, InterruptedException, TaskFailed {
        run(
                List.of(
                        tools.dump().toString(),
                        "--format=custom",
                        "--no-owner",
                        "--no-acl",
                        "--no-password",
                        "--snapshot=" + snapshot.id(),
                        "--file=" + file),
                file);
    }

    void schema(Snapshot snapshot, Path file) throws IOException, InterruptedException, TaskFailed {
        run(
                List.of(
                        tools.dump().toString(),
                        "--schema-only",
                        "--no-owner",
                        "--no-acl",
                        "--no-password",
                        "--snapshot=" + snapshot.id(),
                        "--file=" + file),
                file);
    }

    private void run(List<String> command, Path file) throws IOException, InterruptedException, TaskFailed {
        ChildProcess.Ended ended = new ChildProcess(target.environment()).run(command);
        if (!ended.well()) {
            String said = ended.lastError().isEmpty() ? "it said nothing" : ended.lastError();
            throw failed("pg_dump %s of %s ended with status %d: %s"
                    .formatted(
                            tools.version(),
                            target.database(),
                            ended.status(),
                            target.redaction().apply(said)));
        }
        if (Files.size(file) == 0) {
            throw failed(
                    "pg_dump %s wrote an empty file %s: look for space in its folder".formatted(tools.version(), file));
        }
    }

    /** The archive can be listed and holds each of the tables ({@code public.raw_stocks}). */
    void verify(Path file, Set<String> tables) throws IOException, InterruptedException, TaskFailed {
        ChildProcess.Ended ended = new ChildProcess(target.environment())
                .run(List.of(tools.restore().toString(), "--list", file.toString()));
        if (!ended.well()) {
            throw failed("pg_restore cannot list %s (status %d): %s"
                    .formatted(file, ended.status(), target.redaction().apply(ended.lastError())));
        }
        Set<String> missing = new HashSet<>(tables);
        for (String line : ended.output()) {
            var entry = ENTRY.matcher(line);
            if (entry.matches()) {
                missing.remove(entry.group(1) + "." + entry.group(2));
            }
        }
        if (!missing.isEmpty()) {
            throw failed("the dump %s lacks %d of %d tables, among them %s: back up with a role that may read them all"
                    .formatted(
                            file,
                            missing.size(),
                            tables.size(),
                            missing.stream().sorted().findFirst().orElse("")));
        }
    }

    private static TaskFailed failed(String reason) {
        return new TaskFailed(reason, Tally.NONE);
    }
}
