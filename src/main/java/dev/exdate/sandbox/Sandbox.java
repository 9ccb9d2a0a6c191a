package dev.exdate.sandbox;

import com.sun.net.httpserver.HttpServer;
import dev.exdate.sandbox.fault.Faults;
import dev.exdate.sandbox.lie.Disagreement;
import dev.exdate.sandbox.lie.LiesText;
import dev.exdate.sandbox.lie.TrueMarket;
import dev.exdate.sandbox.market.MadeUpMarket;
import dev.exdate.sandbox.market.Market;
import dev.exdate.settings.SourceId;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * All sources on one port of 127.0.0.1, at their real paths and in their real formats, from one made-up market. In
 * addition, {@code GET /truth/{dividends,distributions,prices,splits,symbols,holdings}} returns the true data, {@code GET
 * /truth/lies} what the sources tell instead of it, and {@code GET /requests} the requests so far ({@code time,source,path,status,milliseconds}; status 0 for a request without an
 * answer).
 */
public final class Sandbox implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final HttpServer http;
    private final SandboxServer server;
    private final ExecutorService threads;

    private Sandbox(HttpServer http, SandboxServer server, ExecutorService threads) {
        this.http = http;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Serves the market that the options describe.
     *
     * @throws IllegalArgumentException if faults or saved answers are invalid
     * @throws IOException if the port is in use
     */
    public static Sandbox start(SandboxOptions options) throws IOException {
        Faults faults = Faults.of(options.faults(), options.seed());
        Disagreement disagreement = Disagreement.of(faults.disagreement(), options.seed());
        MadeUpMarket plain = MadeUpMarket.of(options.symbols(), options.seed(), options.today());
        TrueMarket market = new TrueMarket(plain, disagreement);
        TruthTables truth = new TruthTables(disagreement.isOff() ? plain : market);
        return start(
                options,
                disagreement.isOff() ? source -> plain : market::toldBy,
                Map.of(
                        "dividends", truth::dividends,
                        "distributions", truth::distributions,
                        "prices", truth::prices,
                        "splits", truth::splits,
                        "symbols", truth::symbols,
                        "holdings", truth::holdings,
                        "lies", new LiesText(market)::write),
                Clock.systemUTC());
    }

    /** @param told the market as each source tells it */
    static Sandbox start(
            SandboxOptions options, Function<SourceId, Market> told, Map<String, SandboxPages.Table> truth, Clock clock)
            throws IOException {
        RequestLog log = new RequestLog(clock);
        SandboxServer server = new SandboxServer(
                told,
                RecordedAnswers.of(options.answers()),
                Faults.of(options.faults(), options.seed()),
                options.latency(),
                log,
                new SandboxPages(truth, log));
        // without it each answer on a kept connection waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer http = listening(options.port());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        http.setExecutor(threads);
        http.createContext("/", server);
        http.start();
        return new Sandbox(http, server, threads);
    }

    private static HttpServer listening(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress("127.0.0.1", port), BACKLOG);
        } catch (BindException e) {
            throw new IOException("port " + port + " on 127.0.0.1 is in use; choose another one, or 0 for any", e);
        }
    }

    /** Scheme, host and port, without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** Writes a settings file that points all sources here, with keys for the sources that need one if wanted. */
    public void writeSources(Path file, boolean withKeys) throws IOException {
        Files.writeString(file, new SourcesFile(address()).text(withKeys));
    }

    /** Stops at once; open requests get no answer. */
    @Override
    public void close() {
        server.close();
        http.stop(0);
        threads.shutdownNow();
    }
}
