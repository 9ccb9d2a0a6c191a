package dev.exdate.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.5;0.5",
                "0.0;0.0",
                "0.10;0.10",
                "$0.0000;0.0000",
                "$1,234.50;1234.50",
                "1,234,567;1234567",
                "-1.23;-1.23",
                "-$1.23;-1.23",
                "$-1.23;-1.23",
                "+0.5;0.5",
                "$ 0.1234;0.1234",
                "1,045.67%;1045.67",
                "-0.83 %;-0.83",
                "1.0E-6;1.0E-6",
                "2.5e7;2.5e7",
                "0.0000001;0.0000001",
                "0.0000000000;0.0000000000",
                ".5;0.5",
                "53950227;53950227"
            })
    void keepsTheNumberAsStatedWithoutItsSigns(String text, String stated) {
        BigDecimal number = AmountText.parse(text);
        assertThat(number).hasToString(stated).isEqualTo(new BigDecimal(stated));
    }

    /** A decimal comma read as a thousands comma would be wrong by a factor of a thousand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,125",
                "1,2345.6",
                "12,34",
                "1.234,56",
                "1,234,5",
                "1.2.3",
                "1 2",
                "1 234",
                "12\u000034",
                "12\u008434",
                "5$",
                "%5",
                "1-2",
                "--5",
                "0x1F",
                "NaN",
                "Infinity",
                "1e999",
                "1e19",
                "1234567890123456789",
                "٣",
                "$",
                "%"
            })
    void refusesWhatCouldBeAnotherNumber(String text) {
        assertThatThrownBy(() -> AmountText.parse(text))
                .isInstanceOf(UnreadableCell.class)
                .hasMessageContaining(text.replaceAll("\\p{Cntrl}|\\u0084", "\uFFFD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "N/A", "n/a", "NA", "None", "null", "-", "--", "- -", "—", "\u00A0"})
    void whatSaysUnknownIsAbsent(String text) {
        assertThat(AmountText.parse(text)).isNull();
        assertThat(AmountText.textOrNull(text)).isNull();
    }

    @Test
    void namesCarryNoControlOrDirectionCharacters() {
        assertThat(AmountText.textOrNull("Zed\0co\u001B[31m \u202EInc.\u200F\r\n\u2028Ltd\u0085\uFEFF\uD800 \uFFFF"))
                .isEqualTo("Zed\uFFFDco\uFFFD[31m Inc. Ltd\uFFFD\uFFFD \uFFFD");
        assertThat(AmountText.textOrNull("\u202E\u200B \n")).isNull();
        assertThat(AmountText.textOrNull("YieldMax™ S&P 500  “5” 日本 😀")).isEqualTo("YieldMax™ S&P 500  “5” 日本 😀");
    }
}
