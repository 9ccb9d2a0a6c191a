package dev.exdate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsServer;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.settings.Settings;
import dev.exdate.source.cboe.CboeSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources behind a real proxy on loopback. */
class ProxyTest {
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("ann:pl@nted:77".getBytes(StandardCharsets.UTF_8));
    private static final String USER = "ann:pl%40nted:77@";

    @TempDir
    static Path folder;

    private final LoopbackServer plain = new LoopbackServer();
    private LoopbackProxy proxy;

    @BeforeEach
    void start() throws Exception {
        proxy = new LoopbackProxy(LOGIN);
        plain.on("/x", "plain");
    }

    @AfterEach
    void stop() throws Exception {
        proxy.close();
        plain.close();
    }

    private Answer<String> ask(String address, TrustedRoots roots, Map<String, String> more) throws Exception {
        RetryPolicy once = new RetryPolicy(1, Duration.ofMillis(10), Duration.ofSeconds(1));
        Settings settings = TestWeb.settings(URI.create(address), more);
        try (HttpWeb web = new HttpWeb(
                settings,
                Memory.of((source, limit) -> true, Optional.empty(), AnswerArchive.NONE),
                once,
                roots,
                new Notices())) {
            return web.source(CboeSource.ID).fetch(Request.of("/x"), TestWeb.TEXT);
        }
    }

    private Answer<String> ask(Map<String, String> more) throws Exception {
        return ask("http://localhost:" + plain.address().getPort(), new TrustedRoots(Optional.empty()), more);
    }

    @ParameterizedTest
    @CsvSource({"HTTP_PROXY", "http_proxy"})
    void plainRequestsGoInAbsoluteForm(String name) throws Exception {
        assertThat(ask(Map.of(name, "http://" + USER + "127.0.0.1:" + proxy.port())))
                .isEqualTo(Answer.rowsOrNothing(List.of("plain")));
        assertThat(proxy.requests())
                .containsExactly("GET http://localhost:" + plain.address().getPort() + "/x HTTP/1.1");
        assertThat(proxy.logins()).containsExactly(LOGIN);
    }

    @Test
    void encryptedRequestsGoThroughATunnel() throws Exception {
        HttpsServer server = SelfSigned.of(folder, "dns:source.invalid").server(exchange -> {
            assertThat(exchange.getRequestHeaders()).doesNotContainKey("Proxy-authorization");
            LoopbackServer.answer(exchange, 200, "text/plain", "safe".getBytes(StandardCharsets.US_ASCII));
        });
        try {
            String host = "source.invalid:" + server.getAddress().getPort();
            // Nobody but the proxy knows the host.
            assertThat(ask(
                            "https://" + host,
                            new TrustedRoots(Optional.of(folder.resolve("server.pem"))),
                            Map.of("HTTPS_PROXY", USER + "127.0.0.1:" + proxy.port())))
                    .isEqualTo(Answer.rowsOrNothing(List.of("safe")));
            assertThat(proxy.requests()).containsExactly("CONNECT " + host + " HTTP/1.1");
            assertThat(proxy.logins()).containsExactly(LOGIN);
            assertThat(ask(
                            "https://" + host,
                            new TrustedRoots(Optional.empty()),
                            Map.of("HTTPS_PROXY", "ann:wrong77@127.0.0.1:" + proxy.port())))
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed -> assertThat(failed.message())
                                    .contains("(HTTPS_PROXY) wants another user or password"));
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NO_PROXY, localhost",
        "no_proxy, '10.0.0.0/8, .localhost'",
        "NO_PROXY, *",
        "HTTPS_PROXY, nowhere.invalid"
    })
    void whatNeedsNoProxyGoesStraight(String name, String value) throws Exception {
        String variable = name.equals("HTTPS_PROXY") ? "https_proxy" : "HTTP_PROXY";
        assertThat(ask(Map.of(
                        variable,
                        "http://127.0.0.1:" + proxy.port(),
                        name.equals("HTTPS_PROXY") ? "NO_PROXY" : name,
                        value)))
                .isEqualTo(Answer.rowsOrNothing(List.of("plain")));
        assertThat(proxy.requests()).isEmpty();
    }

    @Test
    void aProxyThatRefusesOrIsGoneIsNamedWithoutThePassword() throws Exception {
        int port = proxy.port();
        assertThat(ask(Map.of("HTTP_PROXY", "http://ann:wrong77@127.0.0.1:" + port)))
                .isInstanceOfSatisfying(Answer.Failed.class, failed -> {
                    assertThat(failed.failure()).isEqualTo(Failure.UNAUTHORIZED);
                    assertThat(failed.message())
                            .contains("the proxy 127.0.0.1:" + port + " (HTTP_PROXY) wants another user or password")
                            .doesNotContain("wrong77");
                });
        proxy.close();
        assertThat(ask(Map.of("HTTP_PROXY", "http://ann:wrong77@127.0.0.1:" + port)))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.message())
                                .contains("no connection to the proxy 127.0.0.1:" + port)
                                .doesNotContain("wrong77"));
    }

    @Test
    void theRouteSaysWhichWayItGoes() {
        Settings settings = TestWeb.settings(
                URI.create("https://a.example"), Map.of("HTTPS_PROXY", "http://ann:planted77@p.example:3128"));
        assertThat(ProxyRoute.to(URI.create("https://a.example/x"), settings.proxies())
                        .shown())
                .isEqualTo("through the proxy p.example:3128 (HTTPS_PROXY)");
        assertThat(ProxyRoute.to(URI.create("http://a.example/x"), settings.proxies())
                        .shown())
                .isEqualTo("directly");
    }

    /** As curl 8 decides. */
    @ParameterizedTest
    @CsvSource({
        "'*', a.example, true",
        "'', a.example, false",
        "a.example, a.example, true",
        "a.example, A.EXAMPLE., true",
        "a.example, x.a.example, true",
        ".a.example, a.example, true",
        ".a.example, x.a.example, true",
        "a.example, ba.example, false",
        "'b.example, a.example', a.example, true",
        "'b.example a.example', a.example, true",
        "b.example, a.example, false",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "0.0.1, 127.0.0.1, false",
        "10.0.0.0/8, 10.1.2.3, true",
        "10.0.0.0/8, 11.1.2.3, false",
        "192.168.1.128/25, 192.168.1.200, true",
        "192.168.1.128/25, 192.168.1.100, false",
        "10.0.0.0/99, 10.0.0.0, false",
        "::1, [::1], true",
        "0:0:0:0:0:0:0:1, [::1], true",
        "fe80::/10, [fe80::1], true",
        "fe80::/10, [fec0::1], false"
    })
    void noProxyIsReadAsCurlReadsIt(String list, String host, boolean straight) {
        assertThat(NoProxy.of(list).covers(host)).isEqualTo(straight);
    }
}
