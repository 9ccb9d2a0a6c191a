package dev.exdate.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2031-01-06",
                "2031-01-06 09:30:00",
                "2031-01-06T00:00:00.5Z",
                "01/06/2031",
                "1/6/2031",
                "1/06/2031",
                "1/6/31",
                "January 6, 2031",
                "January 6th, 2031",
                "Jan 6, 31",
                "\u00A0Jan. 6, 2031 ",
                "JANUARY 6, 2031",
                "01/06/2031 12:00:00 AM"
            })
    void readsEveryFormTheSourcesUse(String text) {
        assertThat(DateText.parse(text)).isEqualTo(LocalDate.of(2031, 1, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "N/A", "None", "null", "-", "--", "- -"})
    void whatSaysUnknownIsAbsent(String text) {
        assertThat(DateText.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13/01/2031",
                "2031-02-30",
                "yesterday",
                "6 January 2031",
                "99999999999/1/2031",
                "2031-01-06 and later",
                "2031-01-061",
                "Janitor 6, 2031",
                "0000-01-01",
                "0203-01-06",
                "9999-12-31",
                "1/6/0031"
            })
    void whatIsNoDateIsRefusedAndNamed(String text) {
        assertThatThrownBy(() -> DateText.parse(text))
                .isInstanceOf(UnreadableCell.class)
                .hasMessageContaining(text);
    }

    @Test
    void nullIsAbsent() {
        assertThat(DateText.parse(null)).isNull();
    }
}
