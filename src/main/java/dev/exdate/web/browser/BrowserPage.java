package dev.exdate.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A page of one site in a browser of its own, and requests from within it. Close ends the browser. For one thread at a
 * time.
 */
public final class BrowserPage implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final int PIECE = 3 * 1024 * 1024;

    /** The browser has its own values for these. */
    private static final Set<String> BROWSERS_OWN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        BROWSERS_OWN.addAll(Set.of("User-Agent", "Accept-Encoding"));
    }

    /** Keeps the body, inflated but otherwise as it came, and tells the rest. */
    private static final String FETCH = """
            (async () => {
              try {
                const answer = await fetch(%s, {headers: %s, cache: 'no-store', credentials: 'include',
                    signal: AbortSignal.timeout(%d)});
                const pieces = [];
                let size = 0;
                if (answer.body) {
                  const reader = answer.body.getReader();
                  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
                    size += piece.value.length;
                    if (size > %d) { reader.cancel(); return JSON.stringify({tooLarge: true}); }
                    pieces.push(piece.value);
                  }
                }
                globalThis.exdateBody = new Uint8Array(size);
                let at = 0;
                for (const piece of pieces) { globalThis.exdateBody.set(piece, at); at += piece.length; }
                return JSON.stringify({status: answer.status, size, headers: Object.fromEntries(answer.headers)});
              } catch (e) {
                return JSON.stringify({error: e.name, message: e.message});
              }
            })()
            """;

    /** Nothing while the page is still coming. */
    private static final String READ = "document.readyState === 'loading' ? '' : document.documentElement.outerHTML";

    private static final String TAKE = """
            (() => {
              const piece = globalThis.exdateBody.subarray(%d, %d);
              let text = '';
              for (let i = 0; i < piece.length; i += 32768) {
                text += String.fromCharCode.apply(null, piece.subarray(i, i + 32768));
              }
              return btoa(text);
            })()
            """;

    private final Chromium chromium;
    private final DevTools devTools;
    private final Tab tab;

    private BrowserPage(Chromium chromium, DevTools devTools, Tab tab) {
        this.chromium = chromium;
        this.devTools = devTools;
        this.tab = tab;
    }

    /**
     * An answer of the site.
     *
     * @param headers with names in lower case
     * @param body empty if it is larger than allowed
     */
    public record Fetched(int status, Map<String, String> headers, Optional<byte[]> body) {}

    /**
     * @param site the only one that the browser may contact
     * @param timeout the longest of any request
     * @throws BrowserException if the browser does not start
     */
    public static BrowserPage open(Path program, Chromium.Site site, String userAgent, Duration timeout)
            throws BrowserException, InterruptedException {
        Chromium chromium = null;
        DevTools devTools = null;
        boolean opened = false;
        try {
            chromium = Chromium.start(program, site);
            devTools = DevTools.connect(chromium.devTools(), timeout.plus(MARGIN));
            Tab tab = Tab.open(devTools);
            devTools.send("Browser.setDownloadBehavior", "", Tab.object().put("behavior", "deny"));
            // An answer's own policy would forbid requests from it.
            tab.send("Page.setBypassCSP", Tab.object().put("enabled", true));
            if (!userAgent.isEmpty()) {
                tab.send("Emulation.setUserAgentOverride", Tab.object().put("userAgent", userAgent));
            }
            opened = true;
            return new BrowserPage(chromium, devTools, tab);
        } catch (IOException e) {
            throw new BrowserException(e);
        } finally {
            if (!opened && devTools != null) {
                devTools.close();
            }
            if (!opened && chromium != null) {
                chromium.close();
            }
        }
    }

    /**
     * Opens the address, or the site's first page if there is nothing to show at the address, and waits as long as the
     * page is a wall.
     *
     * @throws IOException if the site can't be reached
     */
    public void visit(URI address, Predicate<String> isWall, Duration longest)
            throws IOException, InterruptedException {
        Optional<String> trouble = ofBrowser(() -> tab.navigate(address));
        if (trouble.isPresent()) {
            // A download, or an error without a page.
            trouble = ofBrowser(() -> tab.navigate(address.resolve("/")));
        }
        if (trouble.isPresent()) {
            throw new IOException("the browser can't open the page: " + trouble.get());
        }
        long until = System.nanoTime() + longest.toNanos();
        while (isHeldUp(isWall) && System.nanoTime() < until) {
            Thread.sleep(GLANCE);
        }
    }

    private boolean isHeldUp(Predicate<String> isWall) throws IOException, InterruptedException {
        String html = ofBrowser(() -> tab.evaluate(READ));
        return html.isEmpty() || isWall.test(html);
    }

    /**
     * Requests the address from within the page, as the page itself would.
     *
     * @throws IOException if there is no complete answer within the time-out
     */
    public Fetched fetch(URI address, Map<String, String> headers, int largest, Duration timeout)
            throws IOException, InterruptedException {
        ObjectNode own = Tab.object();
        headers.forEach((name, value) -> {
            if (!BROWSERS_OWN.contains(name)) {
                own.put(name, value);
            }
        });
        String script = FETCH.formatted(
                JSON.writeValueAsString(address.toString()), JSON.writeValueAsString(own), timeout.toMillis(), largest);
        return ofBrowser(() -> tab.withContext(() -> {
            int place = tab.apart();
            return answer(place, JSON.readTree(tab.evaluateIn(place, script)));
        }));
    }

    private Fetched answer(int place, JsonNode told) throws IOException, InterruptedException {
        if (told.has("error")) {
            throw "TimeoutError".equals(told.path("error").asText())
                    ? new HttpTimeoutException("timed out")
                    : new NoAnswer(
                            "the browser got no answer: " + told.path("message").asText());
        }
        if (told.has("tooLarge")) {
            return new Fetched(0, Map.of(), Optional.empty());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = told.path("size").asInt();
        for (int at = 0; at < size; at += PIECE) {
            body.writeBytes(Base64.getDecoder()
                    .decode(tab.evaluateIn(place, TAKE.formatted(at, Math.min(size, at + PIECE)))));
        }
        Map<String, String> headers = new HashMap<>();
        told.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Fetched(told.path("status").asInt(), headers, Optional.of(body.toByteArray()));
    }

    /** Of the site, not of the browser. */
    private static final class NoAnswer extends IOException {
        private static final long serialVersionUID = 1L;

        NoAnswer(String message) {
            super(message);
        }
    }

    private static <T> T ofBrowser(Tab.Step<T> step) throws IOException, InterruptedException {
        try {
            return step.take();
        } catch (HttpTimeoutException | NoAnswer e) {
            throw e;
        } catch (IOException e) {
            throw new BrowserException(e);
        }
    }

    @Override
    public void close() {
        devTools.close();
        chromium.close();
    }
}
