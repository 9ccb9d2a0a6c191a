package dev.exdate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerTest {
    @Test
    void itIsAliveAsLongAsItsProcessWorksAndNotForAnotherOneWithItsNumber() {
        Owner self = Owner.self();
        assertThat(self.isAlive()).isTrue();
        assertThat(Owner.read(self.text())).contains(self);
        assertThat(new Owner(self.pid(), self.startedMillis() - 1000).isAlive()).isFalse();
        assertThat(Owner.read("no owner")).isEmpty();
    }

    @Test
    void aChildThatOutlivedItsParentIsFoundByTheFileItWorksOn(@TempDir Path folder) throws Exception {
        Path script = Files.writeString(folder.resolve("work.sh"), "sleep 600 & sleep 600");
        Process child = new ProcessBuilder("sh", script.toString()).start();
        assertThat(Children.endThoseAt(folder.resolve("another"))).isZero();
        assertThat(Children.endThoseAt(script)).isEqualTo(1);
        assertThat(child.waitFor()).isNotZero();
        assertThat(Children.endThoseAt(script)).isZero();
    }
}
