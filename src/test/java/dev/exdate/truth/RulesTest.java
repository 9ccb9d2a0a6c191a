package dev.exdate.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.source.Sources;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
    @Test
    void theDocumentHasTheSameTable() throws Exception {
        String text = Files.readString(Path.of("docs/truth.md"));
        for (Standing row : Rules.table()) {
            String weak = row.weak().stream().map(field -> " " + field.word()).collect(Collectors.joining(","));
            assertThat(text)
                    .contains("| %s | %s | %s |%s |"
                            .formatted(
                                    row.source(),
                                    row.family(),
                                    row.authority()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'),
                                    weak));
        }
    }

    @Test
    void everySourceOfDividendsHasItsRow() {
        List<String> known = Rules.table().stream()
                .map(Standing::source)
                .filter(source -> !source.equals("person"))
                .toList();
        assertThat(Sources.ALL.stream().map(source -> source.id().id())).containsAll(known);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,                        0.2, REGULAR
            -,                        0.0, ZERO
            Cash Dividend,            0.2, REGULAR
            Quarterly,                0.2, REGULAR
            Special Cash Dividend,    0.2, SPECIAL
            Short Term Capital Gains, 0.2, SHORT_TERM_GAIN
            Long-Term Capital Gain,   0.2, LONG_TERM_GAIN
            Capital Gains,            0.2, LONG_TERM_GAIN
            Return of Capital,        0.2, RETURN_OF_CAPITAL
            Stock Dividend,           0.0, STOCK
            """)
    void aPaymentsKindIsInTheSourcesWords(String words, BigDecimal amount, PaymentKind expected) {
        assertThat(PaymentKind.of(words, amount)).isEqualTo(expected);
    }

    @Test
    void aDateIsTakenFromTheBestAuthority() {
        Instant now = Instant.EPOCH;
        LocalDate day = LocalDate.of(2026, 11, 20);
        Choice<LocalDate> choice = FieldDecision.of(
                Field.PAY_DATE,
                List.of(
                        new FieldDecision.Stated<>(day.plusDays(1), "snowball", now),
                        new FieldDecision.Stated<>(day, "cboe", now),
                        new FieldDecision.Stated<>(day, "nasdaq", now)));
        assertThat(choice.value()).isEqualTo(day);
        assertThat(choice.source()).isEqualTo("cboe");
        assertThat(choice.reason()).isEqualTo(Reason.AUTHORITY);
    }

    @Test
    void sourcesThatAreWrongAlikeCopy() {
        List<Map<String, StatedAmount>> errors = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            StatedAmount wrong = StatedAmount.of(BigDecimal.valueOf(i));
            StatedAmount other = StatedAmount.of(BigDecimal.valueOf(i + 20));
            errors.add(Map.of("fmp", wrong, "snowball", i < 3 ? other : wrong, "yahoo", other));
        }
        assertThat(SharedErrors.USUAL.copies(errors)).containsExactly(new SharedErrors.Pair("fmp", "snowball"));
    }
}
