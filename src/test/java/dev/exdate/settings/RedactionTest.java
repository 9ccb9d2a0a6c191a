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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            wrong      | exdate: the password of exdate is wrong; correct DATABASE_URL
            wrong      | unknown task 'wrong'; what is wrong? "wrong"
            exdate     | FATAL: password authentication failed for user "exdate"
            exdate     | can't log in to postgresql://exdate@db:5432/exdate?user=exdate
            Success    | ✅ YieldMax: Success
            CRITICAL   | 🔴 CRITICAL: Price data coverage critically low: 0.0%
            successfully | the test restore ended successfully
            2026       | 2026-11-20 22:00:00 - date=2026-11-20
            5432       | postgresql://me@db:5432/stocks
            a1b2c3     | sha256 00a1b2c3ff, run 5a1b2c3e-7d0a
            x7y        | x7y=1
            """)
    void anOrdinaryWordIsNoSecretInASentence(String secret, String text) {
        assertThat(new Redaction(List.of(new Secret(secret))).apply(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            wrong      | postgresql://me:wrong@db/wrong      | postgresql://me:•••@db/wrong
            exdate     | postgresql://exdate:exdate@db/exdate | postgresql://exdate:•••@db/exdate
            wrong      | PGPASSWORD=wrong exdate run         | PGPASSWORD=••• exdate run
            wrong      | {"password": "wrong"}               | {"password": "•••"}
            wrong      | {"password":"wrong","is":"wrong"}   | {"password":"•••","is":"wrong"}
            wrong      | invalid password "wrong" is wrong   | invalid password "•••" is wrong
            wrong      | the password is 'wrong'             | the password is '•••'
            wrong      | x-api-key: wrong                    | x-api-key: •••
            demo       | we detected your API key as demo    | we detected your API key as •••
            wrong      | Authorization: Bearer wrong         | Authorization: Bearer •••
            2026       | passwd=2026                         | passwd=•••
            x7y        | password=x7y&a=b                    | password=•••&a=b
            a1b2c3     | no user for a1b2c3, says it         | no user for •••, says it
            a1b2c3     | /v3/a%20a1b2c3/x                    | /v3/a%20•••/x
            hunter2hunter | xhunter2huntery                  | x•••y
            correcthorsebattery | xcorrecthorsebatteryx      | x•••x
            """)
    void aSecretThatIsAWordIsTakenOutWhereSecretsStand(String secret, String text, String shown) {
        assertThat(new Redaction(List.of(new Secret(secret))).apply(text)).isEqualTo(shown);
    }

    @Test
    void allElseStaysAsItIs() {
        String text =
                "📊 2026-11-20 MSTY@0.21, see https://www.cboe.com/us/x?a=1&b=2 and https://h:8080/x; pg_dump --file=/b/x";
        assertThat(new Redaction(List.of(new Secret("s3cret-word"), new Secret("abc"))).apply(text))
                .isEqualTo(text);
    }
}
