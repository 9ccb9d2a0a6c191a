package dev.exdate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
    @ParameterizedTest
    @ValueSource(strings = {"../x", "A/B", "$(x)", "a?b=c", "a#b", "a%2Fb", "a\r\nHost: b", "CON", "Ä B", "a;b", "//h"})
    void aSegmentStaysASegment(String symbol) {
        URI address = URI.create("https://source.example" + Request.path("v8", symbol, "end"));
        assertThat(address.getHost()).isEqualTo("source.example");
        assertThat(address.getRawPath().split("/")).hasSize(4).endsWith("end").doesNotContain("..");
        assertThat(address.getRawQuery()).isNull();
        assertThat(address.getPath()).isEqualTo("/v8/" + symbol + "/end");
        URI asked = URI.create(
                "https://source.example" + Request.of("/q").with("s", symbol).target());
        assertThat(asked.getQuery()).isEqualTo("s=" + symbol);
        assertThat(asked.getRawQuery()).doesNotContain("&");
    }
}
