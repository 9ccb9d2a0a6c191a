package dev.exdate.source.globenewswire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Payload;
import dev.exdate.source.yieldmax.Declaration;
import dev.exdate.testing.Samples;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseSamplesTest {
    @Test
    void aReleaseWithDatesInTheRowsSavedAsText() throws IOException {
        List<Declaration> rows = read("yieldmax/release-2024-06-13-combined-ex-record.txt");
        assertThat(rows)
                .extracting(row -> Objects.requireNonNull(row.ticker()).symbol())
                .containsExactly("YMAX", "YMAG", "ULTY");
        assertThat(rows.getFirst().amount()).isEqualTo(new BigDecimal("0.7300"));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.exDate()).isEqualTo(LocalDate.of(2024, 6, 14));
            assertThat(row.recordDate()).isEqualTo(LocalDate.of(2024, 6, 14));
            assertThat(row.payDate()).isEqualTo(LocalDate.of(2024, 6, 17));
        });
    }

    @Test
    void aReleaseWithTheDatesAboveTheTableSavedAsText() throws IOException {
        List<Declaration> rows = read("yieldmax/release-2025-10-14-group1.txt");
        assertThat(rows).hasSize(12).allSatisfy(row -> {
            assertThat(row.exDate()).isEqualTo(LocalDate.of(2025, 10, 15));
            assertThat(row.payDate()).isEqualTo(LocalDate.of(2025, 10, 16));
            assertThat(row.frequency()).isEqualTo("Weekly");
        });
        assertThat(rows).filteredOn(row -> row.amount().signum() == 0).hasSize(2);
        assertThat(rows.get(1).name()).isEqualTo("YieldMax Dorsey Wright Featured 5 Income ETF");
    }

    private static List<Declaration> read(String name) throws IOException {
        Samples.assumePresent();
        Optional<Path> sample = Samples.find(name);
        return new ReleaseParser()
                .parse(Payload.of(200, Files.readAllBytes(sample.orElseThrow())))
                .rowsOrEmpty();
    }
}
