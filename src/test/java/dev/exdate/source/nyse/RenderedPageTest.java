package dev.exdate.source.nyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.exdate.market.ExDateWindow;
import dev.exdate.needs.MachineProgram;
import dev.exdate.needs.Needs;
import dev.exdate.settings.ProxyAddress;
import dev.exdate.settings.ProxySettings;
import dev.exdate.settings.Secret;
import dev.exdate.web.LoopbackProxy;
import dev.exdate.web.ProxyRoute;
import dev.exdate.web.browser.Browsers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The browser, led astray by the page it opens. */
@Needs(MachineProgram.CHROMIUM)
class RenderedPageTest {
    private static final ExDateWindow.Span SPAN =
            new ExDateWindow.Span(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 20));

    private final List<String> elsewhere = new CopyOnWriteArrayList<>();
    private Path browser;
    private HttpServer site;
    private HttpServer other;

    @BeforeEach
    void serve() throws IOException {
        browser = Browsers.onThisMachine(Optional.empty()).find().orElseThrow();
        other = HttpServer.create(new InetSocketAddress(0), 0);
        other.createContext("/", exchange -> {
            elsewhere.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI());
            exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        site = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        site.start();
    }

    @AfterEach
    void stop() {
        if (site != null) {
            site.stop(0);
            other.stop(0);
        }
    }

    private String read(String page) throws IOException, InterruptedException {
        return read(page, Optional.empty());
    }

    private String read(String page, Optional<ProxyAddress> proxy) throws IOException, InterruptedException {
        site.createContext("/", exchange -> {
            byte[] html = page.replace(
                            "PORT", Integer.toString(other.getAddress().getPort()))
                    .getBytes(StandardCharsets.UTF_8);
            if (page.startsWith("http")) {
                exchange.getResponseHeaders().add("Location", new String(html, StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, html.length);
                exchange.getResponseBody().write(html);
            }
            exchange.close();
        });
        URI address = URI.create("http://127.0.0.1:" + site.getAddress().getPort() + "/");
        ProxyRoute route = ProxyRoute.to(address, new ProxySettings(Optional.empty(), proxy, ""));
        return new String(
                new RenderedPage(browser, address, route, Duration.ofSeconds(20))
                        .read(SPAN)
                        .body(),
                StandardCharsets.UTF_8);
    }

    private static final String CURIOUS = """
                <input type=date><input type=date><input type=date><input type=date>
                <table></table>
                <img src="http://127.0.0.2:PORT/image"><iframe src="http://localhost:PORT/frame"></iframe>
                <script>
                  const asked = ['http://127.0.0.2:PORT/fetch', 'http://localhost:PORT/fetch', 'http://[::1]:PORT/fetch']
                      .map(address => fetch(address).then(() => 'reached', () => 'refused'));
                  Promise.all(asked).then(all => document.querySelector('table').innerHTML =
                      '<tr><td>' + all.join(' ') + '</td></tr>');
                </script>
                """;

    @Test
    void throughAProxyTooItAsksNoHostButThatOfItsPage() throws Exception {
        String login = "Basic " + Base64.getEncoder().encodeToString("ann:planted77".getBytes(StandardCharsets.UTF_8));
        try (LoopbackProxy proxy = new LoopbackProxy(login)) {
            ProxyAddress address =
                    new ProxyAddress("HTTP_PROXY", "127.0.0.1", proxy.port(), Optional.of(new Secret("ann:planted77")));
            assertThat(read(CURIOUS, Optional.of(address))).contains("<td>refused refused refused</td>");
            assertThat(proxy.requests())
                    .isNotEmpty()
                    .allMatch(line ->
                            line.contains("//127.0.0.1:" + site.getAddress().getPort() + "/"));
            assertThat(proxy.logins()).containsOnly(login);
            assertThat(elsewhere).isEmpty();
        }
    }

    @Test
    void asksNoHostButThatOfItsPage() throws Exception {
        String html = read(CURIOUS);
        assertThat(html).contains("<td>refused refused refused</td>");
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void isNotLedToAnotherHost() {
        assertThatThrownBy(() -> read("http://127.0.0.2:PORT/away"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("can't open the page");
        assertThat(elsewhere).isEmpty();
    }
}
