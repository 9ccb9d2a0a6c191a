package dev.exdate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theDatabasesFiguresComeBackAsTheyWere() throws Exception {
        DatabaseStatus status = new DatabaseStatus(
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8,
                9,
                10,
                RowCount.exact(11),
                RowCount.exact(12),
                13,
                14,
                List.of(new Yielder("MSTY", new BigDecimal("1.2345"), "YieldMax")));
        assertThat(ReportJson.status(JSON.readTree(ReportJson.of(status).toString())))
                .contains(status);
    }

    @ParameterizedTest
    @EnumSource(Finding.Code.class)
    void aFindingComesBackAsItWas(Finding.Code code) throws Exception {
        for (Finding.Level level : Finding.Level.values()) {
            Finding finding = new Finding(code, level, Map.of("cboe", 3L, "nasdaq", 1L), "the first reason");
            assertThat(ReportJson.finding(JSON.readTree(ReportJson.of(finding).toString())))
                    .contains(finding);
        }
    }

    @Test
    void theJournalHasFindingsByCodeAndNotAsText() {
        Finding finding = new Finding(
                Finding.Code.PRICE_COVERAGE, Finding.Level.WARNING, Map.of("symbols", 1000L, "withPrice", 700L));
        assertThat(ReportJson.of(finding))
                .hasToString("{\"code\":\"price-coverage\",\"level\":\"warning\",\"figures\":"
                        + "{\"symbols\":1000,\"withPrice\":700}}");
    }

    @Test
    void whatHasNoKnownCodeIsNoFinding() throws Exception {
        assertThat(ReportJson.finding(JSON.readTree("{\"level\":\"good\",\"text\":\"✅ fine\"}")))
                .isEmpty();
        assertThat(ReportJson.finding(JSON.readTree("{\"level\":\"good\",\"code\":\"of-tomorrow\"}")))
                .isEmpty();
    }
}
