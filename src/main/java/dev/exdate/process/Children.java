package dev.exdate.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Stops processes together with their children. */
public final class Children {
    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private Children() {}

    /**
     * Stops processes that an earlier process of this program left behind and whose command line contains this file or
     * folder. Waits until they are gone.
     *
     * @return how many there were
     */
    public static int endThoseAt(Path place) {
        String name = place.toAbsolutePath().toString();
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(name))
                .toList();
        left.forEach(Children::end);
        return left.size();
    }

    private static void end(ProcessHandle process) {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process);
        family.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, AT_MOST.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
