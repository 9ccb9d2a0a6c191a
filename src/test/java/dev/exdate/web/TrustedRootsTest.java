package dev.exdate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.settings.SourceId;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real TLS server on loopback with a certificate of its own. */
class TrustedRootsTest {
    private static final char[] PASSWORD = "in this test only".toCharArray();

    @TempDir
    static Path folder;

    private static HttpsServer server;

    @BeforeAll
    static void serve() throws Exception {
        Path store = folder.resolve("server.p12");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD));
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "server",
                "-file",
                folder.resolve("server.pem").toString(),
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(factory.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("keytool.txt")))
                .isZero();
    }

    private static Answer<String> ask(TrustedRoots roots) throws InterruptedException {
        URI address = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        Patience once = new Patience(1, Duration.ofMillis(10), Duration.ofSeconds(1));
        try (HttpWeb web = new HttpWeb(TestWeb.settings(address, Map.of()), (source, limit) -> true, once, roots)) {
            return web.source(SourceId.CBOE).fetch(Request.of("/"), TestWeb.TEXT);
        }
    }

    @Test
    void aServerThatTheSystemsRootsVouchForIsRead() throws Exception {
        TrustedRoots roots = TrustedRoots.ofTheSystem(
                Map.of("SSL_CERT_FILE", folder.resolve("server.pem").toString()));
        assertThat(ask(roots)).isEqualTo(Answer.rowsOrNothing(List.of("ok")));
    }

    @Test
    void aServerThatNobodyVouchesForIsNot() throws Exception {
        for (TrustedRoots roots : List.of(new TrustedRoots(Optional.empty()), TrustedRoots.ofTheSystem(Map.of()))) {
            assertThat(ask(roots)).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
                assertThat(failed.failure()).isEqualTo(Failure.UNAVAILABLE);
                assertThat(failed.message()).contains("TLS with 127.0.0.1");
            });
        }
    }

    @Test
    void aBundleWithoutCertificatesTrustsNobody() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThat(ask(new TrustedRoots(Optional.of(empty)))).isInstanceOf(Answer.Failed.class);
    }
}
