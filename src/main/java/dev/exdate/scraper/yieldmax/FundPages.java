package dev.exdate.scraper.yieldmax;

import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.guard.Screened;
import dev.exdate.market.Ticker;
import dev.exdate.source.yieldmax.CatalogueParser;
import dev.exdate.source.yieldmax.Declaration;
import dev.exdate.source.yieldmax.FundPageParser;
import dev.exdate.task.FailureLog;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import dev.exdate.web.ParallelFetch;
import dev.exdate.web.ParallelFetch.Answered;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the pages of all funds and writes each as it comes. */
final class FundPages {
    private static final String CATALOGUE = "/our-etfs/";
    private static final int PAGES_A_LINE = 25;

    private final SourceClient source;
    private final StoredDistributions stored;
    private final TaskContext context;
    private final TaskLog log;
    private final FailureLog failures;
    private final FundPageGuard doubts;
    private final Map<DistributionRow.Key, DistributionRow> said = new HashMap<>();
    private Written written = Written.NOTHING;
    private int asked;
    private int done;
    private long read;

    FundPages(SourceClient source, StoredDistributions stored, TaskContext context, FailureLog failures) {
        this.source = source;
        this.stored = stored;
        this.context = context;
        this.log = context.log();
        this.failures = failures;
        this.doubts = new FundPageGuard(stored, context.gate(TaskName.YIELDMAX), context.marketDay());
    }

    /** @param knownSince where the catalogue cannot be read, the funds with a distribution since that day are asked */
    PagesRead read(LocalDate knownSince) throws SQLException, InterruptedException {
        int before = failures.count();
        boolean whole = context.assignment().includes(Unit.page(CATALOGUE));
        List<Ticker> funds = whole ? catalogue(knownSince) : chosen();
        if (!whole && funds.isEmpty()) {
            return PagesRead.NONE;
        }
        int failedWithCatalogue = failures.count() - before;
        List<Ticker> left = context.assignment().left(funds, FundPages::unit);
        if (left.size() < funds.size()) {
            // What an earlier start of this run has read is as good as if it was read now.
            stored.saidBy(funds.stream().map(FundPages::path).toList()).forEach(row -> said.put(row.key(), row));
        }
        asked = left.size();
        ParallelFetch.<Ticker, Answer<Declaration>, SQLException>askAll(
                left, fund -> source.fetch(Request.of(path(fund)), new FundPageParser()), this::take);
        int failed = failures.count() - before - failedWithCatalogue;
        log.line("📄 Fund pages: %d asked, %d read, %d distributions, %d new, %d changed"
                .formatted(asked, asked - failed, read, written.added(), written.changed()));
        return new PagesRead((whole ? 1 : 0) + asked, asked, failed, read, written);
    }

    /** What the pages of this run say. */
    Map<DistributionRow.Key, DistributionRow> said() {
        return said;
    }

    /** Funds whose pages are asked for by themselves. */
    private List<Ticker> chosen() {
        return context.assignment()
                .only(UnitKind.PAGE)
                .filter(unit -> unit.name().matches(CATALOGUE + "[a-z]{1,6}/"))
                .map(unit -> new Ticker(unit.name()
                        .substring(CATALOGUE.length(), unit.name().length() - 1)
                        .toUpperCase(Locale.ROOT)))
                .toList();
    }

    private List<Ticker> catalogue(LocalDate knownSince) throws SQLException, InterruptedException {
        Answer<Ticker> answer = believed(source.fetch(Request.of(CATALOGUE), new CatalogueParser()));
        if (answer instanceof Answer.Rows<Ticker>(List<Ticker> funds)) {
            log.line("📋 Catalogue: %d funds".formatted(funds.size()));
            context.ledger().had(Unit.page(CATALOGUE));
            return funds;
        }
        failures.add(
                Unit.page(CATALOGUE),
                answer instanceof Answer.Failed<Ticker> failed ? failed.message() : "yieldmax: the catalogue is empty");
        List<Ticker> known = stored.fundsSince(knownSince);
        log.line("📋 Without the catalogue: %d funds with a distribution since %s".formatted(known.size(), knownSince));
        return known;
    }

    private Answer<Ticker> believed(Answer<Ticker> catalogue) throws SQLException {
        Optional<String> objection = catalogue instanceof Answer.Rows<Ticker>(List<Ticker> funds)
                ? stored.objection(funds.size(), context.gate(TaskName.YIELDMAX), context.marketDay())
                : Optional.empty();
        return objection.isPresent() ? Answer.failed(Failure.IMPLAUSIBLE, objection.get()) : catalogue;
    }

    private void take(List<Answered<Ticker, Answer<Declaration>>> pages) throws SQLException {
        List<DistributionRow> rows = new ArrayList<>();
        List<Unit> had = new ArrayList<>();
        for (Answered<Ticker, Answer<Declaration>> page : pages) {
            switch (page.answer()) {
                case Answer.Failed<Declaration> failed -> failures.add(unit(page.question()), failed.message());
                case Answer.Nothing<Declaration> none -> {
                    log.line("❔ " + page.question() + ": no distribution on its page yet");
                    had.add(unit(page.question()));
                }
                case Answer.Rows<Declaration>(List<Declaration> declared) -> {
                    List<DistributionRow> ofPage = rowsOf(page.question(), declared);
                    Screened<DistributionRow> screened = doubts.screen(path(page.question()), ofPage);
                    rows.addAll(screened.rows());
                    screened.objection().ifPresent(reason -> failures.add(unit(page.question()), reason));
                    if (!ofPage.isEmpty() && screened.held().isEmpty()) {
                        had.add(unit(page.question()));
                    }
                }
            }
        }
        rows.forEach(row -> said.put(row.key(), row));
        written = written.plus(stored.write(rows));
        had.forEach(context.ledger()::done);
        read += rows.size();
        if (done / PAGES_A_LINE != (done + pages.size()) / PAGES_A_LINE) {
            log.line("📄 %d of %d fund pages".formatted(done + pages.size(), asked));
        }
        done += pages.size();
        context.ledger()
                .progress(new Tally(done, read, written.added(), written.changed(), written.same(), failures.count()));
    }

    private List<DistributionRow> rowsOf(Ticker fund, List<Declaration> declared) {
        Ticker named = declared.getFirst().ticker();
        if (named != null && !named.equals(fund)) {
            failures.add(unit(fund), "yieldmax %s: the page is of %s, not of %s".formatted(path(fund), named, fund));
            return List.of();
        }
        return declared.stream()
                .map(it -> DistributionRow.of(fund.symbol(), it, path(fund)))
                .toList();
    }

    private static Unit unit(Ticker fund) {
        return Unit.page(path(fund));
    }

    private static String path(Ticker fund) {
        return Request.path("our-etfs", fund.symbol().toLowerCase(Locale.ROOT)) + "/";
    }
}
