package dev.exdate.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DumpTargetTest {
    @Test
    void pgDumpSpeaksToTheServerAsSafelyAsExdateItself() {
        Map<String, String> environment = new DumpTarget(new DatabaseAddress(
                        "db.example",
                        5433,
                        "stocks",
                        "nightly",
                        new Secret("odd p@ss"),
                        Map.of("sslmode", "verify-full", "sslrootcert", "/etc/roots.pem")))
                .environment();
        assertThat(environment)
                .containsEntry("PGSSLMODE", "verify-full")
                .containsEntry("PGSSLROOTCERT", "/etc/roots.pem")
                .doesNotContainValue("odd p@ss");
    }
}
