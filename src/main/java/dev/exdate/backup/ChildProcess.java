package dev.exdate.backup;

import dev.exdate.process.ChildEnvironment;
import dev.exdate.task.TaskFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs one program; an interrupt stops it together with its own children. */
final class ChildProcess {
    /** Bounds the memory for an archive listing. */
    private static final int MOST_LINES = 500_000;

    /** libpq's last line after a wrong password; what is wrong stands before it. */
    private static final String ONLY_ITS_FILE = "password retrieved from file";

    private static final int LONGEST_GRACE_SECONDS = 5;
    private static final Duration NO_LIMIT = Duration.ofDays(30);

    /** 128 and above: ended by a signal. */
    private static final int SIGNALLED = 128;

    private final Map<String, String> variables;
    private final Duration limit;
    private final boolean foreign;

    private ChildProcess(Map<String, String> variables, Duration limit, boolean foreign) {
        this.variables = variables;
        this.limit = limit;
        this.foreign = foreign;
    }

    /** @param variables for its environment, because every user of the machine can read arguments */
    ChildProcess(Map<String, String> variables) {
        this(variables, NO_LIMIT, false);
    }

    /**
     * A program that does not use the database; its output includes standard error.
     *
     * @param limit after which it is ended
     */
    static ChildProcess foreign(Duration limit) {
        return new ChildProcess(Map.of(), limit, true);
    }

    /**
     * @param output lines of standard output
     * @param lastError last line of standard error with text, empty when there was none
     */
    record Ended(int status, List<String> output, String lastError) {
        boolean well() {
            return status == 0;
        }

        /** {@code status 1: could not write}, or {@code signal 25: …}, as for an exceeded file size limit. */
        String words() {
            String how = status > SIGNALLED ? "signal " + (status - SIGNALLED) : "status " + status;
            return how + ": " + (lastError.isEmpty() ? "no error message" : lastError);
        }
    }

    /** Handles standard output, on its own thread, which is interrupted when the program must stop. */
    interface Output {
        void take(InputStream output) throws IOException, SQLException, TaskFailed;
    }

    Ended run(List<String> command) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        try {
            Ended ended = run(
                    command,
                    InputStream.nullInputStream(),
                    output -> lines(output, line -> {
                        if (lines.size() < MOST_LINES) {
                            lines.add(line);
                        }
                    }));
            return new Ended(ended.status(), List.copyOf(lines), ended.lastError());
        } catch (SQLException | TaskFailed | TimeoutException e) {
            throw new IllegalStateException("lines can't fail like this", e);
        }
    }

    /**
     * @param input for its standard input; a failure to read it is thrown, a program that stops reading is not a
     *     failure
     * @throws TimeoutException if it exceeded the limit and was stopped
     */
    Ended run(List<String> command, InputStream input, Output output)
            throws IOException, SQLException, TaskFailed, InterruptedException, TimeoutException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(foreign);
        if (foreign) {
            ChildEnvironment.withoutSettings(builder);
        } else {
            ChildEnvironment.in(builder);
        }
        builder.environment().putAll(variables);
        Process process = builder.start();
        Deque<String> errors = new ArrayDeque<>();
        CompletableFuture<Void> fed = new CompletableFuture<>();
        CompletableFuture<Void> taken = new CompletableFuture<>();
        Thread in = Thread.startVirtualThread(() -> settle(fed, () -> feed(input, process.getOutputStream())));
        Thread out = Thread.startVirtualThread(() -> settle(taken, () -> {
            try (InputStream stdout = process.getInputStream()) {
                output.take(stdout);
            }
        }));
        Thread error = Thread.startVirtualThread(() -> settle(
                new CompletableFuture<>(),
                () -> lines(process.getErrorStream(), line -> {
                    if (!line.isBlank() && !line.startsWith(ONLY_ITS_FILE)) {
                        errors.clear();
                        errors.add(line.strip());
                    }
                })));
        try {
            long end = System.nanoTime() + limit.toNanos();
            await(taken, limit);
            await(fed, Duration.ofNanos(Math.max(end - System.nanoTime(), 0)));
            if (!process.waitFor(Math.max(end - System.nanoTime(), 0), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException();
            }
            error.join();
            return new Ended(process.exitValue(), List.of(), errors.isEmpty() ? "" : errors.getLast());
        } finally {
            end(process);
            in.interrupt();
            out.interrupt();
        }
    }

    private static void await(CompletableFuture<Void> part, Duration limit)
            throws IOException, SQLException, TaskFailed, InterruptedException, TimeoutException {
        try {
            part.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case SQLException sql -> throw sql;
                case TaskFailed failed -> throw failed;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    private interface Part {
        void run() throws Exception;
    }

    private static void settle(CompletableFuture<Void> done, Part part) {
        try {
            part.run();
            done.complete(null);
        } catch (Exception e) {
            done.completeExceptionally(e);
        }
    }

    private static void feed(InputStream input, OutputStream stdin) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (input) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                if (!wrote(stdin, buffer, read)) {
                    return;
                }
            }
        } finally {
            closed(stdin);
        }
    }

    private static boolean wrote(OutputStream stdin, byte[] buffer, int length) {
        try {
            stdin.write(buffer, 0, length);
            return true;
        } catch (IOException e) {
            // it reads no more: its status says whether that is well
            return false;
        }
    }

    private static void closed(OutputStream stdin) {
        try {
            stdin.close();
        } catch (IOException e) {
            // it has ended before it read all
            System.getLogger("dev.exdate.backup").log(System.Logger.Level.DEBUG, "closed early", e);
        }
    }

    static void lines(InputStream stream, Consumer<String> lines) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        }
    }

    private static void end(Process process) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        family.forEach(ProcessHandle::destroy);
        try {
            process.waitFor(LONGEST_GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }
}
