package dev.exdate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain-Pass1",
                "p@ss:w/rd?#%&=+",
                "two words",
                "quote\"back\\slash'<tag>",
                "straße-πß-🔑",
                "$1\\E.*(x)[y]{z}|^"
            })
    void aSecretIsFoundInWhateverWayItIsWritten(String secret) {
        Redaction redaction = new Redaction(List.of(new Secret(secret)));
        String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String address = form.replace("+", "%20");
        for (String written : List.of(
                secret,
                form,
                address,
                address.toLowerCase(java.util.Locale.ROOT).equals(secret) ? secret : lowerCodes(address),
                new String(JsonStringEncoder.getInstance().quoteAsString(secret)),
                html(secret))) {
            assertThat(redaction.apply("before >" + written + "< behind")).isEqualTo("before >•••< behind");
        }
    }

    private static String lowerCodes(String address) {
        return java.util.regex.Pattern.compile("%[0-9A-F]{2}")
                .matcher(address)
                .replaceAll(code -> code.group().toLowerCase(java.util.Locale.ROOT));
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @ParameterizedTest
    @CsvSource({
        "can't read postgresql://me:other/p@ss@host:5432/db now, can't read postgresql://me:•••@host:5432/db now",
        "https://h/api?apikey=abc123&symbol=X, https://h/api?apikey=•••&symbol=X",
        "jdbc:postgresql://h/d?user=me&password=hunter2, jdbc:postgresql://h/d?user=me&password=•••",
        "api_key=k TOKEN=t, api_key=••• TOKEN=•••"
    })
    void whatStandsWhereAddressesHaveASecretIsTakenOutToo(String text, String shown) {
        assertThat(Redaction.UNKNOWN.apply(text)).isEqualTo(shown);
    }

    @Test
    void allElseStaysAsItIs() {
        String text =
                "📊 2026-11-20 MSTY@0.21, see https://www.cboe.com/us/x?a=1&b=2 and https://h:8080/x; pg_dump --file=/b/x";
        assertThat(new Redaction(List.of(new Secret("s3cret-word"), new Secret("abc"))).apply(text))
                .isEqualTo(text);
    }
}
