package dev.exdate.web;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.StatusCode;
import dev.exdate.settings.ControlCharacters;
import dev.exdate.settings.FailureLine;
import dev.exdate.settings.ProxyAddress;
import dev.exdate.settings.Redaction;
import dev.exdate.settings.Secret;
import dev.exdate.settings.SourceId;
import dev.exdate.settings.SourceSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source over HTTP. */
final class HttpSource implements SourceClient {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int PROXY_WANTS_LOGIN = 407;
    private static final int SHORT = 64 * 1024;

    private final SourceSettings settings;
    private final @Nullable Secret key;
    private final SourceRoute route;
    private final RetryPolicy patience;
    private final Memory memory;
    private final RateLimiter pace;
    private final Redaction redaction;

    HttpSource(SourceSettings settings, @Nullable Secret key, SourceRoute route, RetryPolicy patience, Memory memory) {
        this.settings = settings;
        this.key = key;
        this.route = route;
        this.patience = patience;
        this.memory = memory;
        this.pace = route.pace();
        this.redaction = new Redaction(key == null ? List.of() : List.of(key));
    }

    @Override
    public SourceId id() {
        return settings.id();
    }

    @Override
    public boolean usable() {
        return settings.enabled()
                && (key != null || settings.profile().keySetting().isEmpty());
    }

    @Override
    public <R> Answer<R> fetch(Request request, Parser<R> parser) throws InterruptedException {
        return fetchAnswered(request, answered -> parser.parse(answered.payload()));
    }

    /** The same for a parser that reads headers too. */
    <R> Answer<R> fetchAnswered(Request request, AnswerReader<R> parser) throws InterruptedException {
        if (!usable()) {
            return Answer.failed(Failure.UNAUTHORIZED, id().id() + " is disabled or has no key");
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
                pause = tried.retryAfter().get();
                if (pause.compareTo(patience.longest()) > 0) {
                    return tried.answer();
                }
            }
            if (((Answer.Failed<R>) tried.answer()).failure() == Failure.RATE_LIMITED) {
                pace.pause(pause);
            } else {
                Thread.sleep(pause);
            }
        }
    }

    /** Without its key and outside of its pace: it is one request. */
    Reached reach(Duration limit) throws InterruptedException {
        Request first = Request.of("/");
        Duration timeout = settings.timeout().compareTo(limit) < 0 ? settings.timeout() : limit;
        try {
            Exchange.Answered answered =
                    route.get(URI.create(settings.baseUrl() + first.target()), headers(first), timeout);
            return new Reached.Answered(answered.payload(), answered.dated());
        } catch (UnreadableAnswer e) {
            // It did answer.
            return new Reached.Answered(Payload.of(OK, new byte[0]), Optional.empty());
        } catch (IOException e) {
            return new Reached.Failed(ControlCharacters.seenOnOneLine(reason(first, e)));
        }
    }

    /** @param last whether another attempt makes no sense although the failure is temporary */
    private record Tried<R>(Answer<R> answer, Optional<Duration> retryAfter, boolean last) {}

    private <R> Tried<R> attempt(Request request, AnswerReader<R> parser) throws InterruptedException {
        pace.enter();
        try {
            if (settings.dailyBudget() > 0 && !memory.budget().take(id(), settings.dailyBudget())) {
                return new Tried<>(
                        Answer.failed(
                                Failure.RATE_LIMITED,
                                id().id() + " has used its daily budget of " + settings.dailyBudget() + " requests"),
                        Optional.empty(),
                        true);
            }
            memory.counts().count(id());
            Exchange.Answered answered = route.get(address(request), headers(request), settings.timeout());
            archive(request, answered);
            return read(request, parser, answered);
        } catch (UnreadableAnswer e) {
            return failed(request, Failure.MALFORMED, String.valueOf(e.getMessage()), Optional.empty());
        } catch (IOException e) {
            return failed(request, Failure.UNAVAILABLE, reason(request, e), Optional.empty());
        } finally {
            pace.leave();
        }
    }

    /** That a page is unchanged is not an answer of its own. */
    private void archive(Request request, Exchange.Answered answered) {
        if (answered.payload().status() != NOT_MODIFIED) {
            memory.archive().keep(kept(request, answered));
        }
    }

    /** Sources give back the key in what they refuse, which is short. */
    private KeptAnswer kept(Request request, Exchange.Answered answered) {
        Payload payload = answered.payload();
        Optional<byte[]> gzipped = answered.gzipped();
        if (key != null
                && (payload.body().length < SHORT
                        || new String(payload.body(), StandardCharsets.ISO_8859_1).contains(key.reveal()))) {
            byte[] redacted = redaction.apply(payload.text()).getBytes(StandardCharsets.UTF_8);
            payload = new Payload(payload.status(), payload.contentType(), redacted);
            gzipped = Optional.empty();
        }
        return new KeptAnswer(id(), host(request) + request.target(), payload, gzipped, answered.date());
    }

    private <R> Tried<R> read(Request request, AnswerReader<R> parser, Exchange.Answered answered) {
        if (answered.payload().status() == PROXY_WANTS_LOGIN && proxy(request).isPresent()) {
            String why = nextHop(request) + " wants another user or password (HTTP 407)";
            return failed(request, Failure.UNAUTHORIZED, why, Optional.empty());
        }
        // A busy server's page says nothing; of what waiting does not heal, sources may say more in the body.
        Optional<Answer<R>> busy = StatusCode.refusal(answered.payload());
        if (busy.isPresent()
                && busy.get() instanceof Answer.Failed<R> failed
                && failed.failure().heals()) {
            if (failed.failure() == Failure.RATE_LIMITED) {
                pace.refused();
            }
            return failed(request, failed.failure(), told(failed, answered), answered.retryAfter());
        }
        if (busy.isPresent() && BotWall.of(answered.payload()).isPresent()) {
            pace.refused();
        } else {
            pace.wentThrough();
        }
        Answer<R> answer;
        try {
            answer = parser.parse(answered);
        } catch (RuntimeException | StackOverflowError e) {
            // An unexpected answer must not end a task that makes thousands of requests.
            return failed(
                    request,
                    Failure.MALFORMED,
                    "the answer can't be read (" + FailureLine.of(e) + ")",
                    Optional.empty());
        }
        if (answer instanceof Answer.Failed<R> failed) {
            return failed(request, failed.failure(), told(failed, answered), answered.retryAfter());
        }
        return new Tried<>(answer, Optional.empty(), true);
    }

    private static String told(Answer.Failed<?> failed, Exchange.Answered answered) {
        return BotWall.of(answered.payload())
                .map(wall -> "bot wall (" + wall.vendor() + "), " + failed.message())
                .orElse(failed.message());
    }

    /** Sources quote the key in messages, and libraries quote the address that contains it. */
    private <R> Tried<R> failed(Request request, Failure failure, String why, Optional<Duration> retryAfter) {
        String message =
                ControlCharacters.seenOnOneLine(redaction.apply(id().id() + " " + request.target() + ": " + why));
        return new Tried<>(Answer.failed(failure, message), retryAfter, false);
    }

    private String reason(Request request, IOException e) {
        return ConnectionFailure.words(e, host(request), nextHop(request), settings.timeout());
    }

    private Optional<ProxyAddress> proxy(Request request) {
        return route.route(address(request)).proxy();
    }

    private String nextHop(Request request) {
        return proxy(request)
                .map(proxy -> "the proxy " + proxy.shown() + " (" + proxy.setting() + ")")
                .orElseGet(() -> host(request));
    }

    private String host(Request request) {
        return address(request).getAuthority();
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
        Map<String, String> headers = new LinkedHashMap<>(settings.profile().headers());
        headers.put("Accept-Encoding", "gzip");
        headers.putAll(request.headers());
        return headers;
    }
}
