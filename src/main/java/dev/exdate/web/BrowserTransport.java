package dev.exdate.web;

import dev.exdate.format.Payload;
import dev.exdate.web.browser.BrowserException;
import dev.exdate.web.browser.BrowserPage;
import dev.exdate.web.browser.Chromium;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sends requests from within a page of the site, so that they carry what its bot wall has left in the browser. One
 * browser for each host, and one request at a time. Thread-safe.
 */
final class BrowserTransport implements AutoCloseable {
    private static final Duration LONGEST_WALL = Duration.ofSeconds(20);
    private static final BodyLimit LIMIT = new BodyLimit(Payload.LARGEST);

    private final RateLimiter pace;
    private final Function<URI, ProxyRoute> routes;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Map<String, BrowserPage> pages = new HashMap<>();

    BrowserTransport(RateLimiter pace, Function<URI, ProxyRoute> routes) {
        this.pace = pace;
        this.routes = routes;
    }

    Exchange.Answered get(Path program, URI address, Map<String, String> headers, Duration timeout)
            throws IOException, InterruptedException {
        oneAtATime.lockInterruptibly();
        boolean kept = false;
        try {
            BrowserPage page = pages.get(address.getAuthority());
            if (page != null) {
                Exchange.Answered answered = fetch(page, address, headers, timeout);
                if (BotWall.of(answered.payload()).isEmpty()) {
                    kept = true;
                    return answered;
                }
                // What the wall had left has run out.
                pace.turn();
            } else {
                page = BrowserPage.open(
                        program,
                        new Chromium.Site(
                                address.getHost(), routes.apply(address).proxy()),
                        headers.getOrDefault("User-Agent", ""),
                        timeout);
                pages.put(address.getAuthority(), page);
            }
            page.visit(address, html -> BotWall.in(html).isPresent(), shorter(timeout, LONGEST_WALL));
            pace.turn();
            Exchange.Answered answered = fetch(page, address, headers, timeout);
            kept = true;
            return answered;
        } catch (BrowserException e) {
            throw new BrowserGone(e);
        } catch (java.net.http.HttpTimeoutException | UnreadableAnswer e) {
            kept = true;
            throw e;
        } finally {
            if (!kept) {
                end(address.getAuthority());
            }
            oneAtATime.unlock();
        }
    }

    private static Exchange.Answered fetch(BrowserPage page, URI address, Map<String, String> headers, Duration timeout)
            throws IOException, InterruptedException {
        BrowserPage.Fetched fetched = page.fetch(address, headers, LIMIT.bytes(), timeout);
        if (fetched.body().isEmpty()) {
            throw LIMIT.tooLarge();
        }
        HttpHeaders answered = HttpHeaders.of(
                fetched.headers().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
        return Exchange.Answered.of(
                new Payload(
                        fetched.status(),
                        answered.firstValue("content-type").orElse(""),
                        fetched.body().get()),
                answered,
                Clock.systemUTC());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void end(String authority) {
        BrowserPage page = pages.remove(authority);
        if (page != null) {
            page.close();
        }
    }

    @Override
    public void close() {
        oneAtATime.lock();
        try {
            List.copyOf(pages.keySet()).forEach(this::end);
        } finally {
            oneAtATime.unlock();
        }
    }
}
