package dev.exdate.database.server;

import dev.exdate.process.ChildEnvironment;
import dev.exdate.settings.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * initdb and pg_ctl. PostgreSQL refuses to run as root; root starts it in its own user namespace, as an unprivileged
 * user.
 */
public final class ServerPrograms {
    private static final long PATIENCE_SECONDS = 90;

    private final ServerBinaries binaries;
    private final Path folder;

    /** @param folder for their output */
    public ServerPrograms(ServerBinaries binaries, Path folder) {
        this.binaries = binaries;
        this.folder = folder;
    }

    /**
     * Created beside its final place and then moved, so that leftovers of a killed process are never taken for a
     * server's data.
     */
    public void initialise(Path data, String user, Path passwordFile) throws IOException, InterruptedException {
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        PrivateFiles.delete(unfinished);
        run(List.of(
                binaries.program("initdb"),
                "-D",
                unfinished.toString(),
                "-U",
                user,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions"));
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The port it listens on. */
    public int start(Path data, int port) throws IOException, InterruptedException {
        String options = "-c listen_addresses=127.0.0.1 -c port=" + port
                + " -c unix_socket_directories='' -c max_connections=60"
                + " -c shared_buffers=64MB -c max_wal_size=512MB -c timezone=UTC -c log_timezone=UTC";
        run(List.of(
                binaries.program("pg_ctl"),
                "-D",
                data.toString(),
                "-l",
                folder.resolve("database.log").toString(),
                "-w",
                "-t",
                Long.toString(PATIENCE_SECONDS),
                "-o",
                options,
                "start"));
        return port;
    }

    boolean isRunning(Path data) throws IOException, InterruptedException {
        return started(List.of(binaries.program("pg_ctl"), "-D", data.toString(), "status"))
                        .waitFor()
                == 0;
    }

    public void stop(Path data) {
        try {
            run(List.of(binaries.program("pg_ctl"), "-D", data.toString(), "-w", "-m", "fast", "stop"));
        } catch (IOException e) {
            System.getLogger("dev.exdate.database")
                    .log(System.Logger.Level.WARNING, "the private server was not stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process process = started(command);
        if (!process.waitFor(PATIENCE_SECONDS + 10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(name(command) + " did not finish");
        }
        if (process.exitValue() != 0) {
            throw new IOException(name(command) + " failed: " + lastWords() + " (see " + output() + ")");
        }
    }

    private Process started(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(command);
        PrivateFiles.prepare(output());
        ProcessBuilder builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output().toFile()));
        ChildEnvironment.in(builder);
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private Path output() {
        return folder.resolve("database.start.log");
    }

    private String lastWords() throws IOException {
        return Files.readAllLines(output(), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .orElse("no output");
    }

    private static String name(List<String> command) {
        return Path.of(command.getFirst()).getFileName().toString();
    }
}
