package dev.exdate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that can't be used, with a secret in them: the line that says so does not show it. */
class SecretsInSettingsTest {
    private static final Path NOWHERE = Path.of("/nowhere");

    @ParameterizedTest
    @CsvSource({
        "EXDATE_SOURCE_FMP_BASE_URL, https://fmp.example/?apikey=planted77",
        "EXDATE_SOURCE_FMP_BASE_URL, https://me:planted77@fmp.example",
        "EXDATE_SOURCE_FMP_BASE_URL, https://me:planted77@fmp.example/%",
        "EXDATE_SOURCE_FMP_BASE_URL, http://fmp.example/#planted77",
        "DATABASE_URL, postgresql://me:planted77@host:port/d",
        "DATABASE_URL, postgresql://me:planted77%@host/d",
        "DATABASE_URL, postgresql://me:planted77/x@host/d",
        "DATABASE_URL, mysql://me:planted77@host/d",
        "DATABASE_URL, postgresql://me:planted77@one,two/d",
        "DATABASE_URL, jdbc:postgresql://host/?user=me&password=planted77",
        "DATABASE_URL, postgresql://me:planted77@host/d?sslmode=never",
        "PGHOST, postgresql://me:planted77@host/d",
        "PGHOST, '/run/planted77,x'"
    })
    void isNotShown(String name, String value) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value), NOWHERE, Optional.empty()))
                .isInstanceOf(InvalidSetting.class)
                .message()
                .contains(name)
                .hasLineCount(1)
                .doesNotContain("planted77");
    }

    @Test
    void secretsAreRedactedEvenIfOtherSettingsAreWrong() {
        Map<String, String> set = Map.of(
                "FMP_API_KEY", "fmp planted",
                "ALPHA_VANTAGE_API_KEY", "av planted",
                "PGPASSWORD", "pg planted",
                "DATABASE_URL", "postgresql://me@host/d?sslmode=never");
        Redaction redaction = Settings.redactionOf(set, NOWHERE, Optional.empty());
        assertThat(redaction.apply("fmp+planted, av%20planted, pg planted")).isEqualTo("•••, •••, •••");
        Map<String, String> good =
                Map.of("DATABASE_URL", "postgresql://me:url%20planted@host/d?sslpassword=key%20planted");
        assertThat(Settings.redactionOf(good, NOWHERE, Optional.empty()).apply("url planted; key planted"))
                .isEqualTo("•••; •••");
    }
}
