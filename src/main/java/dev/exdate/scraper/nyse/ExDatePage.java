package dev.exdate.scraper.nyse;

import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Payload;
import dev.exdate.market.ExDateWindow;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.settings.ProxySettings;
import dev.exdate.source.nyse.ExDateException;
import dev.exdate.source.nyse.NyseExDateParser;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.source.nyse.RenderedPage;
import dev.exdate.web.ProxyRoute;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import dev.exdate.web.browser.Browsers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The page of ex-dates that are not record dates. */
record ExDatePage(ScraperRun run, NyseStore store, Browsers browsers, URI site, ProxySettings proxies)
        implements Listing {
    static final String NAME = "ex-dates";
    private static final String PATH = "/ex-date-dividends";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> read(ExDateWindow.Span span) throws SQLException, InterruptedException {
        SourceClient source = run.source(NyseSource.ID);
        Request request =
                Request.of(PATH).with("from", span.from()).with("to", span.to()).keeping();
        Optional<Payload> unchanged = source.unchanged(request);
        Answer<ExDateException> answer =
                unchanged.isPresent() ? new NyseExDateParser().parse(unchanged.get()) : asked(span, source, request);
        if (answer instanceof Answer.Failed<ExDateException> failed) {
            return Optional.of(failed.message());
        }
        List<ExDateException> rows = answer.rowsOrEmpty();
        // What is over may leave the page; what was announced stays on it.
        LocalDate today = run.context().marketDay();
        ExDateWindow.Span ahead = new ExDateWindow.Span(span.from().isAfter(today) ? span.from() : today, span.to());
        long had = store.exDates(ahead);
        Written written = store.writeExDates(rows, ahead);
        run.took(rows.size(), written);
        run.log().line("🏛️  %d ex-dates that are not record dates, %d new".formatted(rows.size(), written.added()));
        long has = rows.stream()
                .filter(row -> !row.exDate().isBefore(ahead.from()))
                .count();
        return new Shrinkage("ex-dates that are not record dates", ahead, had, has).objection(run.gate(), NAME);
    }

    private Answer<ExDateException> asked(ExDateWindow.Span span, SourceClient source, Request request)
            throws InterruptedException {
        run.requested();
        Optional<Path> program = browsers.find();
        if (program.isEmpty()) {
            return Answer.failed(
                    Failure.UNAVAILABLE,
                    "the browser " + browsers.set().orElse(Path.of("chromium")) + " (EXDATE_BROWSER) can't be run;"
                            + " install chromium (apt-get install chromium), set EXDATE_BROWSER to one, or disable the"
                            + " source with EXDATE_SOURCE_NYSE_ENABLED=false");
        }
        try {
            URI address = URI.create(site + PATH);
            ProxyRoute route = ProxyRoute.to(address, proxies);
            Payload page = new RenderedPage(program.get(), address, route, LONGEST).read(span);
            Answer<ExDateException> answer = new NyseExDateParser().parse(page);
            if (!(answer instanceof Answer.Failed<ExDateException>)) {
                source.keep(request, page);
            }
            return answer;
        } catch (IOException e) {
            return Answer.failed(Failure.UNAVAILABLE, "nyse " + PATH + ": " + e.getMessage());
        }
    }
}
