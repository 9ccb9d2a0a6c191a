package dev.exdate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerTest {
    @Test
    void itIsAliveWithItsProcessAndNotWithAReusedProcessId() {
        Owner self = Owner.self();
        assertThat(self.isAlive()).isTrue();
        assertThat(Owner.read(self.text())).contains(self);
        assertThat(new Owner(self.pid(), self.startedMillis() - 1000).isAlive()).isFalse();
        assertThat(Owner.read("no owner")).isEmpty();
    }

    @Test
    void aChildThatOutlivedItsParentIsFoundByTheFileItWorksOn(@TempDir Path folder) throws Exception {
        Path script = Files.writeString(folder.resolve("work.sh"), "sleep 600 &\nread forever");
        Process child = new ProcessBuilder("sh", script.toString()).start();
        // Until it has become the program it was made for, a child's child has its maker's command line.
        await(() -> child.descendants()
                .anyMatch(process -> process.info().command().orElse("").endsWith("sleep")));
        List<ProcessHandle> family = child.descendants().toList();
        assertThat(Children.endThoseAt(folder.resolve("another"))).isZero();
        assertThat(Children.endThoseAt(script)).isEqualTo(1);
        assertThat(child.waitFor()).isNotZero();
        assertThat(family).hasSize(1).noneMatch(ProcessHandle::isAlive);
        assertThat(Children.endThoseAt(script)).isZero();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }
}
