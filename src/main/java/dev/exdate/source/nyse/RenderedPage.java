package dev.exdate.source.nyse;

import dev.exdate.format.Payload;
import dev.exdate.market.ExDateWindow;
import dev.exdate.web.ProxyRoute;
import dev.exdate.web.browser.Chromium;
import dev.exdate.web.browser.DevTools;
import dev.exdate.web.browser.Tab;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The ex-date page as a person sees it: opened in a browser, with the third and fourth of its four date fields (ex-date
 * from, ex-date to) filled in, and read when its rows are there.
 */
public record RenderedPage(Path browser, URI address, ProxyRoute route, Duration patience) {
    /**
     * Waits for the fields, fills them as typing does, so that the page's script notices, and waits until the table has
     * not changed for 1.5 seconds. By then, rows of another span are replaced.
     */
    private static final String FILL_AND_WAIT = """
            (async () => {
              const until = Date.now() + %d;
              const fieldsUntil = Date.now() + 15000;
              const pause = ms => new Promise(done => setTimeout(done, ms));
              let fields = [];
              while (fields.length < 4) {
                if (Date.now() > fieldsUntil) return 'no date fields';
                fields = document.querySelectorAll('input[type=date]');
                if (fields.length < 4) await pause(100);
              }
              const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
              const fill = (field, day) => {
                set.call(field, day);
                field.dispatchEvent(new Event('input', {bubbles: true}));
                field.dispatchEvent(new Event('change', {bubbles: true}));
                field.dispatchEvent(new Event('blur', {bubbles: true}));
              };
              fill(fields[2], '%s');
              await pause(200);
              fill(document.querySelectorAll('input[type=date]')[3], '%s');
              let seen = '';
              let since = Date.now();
              while (Date.now() - since < 1500) {
                if (Date.now() > until) break;
                const table = document.querySelector('table');
                const now = table ? table.innerText : '';
                if (now !== seen) { seen = now; since = Date.now(); }
                await pause(100);
              }
              return document.querySelector('table') ? '' : 'no table';
            })()
            """;

    /** The page's HTML with status 200; the browser is ended before this returns. */
    public Payload read(ExDateWindow.Span span) throws IOException, InterruptedException {
        try (Chromium chromium = Chromium.start(browser, new Chromium.Site(address.getHost(), route.proxy()));
                DevTools devTools = DevTools.connect(chromium.devTools(), patience)) {
            Tab tab = Tab.open(devTools);
            Optional<String> unopened = tab.navigate(address);
            if (unopened.isPresent()) {
                throw new IOException("the browser can't open the page: " + unopened.get());
            }
            String trouble = tab.evaluate(FILL_AND_WAIT.formatted(patience.toMillis() * 2 / 3, span.from(), span.to()));
            String html = tab.evaluate("document.documentElement.outerHTML");
            if (!trouble.isEmpty() && !html.contains("<table")) {
                throw new IOException(
                        "the page has " + trouble + ": its layout has changed, or a bot wall is in front of it");
            }
            return new Payload(200, "text/html", html.getBytes(StandardCharsets.UTF_8));
        }
    }
}
