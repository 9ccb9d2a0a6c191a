package dev.exdate.web;

import dev.exdate.format.Payload;
import dev.exdate.settings.ProxyAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request and its answer, redirects within the host included. Stateless but for the connections it keeps open. */
final class Exchange implements Transport {
    private static final int REDIRECTS = 5;
    private static final BodyLimit LIMIT = new BodyLimit(Payload.LARGEST);

    private final Connections connections;
    private final Clock clock;

    Exchange(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * An answer with any status.
     *
     * @param retryAfter how long the source asks to wait, if it does
     * @param date the header
     * @param gzipped the body as it was sent, if it was sent with gzip
     * @param validators by which the source can tell later that the page is unchanged
     */
    record Answered(
            Payload payload,
            Optional<Duration> retryAfter,
            Optional<String> date,
            Optional<byte[]> gzipped,
            Validators validators) {
        static Answered of(Payload payload, HttpHeaders headers, Clock clock) {
            return new Answered(
                    payload,
                    RetryAfter.of(headers, clock),
                    headers.firstValue("date"),
                    Optional.empty(),
                    Validators.of(headers));
        }

        private Answered sentAs(byte[] gzip) {
            return new Answered(payload, retryAfter, date, Optional.of(gzip), validators);
        }

        /** What the source's clock said; read only by who wants to know it. */
        Optional<Instant> dated() {
            try {
                return date.map(DateTimeFormatter.RFC_1123_DATE_TIME::parse).map(Instant::from);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** The time-out includes connecting and redirects. */
    @Override
    public Answered get(URI address, Map<String, String> headers, Duration timeout)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        URI next = address;
        for (int i = 0; i <= REDIRECTS; i++) {
            HttpResponse<byte[]> response = send(next, headers, deadline);
            URI target = redirect(next, response);
            if (target == null) {
                return answered(response);
            }
            next = target;
        }
        throw new UnreadableAnswer("more than " + REDIRECTS + " redirects");
    }

    @Override
    public ProxyRoute route(URI address) {
        return connections.route(address);
    }

    private HttpResponse<byte[]> send(URI address, Map<String, String> headers, long deadline)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        headers.forEach(request::header);
        // The client sends it to the proxy alone, with CONNECT for https:.
        route(address)
                .proxy()
                .flatMap(ProxyAddress::authorization)
                .ifPresent(value -> request.header("Proxy-Authorization", value));
        if ("http".equals(address.getScheme())) {
            request.version(HttpClient.Version.HTTP_1_1);
        }
        CompletableFuture<HttpResponse<byte[]>> pending =
                connections.client().sendAsync(request.build(), LIMIT.handler());
        boolean ended = false;
        try {
            HttpResponse<byte[]> response =
                    pending.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            ended = true;
            return response;
        } catch (ExecutionException e) {
            ended = true;
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new java.net.http.HttpTimeoutException("timed out");
        } finally {
            if (!ended) {
                pending.cancel(true);
            }
        }
    }

    /**
     * The redirect's target, null if it is not a redirect. Redirects to another host are not followed, because that is
     * not the source any more.
     */
    private static @org.jspecify.annotations.Nullable URI redirect(URI from, HttpResponse<byte[]> response)
            throws IOException {
        int status = response.statusCode();
        String location = response.headers().firstValue("location").orElse("");
        if (status < 301 || status > 308 || status == 304 || location.isEmpty()) {
            return null;
        }
        URI target;
        try {
            target = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new UnreadableAnswer("a redirect to an invalid address");
        }
        boolean sameHost = bare(from).equals(bare(target)) && from.getPort() == target.getPort();
        boolean asSafe = from.getScheme().equals(target.getScheme()) || "https".equals(target.getScheme());
        if (!sameHost || !asSafe) {
            throw new UnreadableAnswer("a redirect to another host, " + target.getScheme() + "://" + target.getHost());
        }
        return target;
    }

    private static String bare(URI uri) {
        return String.valueOf(uri.getHost()).replaceFirst("^www\\.", "");
    }

    private Answered answered(HttpResponse<byte[]> response) throws UnreadableAnswer {
        // A proxy's refusal of a tunnel comes without any.
        byte[] sent = Objects.requireNonNullElse(response.body(), new byte[0]);
        String encoding = response.headers()
                .firstValue("content-encoding")
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        byte[] body = sent;
        if (sent.length > 0) {
            body = switch (encoding) {
                case "gzip", "x-gzip" -> LIMIT.inflated(sent);
                case "identity", "" -> sent;
                default -> throw new UnreadableAnswer("the answer has an encoding that was not requested: " + encoding);
            };
        }
        String type = response.headers().firstValue("content-type").orElse("");
        Answered answered = Answered.of(new Payload(response.statusCode(), type, body), response.headers(), clock);
        return body == sent ? answered : answered.sentAs(sent);
    }
}
