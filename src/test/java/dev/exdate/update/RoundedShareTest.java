package dev.exdate.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adjusted closes must not depend on who computed them: the program, or SQL after a dividend has changed. */
final class RoundedShareTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.96020132541133455",
                "0.96020132541133465",
                "0.96020132541133466",
                "0.96020132541133454",
                "0.012345678901234565",
                "0.0012345678901234575",
                "0.5"
            })
    void sqlRoundsSharesAsTheProgramDoes(String share) throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThat(new BigDecimal(database.value("SELECT exdate.digits16(" + share + ")")))
                    .isEqualByComparingTo(new BigDecimal(share).round(MathContext.DECIMAL64));
        }
    }
}
