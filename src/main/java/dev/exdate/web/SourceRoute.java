package dev.exdate.web;

import dev.exdate.settings.SourceSettings;
import dev.exdate.settings.SourceVia;
import dev.exdate.web.browser.Browsers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Asks a source by the plain client or through a browser. By itself it changes to the browser after three bot walls in
 * a row, and back if the browser meets them too. Thread-safe.
 */
final class SourceRoute implements Transport, AutoCloseable {
    static final int WALLS_IN_A_ROW = 3;

    private enum Way {
        CLIENT,
        BROWSER,
        CLIENT_ONLY
    }

    private final SourceSettings settings;
    private final Transport plain;
    private final BrowserTransport browser;
    private final Browsers browsers;
    private final RateLimiter pace;
    private final Consumer<String> notices;
    private final AtomicInteger wallsInARow = new AtomicInteger();
    private Way way;

    SourceRoute(
            SourceSettings settings, Transport plain, RateLimiter pace, Browsers browsers, Consumer<String> notices) {
        this.settings = settings;
        this.plain = plain;
        this.browser = new BrowserTransport(pace, plain::route);
        this.browsers = browsers;
        this.pace = pace;
        this.notices = notices;
        this.way = settings.via() == SourceVia.CLIENT
                        || settings.profile().keySetting().isPresent()
                ? Way.CLIENT_ONLY
                : Way.CLIENT;
    }

    RateLimiter pace() {
        return pace;
    }

    @Override
    public Exchange.Answered get(URI address, Map<String, String> headers, Duration timeout)
            throws IOException, InterruptedException {
        if (settings.via() == SourceVia.BROWSER) {
            return throughSet(address, headers, timeout);
        }
        while (way() != Way.BROWSER) {
            Exchange.Answered answered = plain.get(address, headers, timeout);
            Optional<BotWall> wall = BotWall.of(answered.payload());
            if (wall.isEmpty()) {
                wallsInARow.set(0);
                return answered;
            }
            Optional<Path> program = way() == Way.CLIENT_ONLY ? Optional.empty() : browsers.find();
            if (program.isEmpty()) {
                return answered;
            }
            if (wallsInARow.incrementAndGet() >= WALLS_IN_A_ROW) {
                change(
                        Way.CLIENT,
                        Way.BROWSER,
                        "🌐 %s: bot wall (%s) %d times in a row; asked through the browser %s from now on"
                                .formatted(settings.id(), wall.get().vendor(), WALLS_IN_A_ROW, program.get()));
            }
            pace.turn();
        }
        return throughFound(address, headers, timeout);
    }

    private Exchange.Answered throughSet(URI address, Map<String, String> headers, Duration timeout)
            throws IOException, InterruptedException {
        Path program = browsers.find()
                .orElseThrow(() -> new UnreadableAnswer("there is no browser for EXDATE_SOURCE_"
                        + settings.id().name() + "_VIA=browser; "
                        + browsers.lacking().orElse("correct EXDATE_BROWSER")));
        change(
                Way.CLIENT,
                Way.BROWSER,
                "🌐 %s: asked through the browser %s (EXDATE_SOURCE_%s_VIA)"
                        .formatted(settings.id(), program, settings.id().name()));
        return browser.get(program, address, headers, timeout);
    }

    private Exchange.Answered throughFound(URI address, Map<String, String> headers, Duration timeout)
            throws IOException, InterruptedException {
        String why;
        try {
            Exchange.Answered answered = browser.get(browsers.find().orElseThrow(), address, headers, timeout);
            Optional<BotWall> wall = BotWall.of(answered.payload());
            if (wall.isEmpty()) {
                return answered;
            }
            why = "meets the bot wall (" + wall.get().vendor() + ") too";
        } catch (BrowserGone e) {
            why = "can't be used: " + e.getMessage();
        }
        change(
                Way.BROWSER,
                Way.CLIENT_ONLY,
                "🌐 %s: the browser %s; asked without it for the rest of the run".formatted(settings.id(), why));
        pace.turn();
        return plain.get(address, headers, timeout);
    }

    private synchronized Way way() {
        return way;
    }

    /** Says so, unless another request has changed it already. */
    private synchronized void change(Way from, Way to, String line) {
        if (way == from) {
            way = to;
            notices.accept(line);
        }
    }

    @Override
    public ProxyRoute route(URI address) {
        return plain.route(address);
    }

    /** Whether the last request went through the browser. */
    boolean throughBrowser() {
        return way() == Way.BROWSER;
    }

    @Override
    public void close() {
        browser.close();
    }
}
