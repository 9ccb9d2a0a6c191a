package dev.exdate.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Payload;
import dev.exdate.settings.Settings;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.web.browser.Browsers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnsweredByTest {
    private static final Browsers NONE = new Browsers(Optional.empty(), List.of());
    private static final Browsers SOME = new Browsers(Optional.of(Path.of("/bin/sh")), List.of());

    private static String line(int status, String page, String via, boolean throughBrowser, Browsers browsers) {
        Settings settings = Settings.of(Map.of("EXDATE_SOURCE_CBOE_VIA", via), Path.of("target"), Optional.empty());
        return new AnsweredBy(settings.source(CboeSource.ID), throughBrowser, browsers)
                .diagnosis(new Payload(status, "text/html", page.getBytes(StandardCharsets.UTF_8)))
                .line();
    }

    @Test
    void theLineSaysWhoAnsweredWhichWayAndWhatToDo() {
        String wall = "<title>Just a moment...</title>";
        assertThat(line(200, "<p>Hi</p>", "auto", false, NONE)).endsWith(" answers (HTTP 200)");
        assertThat(line(404, "<p>Hi</p>", "browser", true, SOME)).endsWith(" answers (HTTP 404) through the browser");
        assertThat(line(403, wall, "auto", false, NONE))
                .contains("bot wall (Cloudflare), HTTP 403", "install chromium");
        assertThat(line(403, wall, "client", false, SOME)).contains("set EXDATE_SOURCE_CBOE_VIA=auto");
        assertThat(line(403, wall, "auto", true, SOME))
                .contains("HTTP 403 through the browser", "EXDATE_SOURCE_CBOE_ENABLED=false");
    }
}
