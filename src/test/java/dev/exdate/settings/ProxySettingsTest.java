package dev.exdate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {
    private static Settings settings(Map<String, String> environment) {
        return Settings.of(environment, Path.of("/nowhere"), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "http://p.example:3128, p.example:3128, ''",
        "HTTP://p.example:3128/, p.example:3128, ''",
        "p.example, p.example:1080, ''",
        "ann:planted77@p.example:8080, p.example:8080, ann:planted77",
        "http://ann:pl%40nted%3A@p.example, p.example:1080, ann:pl@nted:",
        "http://a@b:c@[::1]:3128, [::1]:3128, a@b:c"
    })
    void addressesAreReadAsCurlReadsThem(String text, String shown, String credentials) {
        ProxyAddress proxy =
                settings(Map.of("HTTPS_PROXY", text)).proxies().https().orElseThrow();
        assertThat(proxy).hasToString(shown);
        assertThat(proxy.credentials().map(Secret::reveal).orElse("")).isEqualTo(credentials);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://ann:planted77@p.example",
                "https://ann:planted77@p.example",
                "http://ann:planted77@p.example:99999",
                "http://ann:planted77@p.example:port",
                "http://ann:planted77%zz@p.example",
                "http://ann:planted77@"
            })
    void oneThatCannotBeUsedIsNamedWithoutItsPassword(String text) {
        assertThatThrownBy(() -> settings(Map.of("http_proxy", text)))
                .isInstanceOf(InvalidSetting.class)
                .message()
                .startsWith("HTTP_PROXY ")
                .doesNotContain("planted77")
                .hasLineCount(1);
    }

    @Test
    void smallLettersCountFirstAndNoPasswordIsShown() {
        Settings settings = settings(Map.of(
                "HTTPS_PROXY", "one.example:1",
                "https_proxy", "ann:planted77@two.example:2",
                "NO_PROXY", "x"));
        assertThat(settings.proxies().https().orElseThrow()).hasToString("two.example:2");
        assertThat(settings.all().toString()).contains("two.example").doesNotContain("planted77");
        assertThat(settings.redaction().apply("is planted77, YW5uOnBsYW50ZWQ3Nw=="))
                .isEqualTo("is •••, •••");
    }
}
