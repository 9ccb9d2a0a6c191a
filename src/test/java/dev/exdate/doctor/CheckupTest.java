package dev.exdate.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckupTest {
    private static final Diagnosis WELL = Diagnosis.well("tables", "up to date");
    private static final Diagnosis NOTE = Diagnosis.note("FMP_API_KEY", "is not set", "set it");
    private static final Diagnosis LESS = Diagnosis.less("clock", "is 300 s ahead", "synchronise it");
    private static final Diagnosis NO_BACKUP =
            Diagnosis.less("pg_dump", "none found", "install it").ending(4);
    private static final Diagnosis NO_PRICES =
            Diagnosis.broken("update", "no price source", "enable one").ending(1);
    private static final Diagnosis NO_DATABASE =
            Diagnosis.broken("database", "refused", "start it").ending(2);

    private static Checkup of(Diagnosis... all) {
        return new Checkup(List.of(all));
    }

    @Test
    void notesAreNoReasonToEndOtherwise() {
        assertThat(of(WELL, NOTE).exitCode(true)).isZero();
        assertThat(of(WELL, NOTE).exitCodeOfRun(true)).isZero();
    }

    @Test
    void aWarningCountsWithStrictAlone() {
        assertThat(of(WELL, LESS).exitCode(false)).isZero();
        assertThat(of(WELL, LESS).exitCode(true)).isEqualTo(4);
    }

    @Test
    void anErrorEndsWith1() {
        assertThat(of(NO_DATABASE, LESS).exitCode(true)).isEqualTo(1);
    }

    @Test
    void aRunEndsWithWhatItMeetsFirst() {
        assertThat(of(NO_PRICES, NO_DATABASE, NO_BACKUP).exitCodeOfRun(true)).isEqualTo(2);
        assertThat(of(NO_PRICES, NO_BACKUP).exitCodeOfRun(true)).isEqualTo(1);
    }

    @Test
    void aFailingTaskMattersToAStrictRunAlone() {
        assertThat(of(NO_BACKUP).exitCodeOfRun(false)).isZero();
        assertThat(of(NO_BACKUP).exitCodeOfRun(true)).isEqualTo(4);
        assertThat(of(LESS).exitCodeOfRun(true)).isZero();
    }

    @Test
    void theRemedyIsWhatStandsBehindTheSemicolon() {
        assertThat(Diagnosis.broken("database", "may not read raw_stocks; run: GRANT SELECT")
                        .line())
                .isEqualTo("❌ database       may not read raw_stocks → run: GRANT SELECT");
    }
}
