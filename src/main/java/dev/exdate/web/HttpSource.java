package dev.exdate.web;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.settings.Secret;
import dev.exdate.settings.SourceId;
import dev.exdate.settings.SourceSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A source over HTTP. */
final class HttpSource implements SourceClient {
    private final SourceSettings settings;
    private final @Nullable Secret key;
    private final Exchange exchange;
    private final Patience patience;
    private final DailyBudget budget;
    private final Pace pace;

    HttpSource(
            SourceSettings settings, @Nullable Secret key, Exchange exchange, Patience patience, DailyBudget budget) {
        this.settings = settings;
        this.key = key;
        this.exchange = exchange;
        this.patience = patience;
        this.budget = budget;
        this.pace = new Pace(settings.requestsPerSecond(), settings.concurrency());
    }

    @Override
    public SourceId id() {
        return settings.id();
    }

    @Override
    public boolean usable() {
        return settings.enabled() && (key != null || !SourceHeaders.needsKey(id()));
    }

    @Override
    public <R> Answer<R> fetch(Request request, Parser<R> parser) throws InterruptedException {
        if (!usable()) {
            return Answer.failed(Failure.UNAUTHORIZED, id().id() + " is switched off or has no key");
        }
        for (int attempt = 1; ; attempt++) {
            Tried<R> tried = attempt(request, parser);
            boolean heals = tried.answer() instanceof Answer.Failed<R> failed
                    && failed.failure().heals();
            if (!heals || attempt == patience.attempts() || tried.last()) {
                return tried.answer();
            }
            Duration pause = patience.before(attempt + 1);
            if (tried.retryAfter().isPresent()) {
                Duration asked = Duration.ofSeconds(tried.retryAfter().getAsLong());
                if (asked.compareTo(patience.longest()) > 0) {
                    return tried.answer();
                }
                pause = asked;
            }
            if (((Answer.Failed<R>) tried.answer()).failure() == Failure.RATE_LIMITED) {
                pace.pause(pause);
            } else {
                Thread.sleep(pause);
            }
        }
    }

    /** @param last whether there is no sense in another attempt although the failure is one that heals */
    private record Tried<R>(Answer<R> answer, OptionalLong retryAfter, boolean last) {
        static <R> Tried<R> failed(Failure failure, String message, OptionalLong retryAfter) {
            return new Tried<>(Answer.failed(failure, message), retryAfter, false);
        }
    }

    private <R> Tried<R> attempt(Request request, Parser<R> parser) throws InterruptedException {
        pace.enter();
        try {
            if (settings.dailyBudget() > 0 && !budget.take(id(), settings.dailyBudget())) {
                return new Tried<>(
                        Answer.failed(
                                Failure.RATE_LIMITED,
                                id().id() + " has used up its " + settings.dailyBudget() + " requests of the day"),
                        OptionalLong.empty(),
                        true);
            }
            Exchange.Answered answered = exchange.get(address(request), headers(request), settings.timeout());
            return read(request, parser, answered);
        } catch (IOException e) {
            return Tried.failed(
                    e instanceof BodyLimit.TooLarge ? Failure.MALFORMED : Failure.UNAVAILABLE,
                    where(request) + ": " + reason(e),
                    OptionalLong.empty());
        } finally {
            pace.leave();
        }
    }

    private <R> Tried<R> read(Request request, Parser<R> parser, Exchange.Answered answered) {
        int status = answered.payload().status();
        if (status == 429) {
            return Tried.failed(
                    Failure.RATE_LIMITED, where(request) + ": too many requests (HTTP 429)", answered.retryAfter());
        }
        if (status >= 500) {
            return Tried.failed(Failure.UNAVAILABLE, where(request) + ": HTTP " + status, answered.retryAfter());
        }
        pace.wentThrough();
        Answer<R> answer = parser.parse(answered.payload());
        if (answer instanceof Answer.Failed<R> failed) {
            return Tried.failed(failed.failure(), where(request) + ": " + failed.message(), answered.retryAfter());
        }
        return new Tried<>(answer, OptionalLong.empty(), true);
    }

    private String where(Request request) {
        return id().id() + " " + request.target();
    }

    private String reason(IOException e) {
        return switch (e) {
            case java.net.http.HttpConnectTimeoutException ignored -> "no connection in time";
            case java.net.http.HttpTimeoutException ignored ->
                "no whole answer within " + settings.timeout().toSeconds() + " s";
            case java.net.ConnectException ignored ->
                "no connection to " + settings.baseUrl().getHost();
            case javax.net.ssl.SSLException ignored ->
                "TLS with " + settings.baseUrl().getHost() + " failed";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private URI address(Request request) {
        Request whole = request;
        if (key != null) {
            whole = request.with("apikey", key.reveal());
        }
        boolean elsewhere = request.host().isPresent() && !settings.overridden();
        String base = elsewhere
                ? "https://" + request.host().get()
                : settings.baseUrl().toString();
        return URI.create(base + whole.target());
    }

    private Map<String, String> headers(Request request) {
        Map<String, String> headers = new LinkedHashMap<>(SourceHeaders.of(id()));
        headers.putAll(request.headers());
        return headers;
    }
}
