package dev.exdate.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PayloadTest {
    private static String text(byte[] body) {
        return Payload.of(200, body).text();
    }

    @Test
    void readsUtf8WithAndWithoutAByteOrderMark() {
        assertThat(text("YieldMax® ™".getBytes(StandardCharsets.UTF_8))).isEqualTo("YieldMax® ™");
        assertThat(text("\uFEFFYieldMax®".getBytes(StandardCharsets.UTF_8))).isEqualTo("YieldMax®");
    }

    @Test
    void readsLatin1WhereTheBytesAreNoUtf8AtAll() {
        assertThat(text("Nestlé YieldMax®".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("Nestlé YieldMax®");
    }

    @Test
    void marksASingleBrokenPlaceInUtf8() {
        byte[] body = "YieldMax® Nestlé".getBytes(StandardCharsets.UTF_8);
        body[body.length - 1] = 'e';
        assertThat(text(body)).isEqualTo("YieldMax® Nestl\uFFFDe");
    }
}
