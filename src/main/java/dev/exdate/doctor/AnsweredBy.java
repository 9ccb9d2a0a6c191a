package dev.exdate.doctor;

import dev.exdate.format.Payload;
import dev.exdate.settings.SourceSettings;
import dev.exdate.settings.SourceVia;
import dev.exdate.web.BotWall;
import dev.exdate.web.browser.Browsers;
import java.util.Optional;

/**
 * Who answered a request to a source: the source, or a bot wall before it.
 *
 * @param throughBrowser whether the request went through the browser
 */
record AnsweredBy(SourceSettings source, boolean throughBrowser, Browsers browsers) {
    Diagnosis diagnosis(Payload payload) {
        String status = "HTTP " + payload.status();
        String way = throughBrowser ? " through the browser" : "";
        Optional<BotWall> wall = BotWall.of(payload);
        return wall.isEmpty()
                ? Diagnosis.well(source.id().id(), "answers (" + status + ")" + way)
                : Diagnosis.less(source.id().id(), "bot wall (" + wall.get().vendor() + "), " + status + way, advice());
    }

    private String advice() {
        String name = "EXDATE_SOURCE_" + source.id().name();
        if (source.via() == SourceVia.CLIENT) {
            return "set " + name + "_VIA=auto to ask it through the browser";
        }
        return browsers.find().isEmpty()
                ? "install chromium or correct EXDATE_BROWSER; a run then asks this source through it"
                : "the browser does not pass it either; try again later, or set " + name + "_ENABLED=false";
    }
}
