package dev.exdate.backup;

import dev.exdate.task.TaskFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A full dump, read with pg_restore, which never connects to the database.
 *
 * @param key that decrypts it, if it is encrypted
 */
record Archive(Path file, Optional<AgeKey> key, PgTools tools) {
    /** {@code 215; 1259 16387 TABLE public raw_stocks postgres}. */
    private static final Pattern ENTRY = Pattern.compile("\\d+; \\d+ \\d+ TABLE (?!DATA )(\\S+) (.+) \\S+");

    /** Checks that the archive can be listed and has each of the tables ({@code public.raw_stocks}). */
    void verify(Set<String> tables) throws IOException, InterruptedException, TaskFailed {
        Set<String> missing = new HashSet<>(tables);
        try {
            read(
                    List.of("--list"),
                    output -> ChildProcess.lines(output, line -> {
                        Matcher entry = ENTRY.matcher(line);
                        if (entry.matches()) {
                            missing.remove(entry.group(1) + "." + entry.group(2));
                        }
                    }));
        } catch (SQLException e) {
            throw new IllegalStateException("a list can't fail like this", e);
        }
        if (!missing.isEmpty()) {
            throw new TaskFailed(
                    "the dump %s lacks %d of %d tables, such as %s; back up with a role that may read all of them"
                            .formatted(
                                    file,
                                    missing.size(),
                                    tables.size(),
                                    missing.stream().sorted().findFirst().orElse("")));
        }
    }

    /** The SQL script that restores the content. */
    void script(ChildProcess.Output script) throws IOException, SQLException, InterruptedException, TaskFailed {
        read(List.of("--no-owner", "--no-acl", "--no-subscriptions", "--file=-"), script);
    }

    private void read(List<String> options, ChildProcess.Output output)
            throws IOException, SQLException, InterruptedException, TaskFailed {
        List<String> command = new ArrayList<>();
        command.add(tools.restore().toString());
        command.addAll(options);
        InputStream input = InputStream.nullInputStream();
        if (key.isPresent()) {
            input = key.get().decrypting(file);
        } else {
            command.add(file.toString());
        }
        try {
            ChildProcess.Ended ended = new ChildProcess(Map.of()).run(command, input, output);
            if (!ended.well()) {
                throw new TaskFailed("pg_restore %s can't read %s: %s".formatted(tools.version(), file, ended.words()));
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("there is no limit", e);
        }
    }
}
