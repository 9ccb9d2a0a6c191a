package dev.exdate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlCharactersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"\u001b[2J", "\u009b31m", "a\rb", "\u0007", "\b", "\u007f", "\u202egpj.exe", "\u2066x\u2069"})
    void areSeenInsteadOfFollowed(String text) {
        assertThat(Redaction.UNKNOWN.apply(text))
                .contains("\uFFFD")
                .doesNotContainPattern("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"⚠️  CBOE: Failed\n\tat x", "👩‍💻 größer 日本語", ""})
    void allElseStaysAsItIs(String text) {
        assertThat(ControlCharacters.seen(text)).isEqualTo(text);
    }
}
