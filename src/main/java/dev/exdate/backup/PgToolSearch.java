package dev.exdate.backup;

import dev.exdate.task.TaskFailed;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a pg_dump for the server: the one in the settings, else in PATH, else in Debian's folder. */
final class PgToolSearch {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern VERSION = Pattern.compile("pg_dump \\(PostgreSQL\\) ((\\d+)\\S*).*");

    private final Optional<Path> set;
    private final List<Path> folders;

    PgToolSearch(Optional<Path> set, List<Path> folders) {
        this.set = set;
        this.folders = List.copyOf(folders);
    }

    static PgToolSearch onThisMachine(Optional<Path> set) {
        List<Path> folders = new ArrayList<>(inPath(System.getenv("PATH")));
        folders.addAll(installed(DEBIAN));
        return new PgToolSearch(set, folders);
    }

    private static List<Path> inPath(@Nullable String path) {
        return path == null
                ? List.of()
                : Stream.of(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of)
                        .toList();
    }

    /** Newest first. */
    private static List<Path> installed(Path root) {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(root, "[0-9]*")) {
            versions.forEach(version -> folders.add(version.resolve("bin")));
        } catch (IOException e) {
            return List.of();
        }
        folders.sort(
                Comparator.comparing((Path folder) -> major(folder.getParent())).reversed());
        return folders;
    }

    private static int major(@Nullable Path folder) {
        Path name = folder == null ? null : folder.getFileName();
        Matcher digits = Pattern.compile("(\\d{1,4}).*").matcher(name == null ? "" : name.toString());
        return digits.matches() ? Integer.parseInt(digits.group(1)) : 0;
    }

    /**
     * @param serverVersion for the message: {@code 15.18}
     * @throws TaskFailed if there is none of the server's major version or newer
     */
    PgTools find(int serverMajor, String serverVersion) throws TaskFailed, InterruptedException {
        return switch (search(serverMajor, serverVersion)) {
            case Found found -> found.tools();
            case Unfit unfit -> throw new TaskFailed(unfit.why() + ": " + unfit.install());
        };
    }

    /** What a search comes to. */
    sealed interface Result {}

    record Found(PgTools tools) implements Result {}

    record Unfit(String why, String install) implements Result {}

    Result search(int serverMajor, String serverVersion) throws InterruptedException {
        PgTools best = null;
        for (Path candidate : candidates()) {
            PgTools tools = ask(candidate);
            if (tools != null && tools.major() >= serverMajor) {
                return new Found(tools);
            }
            if (tools != null && (best == null || tools.major() > best.major())) {
                best = tools;
            }
        }
        if (best != null) {
            return new Unfit(
                    "pg_dump %s (%s) is older than the server (%s)"
                            .formatted(best.version(), best.dump(), serverVersion),
                    install(serverMajor));
        }
        return new Unfit(
                set.map(path -> "pg_dump %s (EXDATE_PG_DUMP) cannot be run, the server is %s"
                                .formatted(path, serverVersion))
                        .orElseGet(() -> none(serverVersion)),
                install(serverMajor));
    }

    /** That the machine has none and none is set, and what to install; empty where there is one, fitting or not. */
    Optional<String> lacking(int serverMajor, String serverVersion) throws InterruptedException {
        if (set.isPresent()) {
            return Optional.empty();
        }
        for (Path candidate : candidates()) {
            if (ask(candidate) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(none(serverVersion) + ": " + install(serverMajor));
    }

    private static String none(String serverVersion) {
        return "no pg_dump found in PATH or %s, the server is %s".formatted(DEBIAN, serverVersion);
    }

    private static String install(int serverMajor) {
        return "install postgresql-client-%d or newer, or set EXDATE_PG_DUMP to its pg_dump".formatted(serverMajor);
    }

    private List<Path> candidates() {
        return set.map(List::of)
                .orElseGet(() -> folders.stream()
                        .map(folder -> folder.resolve("pg_dump"))
                        .toList());
    }

    private static @Nullable PgTools ask(Path dump) throws InterruptedException {
        if (!Files.isExecutable(dump) || Files.isDirectory(dump)) {
            return null;
        }
        try {
            ChildProcess.Ended ended = new ChildProcess(Map.of()).run(List.of(dump.toString(), "--version"));
            Matcher version = VERSION.matcher(
                    ended.output().isEmpty() ? "" : ended.output().getFirst());
            return version.matches()
                    ? new PgTools(
                            dump,
                            dump.resolveSibling("pg_restore"),
                            version.group(1),
                            Integer.parseInt(version.group(2)))
                    : null;
        } catch (IOException e) {
            return null;
        }
    }
}
