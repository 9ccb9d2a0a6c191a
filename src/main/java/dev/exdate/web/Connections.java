package dev.exdate.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP client of the run, with its threads and open connections. Created at the first request, so that commands
 * without requests do not pay for it. Thread-safe.
 */
final class Connections implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration AT_CLOSE = Duration.ofSeconds(2);

    private final TrustedRoots roots;
    private final Proxies proxies;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable HttpClient client;

    Connections(TrustedRoots roots, Proxies proxies) {
        this.roots = roots;
        this.proxies = proxies;
        // Passwords for a proxy's tunnels are allowed; the client reads this once, when the first one is made.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    ProxyRoute route(URI address) {
        return proxies.to(address);
    }

    synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .sslContext(tls())
                    .proxy(proxies)
                    .executor(threads)
                    .build();
        }
        return client;
    }

    private SSLContext tls() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {roots}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
            try {
                client.awaitTermination(AT_CLOSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.shutdownNow();
    }
}
