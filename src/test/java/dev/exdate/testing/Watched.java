package dev.exdate.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** What everybody on the machine can see of a program and its children while it runs, and what its children are told. */
public final class Watched implements AutoCloseable {
    private final ProcessHandle program;
    private final Set<String> commands = new ConcurrentSkipListSet<>();
    private final Set<String> told = new ConcurrentSkipListSet<>();
    private final Thread watch;

    public Watched(ProcessHandle program) {
        this.program = program;
        this.watch = Thread.ofPlatform().daemon().start(this::look);
    }

    private void look() {
        String own = shown(program, "cmdline");
        commands.add(own);
        while (program.isAlive() && !Thread.currentThread().isInterrupted()) {
            program.descendants().forEach(child -> {
                String command = shown(child, "cmdline");
                commands.add(command);
                // Until it has become the program it was made for, it is a copy of its maker.
                if (!command.isEmpty() && !command.equals(own) && !command.contains("jspawnhelper")) {
                    told.add(shown(child, "environ"));
                }
            });
        }
    }

    /** Empty for a process that has ended meanwhile. */
    private static String shown(ProcessHandle process, String what) {
        try {
            Path file = Path.of("/proc", Long.toString(process.pid()), what);
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace('\0', '\n');
        } catch (IOException e) {
            return "";
        }
    }

    /** Command lines, one argument a line. */
    public Set<String> commands() {
        return commands;
    }

    /** Environments of the children, one variable a line. */
    public Set<String> told() {
        return told;
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
