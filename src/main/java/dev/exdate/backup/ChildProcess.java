package dev.exdate.backup;

import dev.exdate.process.ChildEnvironment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one program to its end; an interrupt ends it together with its own children. */
final class ChildProcess {
    /** A larger archive listing than this has no place in a check. */
    private static final int MOST_LINES = 500_000;

    private static final int LONGEST_GRACE_SECONDS = 5;

    private final Map<String, String> variables;

    ChildProcess(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * @param output lines of standard output
     * @param lastError last line of standard error with text, empty when there was none
     */
    record Ended(int status, List<String> output, String lastError) {
        boolean well() {
            return status == 0;
        }
    }

    Ended run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        ChildEnvironment.in(builder);
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        List<String> output = new ArrayList<>();
        Deque<String> errors = new ArrayDeque<>();
        Thread out = Thread.startVirtualThread(() -> drain(process.getInputStream(), line -> {
            if (output.size() < MOST_LINES) {
                output.add(line);
            }
        }));
        Thread error = Thread.startVirtualThread(() -> drain(process.getErrorStream(), line -> {
            if (!line.isBlank()) {
                errors.clear();
                errors.add(line.strip());
            }
        }));
        try {
            int status = process.waitFor();
            out.join();
            error.join();
            return new Ended(status, List.copyOf(output), errors.isEmpty() ? "" : errors.getLast());
        } finally {
            end(process);
        }
    }

    private interface Lines {
        void take(String line);
    }

    private static void drain(InputStream stream, Lines lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.take(line);
            }
        } catch (IOException e) {
            // the process was ended and its pipe closed: what was read so far is what there is
            lines.take("");
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
