package dev.exdate.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.exdate.sandbox.fault.Fault;
import dev.exdate.sandbox.fault.FaultApplication;
import dev.exdate.sandbox.fault.FaultKind;
import dev.exdate.sandbox.fault.Faults;
import dev.exdate.sandbox.fault.ScriptedWall;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import dev.exdate.sandbox.site.Site;
import dev.exdate.settings.SourceId;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Answers requests: from the saved answers first, then from the sources, with the faults. */
final class SandboxServer implements HttpHandler {
    private final Sites sites;
    private final OtherMarkets others;
    private final RecordedAnswers recorded;
    private final Faults faults;
    private final Duration latency;
    private final RequestLog log;
    private final SandboxPages own;
    private final CountDownLatch closing = new CountDownLatch(1);

    SandboxServer(
            Function<SourceId, Market> told,
            RecordedAnswers recorded,
            Faults faults,
            Duration latency,
            RequestLog log,
            SandboxPages own) {
        this.sites = new Sites(told);
        this.others = new OtherMarkets(told);
        this.recorded = recorded;
        this.faults = faults;
        this.latency = latency;
        this.log = log;
        this.own = own;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        SandboxRequest request = SandboxRequest.of(exchange);
        try (exchange) {
            if (own.serve(exchange, request)) {
                return;
            }
            serveSource(exchange, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serveSource(HttpExchange exchange, SandboxRequest request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Optional<Site> site = sites.serving(request.path());
        List<Fault> striking = site.map(asked -> faults.striking(asked.source(), request.address()))
                .orElse(List.of());
        pause(striking);
        Optional<Fault> fault = striking.stream()
                .filter(struck -> struck.kind() != FaultKind.DELAY)
                .filter(struck -> struck.kind() != FaultKind.WALL || !ScriptedWall.hasLetIn(request))
                .findFirst();
        FaultKind kind = fault.map(Fault::kind).orElse(FaultKind.DELAY);
        int status = 0;
        if (kind == FaultKind.HANG) {
            note(site, request, status, start);
            hang(fault.orElseThrow());
            return;
        }
        if (kind != FaultKind.RESET) {
            SandboxAnswer answer = Revalidation.of(request, answer(request, site, fault));
            status = answer.status();
            note(site, request, status, start);
            if (kind == FaultKind.CUT && !fault.orElseThrow().quiet()) {
                Delivery.sendHalf(exchange, request, answer);
            } else {
                Delivery.send(exchange, request, answer);
            }
            return;
        }
        note(site, request, status, start);
    }

    private void pause(List<Fault> striking) throws InterruptedException {
        Duration wait = latency;
        for (Fault fault : striking) {
            if (fault.kind() == FaultKind.DELAY) {
                wait = wait.plus(fault.duration().orElse(Duration.ZERO));
            }
        }
        if (wait.isPositive()) {
            boolean closed = closing.await(wait.toNanos(), TimeUnit.NANOSECONDS);
            if (closed) {
                throw new InterruptedException("the sandbox closes");
            }
        }
    }

    private void hang(Fault fault) throws InterruptedException {
        Optional<Duration> limit = fault.duration();
        if (limit.isEmpty()) {
            closing.await();
        } else if (closing.await(limit.get().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("the sandbox closes");
        }
    }

    private SandboxAnswer answer(SandboxRequest request, Optional<Site> site, Optional<Fault> fault) {
        if (fault.filter(struck -> struck.kind().ofAnotherMarket()).isPresent()) {
            return sound(request, others.of(fault.orElseThrow()).serving(request.path()));
        }
        return site.isPresent() && fault.isPresent()
                ? FaultApplication.answer(fault.get(), site.get(), () -> sound(request, site))
                : sound(request, site);
    }

    private SandboxAnswer sound(SandboxRequest request, Optional<Site> site) {
        Optional<SandboxAnswer> saved = recorded.answer(request);
        if (saved.isPresent()) {
            return saved.get();
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return SandboxAnswer.bare(405);
        }
        if (site.isEmpty()) {
            return SandboxAnswer.notFound();
        }
        try {
            return site.get().answer(request);
        } catch (DateTimeException | IllegalArgumentException e) {
            return site.get().refusal(400);
        }
    }

    private void note(Optional<Site> site, SandboxRequest request, int status, long start) {
        log.add(
                site.map(asked -> asked.source().id()).orElse(""),
                request.address(),
                status,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** Interrupts all waiting answers. */
    void close() {
        closing.countDown();
    }
}
