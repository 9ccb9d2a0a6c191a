package dev.exdate.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The grammar of amounts, written down once more as an expression. */
class AmountScanTest {
    private static final Pattern NUMBER = Pattern.compile("(?<sign>[+-]?) ?\\$? ?(?<inner>[+-]?) ?"
            + "(?<whole>\\d{1,18}|[1-9]\\d{0,2}(?:,\\d{3}){1,5}|(?=\\.\\d))"
            + "(?<rest>(?:\\.\\d{1,24})?(?:[eE][+-]?\\d{1,2})?) ?%?");

    private static final String[] PIECES = {
        "+",
        "-",
        "$",
        "%",
        " ",
        "  ",
        "\t",
        ",",
        ".",
        "e",
        "E",
        "0",
        "1",
        "12",
        "123",
        "000",
        "999",
        "1234567890",
        ",123"
    };

    private static @Nullable BigDecimal expected(String text) {
        Matcher number = NUMBER.matcher(text.strip().replaceAll("\\s+", " "));
        if (!number.matches()
                || !number.group("sign").isEmpty() && !number.group("inner").isEmpty()) {
            return null;
        }
        String sign = (number.group("sign") + number.group("inner")).replace("+", "");
        BigDecimal value = new BigDecimal(sign + number.group("whole").replace(",", "") + number.group("rest"));
        return value.precision() - value.scale() > 18 ? null : value;
    }

    private static @Nullable BigDecimal read(String text) {
        try {
            return AmountText.parse(text);
        } catch (UnreadableCell e) {
            return null;
        }
    }

    @Test
    void readsWhatTheGrammarAllowsAndNothingElse() {
        Random random = new Random(29);
        int numbers = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = 1 + random.nextInt(7); pieces > 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            BigDecimal expected = expected(text.toString());
            numbers += expected == null ? 0 : 1;
            BigDecimal read = read(text.toString());
            assertThat(read == null ? null : new BigDecimal(read.unscaledValue(), read.scale()))
                    .as("\"%s\"", text)
                    .isEqualTo(expected);
        }
        assertThat(numbers).isGreaterThan(10_000);
    }
}
