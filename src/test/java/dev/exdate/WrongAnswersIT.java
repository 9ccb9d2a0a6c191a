package dev.exdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.testing.ExdateProgram;
import dev.exdate.testing.StoredRows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that look right and are not, each from another source in one run; the long tests have them all from all. */
@Tag("faults")
class WrongAnswersIT {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    private ExdateProgram.Ended run(TestDatabase database, LocalDate day, String faults, String... options)
            throws Exception {
        try (Sandbox sandbox =
                Sandbox.start(new SandboxOptions(0, 20, 11, Duration.ZERO, faults, Optional.empty(), day))) {
            sandbox.writeSources(folder.resolve("sources.properties"), false);
            List<String> all = new java.util.ArrayList<>(List.of("--skip", "nyse,backup"));
            all.addAll(List.of(options));
            return new ExdateProgram(folder)
                    .with("DATABASE_URL", database.url())
                    .run(ExdateProgram.dailyRun(day, all.toArray(String[]::new)));
        }
    }

    @Test
    void areHeldBackInOneLineEachAndThoseThatFailedAreAskedForAgain() throws Exception {
        try (TestDatabase database = TestDatabase.empty()) {
            assertThat(run(database, DAY.minusDays(1), "").exitCode()).isZero();
            StoredRows before = StoredRows.of(database);

            ExdateProgram.Ended wrong = run(
                    database,
                    DAY,
                    "nasdaqtrader=half, snowball=half, cboe=amounts:100, yahoo=prices:100, yieldmax=yesterday");
            assertThat(wrong.exitCode()).as(wrong.all()).isEqualTo(1);
            assertThat(wrong.out() + wrong.err()).doesNotContain("\tat ");
            assertThat(wrong.out())
                    .contains("held back (short): nasdaqlisted has ")
                    .contains("🟡 WARNING: Held back as implausible: ")
                    .contains("held back (prices): ")
                    .contains("snowball us-popular-div has ");
            assertThat(database.rows("SELECT DISTINCT task FROM exdate.failed_unit"
                            + " WHERE reason LIKE '%held back (%' AND healed_at IS NULL ORDER BY 1"))
                    .contains("cboe", "discovery", "snowball", "update");
            StoredRows now = StoredRows.of(database);
            ExdateProgram.Ended right = run(database, DAY, "", "--only-failed");
            assertThat(right.exitCode()).as(right.all()).isZero();
            assertThat(database.value("SELECT max(date) FROM raw_stock_prices")).isEqualTo(DAY.toString());
            assertThat(database.rows("SELECT task, unit, reason FROM exdate.failed_unit WHERE healed_at IS NULL"))
                    .isEmpty();
            StoredRows good = StoredRows.of(database);
            assertThat(now.lost(before, good)).isEmpty();
            assertThat(now.wrong(before, good)).isEmpty();
        }
    }
}
