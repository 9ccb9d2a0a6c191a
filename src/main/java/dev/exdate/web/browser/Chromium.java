package dev.exdate.web.browser;

import dev.exdate.process.ChildEnvironment;
import dev.exdate.settings.ProxyAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A headless Chromium with a temporary profile; close stops it with all its children. */
public final class Chromium implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ";
    private static final Duration START = Duration.ofSeconds(30);
    private static final long END_SECONDS = 5;

    private final Process process;
    private final Path profile;
    private final URI devTools;
    private final Optional<ProxyRelay> relay;

    private Chromium(Process process, Path profile, URI devTools, Optional<ProxyRelay> relay) {
        this.process = process;
        this.profile = profile;
        this.devTools = devTools;
        this.relay = relay;
    }

    /**
     * What a browser may reach.
     *
     * @param host the only host it may contact; all other names do not resolve
     * @param proxy the way to the host; empty for straight
     */
    public record Site(String host, Optional<ProxyAddress> proxy) {
        Optional<ProxyRelay> relay() throws IOException {
            return proxy.isEmpty() ? Optional.empty() : Optional.of(ProxyRelay.to(proxy.get(), host));
        }
    }

    public static Chromium start(Path program, Site site) throws IOException, InterruptedException {
        Optional<ProxyRelay> relay = site.relay();
        boolean started = false;
        try {
            Chromium chromium = started(program, site.host(), relay);
            started = true;
            return chromium;
        } finally {
            if (!started) {
                relay.ifPresent(ProxyRelay::close);
            }
        }
    }

    private static Chromium started(Path program, String host, Optional<ProxyRelay> relay)
            throws IOException, InterruptedException {
        Path profile = BrowserProfiles.ofThisMachine().create();
        Process process = begin(program, profile, host, relay);
        boolean started = false;
        try {
            Chromium chromium = new Chromium(process, profile, address(process), relay);
            started = true;
            return chromium;
        } finally {
            if (!started) {
                end(process, profile);
            }
        }
    }

    private static Process begin(Path program, Path profile, String host, Optional<ProxyRelay> relay)
            throws IOException {
        ProcessBuilder browser = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-extensions",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--no-default-browser-check",
                        // By a proxy, the browser looks up no name at all, and the relay lets it reach the host alone.
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE " + (relay.isPresent() ? "127.0.0.1" : host),
                        relay.map(port -> "--proxy-server=http://127.0.0.1:" + port.port())
                                .orElse("--no-proxy-server"),
                        // Else it would ask loopback straight.
                        "--proxy-bypass-list=<-loopback>",
                        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        ChildEnvironment.in(browser);
        try {
            return browser.start();
        } catch (IOException e) {
            BrowserProfiles.delete(profile);
            throw e;
        }
    }

    public URI devTools() {
        return devTools;
    }

    /** The address is on standard error, which is read to its end so that the browser never blocks. */
    private static URI address(Process process) throws IOException, InterruptedException {
        CompletableFuture<URI> address = new CompletableFuture<>();
        List<String> said = new ArrayList<>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
                String line;
                while ((line = lines.readLine()) != null) {
                    if (line.startsWith(LISTENING)) {
                        address.complete(
                                URI.create(line.substring(LISTENING.length()).strip()));
                    } else if (!address.isDone()) {
                        said.add(line);
                    }
                }
            } catch (IOException e) {
                address.completeExceptionally(e);
            }
            address.completeExceptionally(new IOException(
                    "the browser exited at once: " + (said.isEmpty() ? "no error message" : said.getLast())));
        });
        try {
            return address.get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("the browser did not start within " + START.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    @Override
    public void close() {
        end(process, profile);
        relay.ifPresent(ProxyRelay::close);
    }

    private static void end(Process process, Path profile) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        BrowserProfiles.delete(profile);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
