package dev.exdate.scraper;

import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.format.LeftOut;
import dev.exdate.guard.FailureShareRule;
import dev.exdate.guard.Limits;
import dev.exdate.guard.OverrideGate;
import dev.exdate.settings.SourceId;
import dev.exdate.task.FailureLog;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.task.UnreadableRows;
import dev.exdate.web.CircuitBreaker;
import dev.exdate.web.ParallelFetch;
import dev.exdate.web.ParallelFetch.Answered;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a scraper: requests pages, records each in the ledger, counts, and finally decides whether the task failed.
 * For one thread.
 */
public final class ScraperRun {
    private static final int FAILURES_IN_A_ROW = 6;
    private static final int PAGES_A_LINE = 50;
    private static final FailureShareRule BEARABLE = FailureShareRule.of(Limits.USUAL.sources());

    private final Scraping scraping;
    private final TaskContext context;
    private final FailureLog failures;
    private final Map<SourceId, SourceClient> sources = new HashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private Asked all = Asked.NOTHING;
    private long requests;
    private long leftOutRows;
    private boolean expectsRows;
    private Optional<String> leftOut = Optional.empty();

    ScraperRun(Scraping scraping, Web web, TaskContext context) {
        this.scraping = scraping;
        this.context = context;
        this.failures = new FailureLog(context);
        scraping.sources().forEach(id -> sources.put(id, new CircuitBreaker(web.source(id), FAILURES_IN_A_ROW)));
    }

    /** One of the scraper's own. */
    public SourceClient source(SourceId id) {
        return Optional.ofNullable(sources.get(id))
                .orElseThrow(() -> new IllegalArgumentException(scraping.task().id() + " does not ask " + id.id()));
    }

    public TaskContext context() {
        return context;
    }

    public TaskLog log() {
        return context.log();
    }

    public OverrideGate gate() {
        return context.gate(scraping.task());
    }

    /** How many failures there have been so far. */
    public int failures() {
        return failures.count();
    }

    /** Requests the pages that an earlier start of the run has not read, and writes each as it arrives. */
    public <Q, A, R> Asked ask(Collection<Q> wanted, Pages<Q, A, R> pages) throws SQLException, InterruptedException {
        return askAll(context.assignment().left(wanted, pages::unit), pages);
    }

    /** Requests all of the pages, even those that an earlier start has read. */
    public <Q, A, R> Asked askAll(List<Q> questions, Pages<Q, A, R> pages) throws SQLException, InterruptedException {
        Asked before = all;
        ParallelFetch.<Q, Answer<A>, SQLException>askAll(questions, pages::ask, answers -> {
            take(pages, answers);
            sayProgress(all.pages() - before.pages() - answers.size(), answers.size(), questions.size());
        });
        return new Asked(
                all.pages() - before.pages(),
                all.failed() - before.failed(),
                all.read() - before.read(),
                all.written().minus(before.written()));
    }

    private <Q, A, R> void take(Pages<Q, A, R> pages, List<Answered<Q, Answer<A>>> answers) throws SQLException {
        List<R> rows = new ArrayList<>();
        List<Unit> done = new ArrayList<>();
        long failed = 0;
        long read = 0;
        long unreadable = 0;
        for (Answered<Q, Answer<A>> it : answers) {
            Unit unit = pages.unit(it.question());
            Judged<R> judged = it.answer() instanceof Answer.Failed<A> refused
                    ? Judged.refused(refused.message())
                    : pages.judge(it.question(), it.answer().rowsOrEmpty());
            Optional<LeftOut> leftOut = it.answer().leftOut();
            unreadable += UnreadableRows.note(log(), context.ledger(), scraping.task(), unit.name(), it.answer());
            switch (judged) {
                case Judged.Taken<R> taken
                when leftOut.filter(LeftOut::isMuch).isPresent() -> {
                    rows.addAll(taken.rows());
                    read += taken.read();
                    failed++;
                    failures.add(unit, unit.name() + ": " + leftOut.get().words());
                }
                case Judged.Taken<R> taken -> {
                    rows.addAll(taken.rows());
                    read += taken.read();
                    done.add(unit);
                }
                case Judged.Partly<R> partly -> {
                    rows.addAll(partly.rows());
                    read += partly.rows().size();
                    failed++;
                    failures.add(unit, partly.objection());
                    pages.distrust(it.question());
                }
                case Judged.Refused<R> refused -> {
                    failed++;
                    failures.add(unit, refused.reason());
                    pages.distrust(it.question());
                }
            }
        }
        Written written = rows.isEmpty() ? Written.NOTHING : pages.write(rows);
        done.forEach(context.ledger()::done);
        requests += answers.size();
        leftOutRows += unreadable;
        count(new Asked(answers.size(), failed, read, written));
    }

    /**
     * Requests pages that must be combined before writing. Report the rows with {@link #took}, then each page with
     * {@link #settled}.
     */
    public <Q, A> Map<Q, Answer<A>> collect(List<Q> questions, ParallelFetch.Ask<Q, Answer<A>> ask)
            throws InterruptedException {
        Map<Q, Answer<A>> collected = new LinkedHashMap<>();
        ParallelFetch.<Q, Answer<A>, RuntimeException>askAll(questions, ask, answers -> {
            requests += answers.size();
            answers.forEach(it -> collected.put(it.question(), it.answer()));
        });
        return collected;
    }

    private void sayProgress(long before, int now, int questions) {
        if (before / PAGES_A_LINE != (before + now) / PAGES_A_LINE) {
            log().line("📄 %d of %d %s".formatted(before + now, questions, scraping.pages()));
        }
    }

    private void count(Asked more) {
        all = all.plus(more);
        context.ledger().progress(tally());
    }

    /** Counts a request outside {@link #ask}, such as for a list of pages. */
    public void requested() {
        requests++;
    }

    /** Counts rows written outside {@link #ask}. */
    public void took(long read, Written written) {
        count(new Asked(0, 0, read, written));
    }

    /** Records a page that was read outside {@link #ask}, after its rows were written. */
    public void settled(Unit page, Optional<String> trouble) {
        trouble.ifPresentOrElse(
                reason -> failures.add(page, reason), () -> context.ledger().done(page));
        count(new Asked(1, trouble.isPresent() ? 1 : 0, 0, Written.NOTHING));
    }

    /** Records the failure of a list of pages for which there is another way. */
    public void missed(Unit list, String reason) {
        failures.add(list, reason);
    }

    /** Fails the task, whatever else was read. */
    public void refuse(String reason) {
        refusals.add(reason);
    }

    /** Makes the task fail if it reads nothing, because the requested pages cannot all be empty. */
    public void expectRows() {
        expectsRows = true;
    }

    /** Notes what was left out because this machine lacks a program, and what to install. */
    public void leaveOut(String what) {
        leftOut = Optional.of(what);
        log().line("⏭️  left out: " + what);
    }

    public Tally tally() {
        return new Tally(
                requests,
                all.read(),
                all.written().added(),
                all.written().changed(),
                all.written().same(),
                failures.count(),
                leftOutRows);
    }

    TaskOutcome conclude() throws TaskFailed {
        failures.close();
        Optional<String> reason = reasonToFail();
        if (reason.isPresent()) {
            sources.values().forEach(SourceClient::distrustAll);
            throw new TaskFailed(reason.get(), tally());
        }
        return new TaskOutcome.Succeeded(tally(), leftOut);
    }

    private Optional<String> reasonToFail() {
        if (!refusals.isEmpty()) {
            return Optional.of(String.join("; ", refusals));
        }
        if (all.read() == 0 && failures.count() > 0) {
            return Optional.of("nothing could be read: " + failures.first());
        }
        if (BEARABLE.isTooMany(all.failed(), all.pages())) {
            return Optional.of("%d of %d %s failed, the first: %s"
                    .formatted(all.failed(), all.pages(), scraping.pages(), failures.first()));
        }
        return all.read() == 0 && expectsRows && context.assignment().isWhole()
                ? Optional.of("no dividend in any of %d %s: the source is empty or its layout has changed"
                        .formatted(all.pages(), scraping.pages()))
                : Optional.empty();
    }
}
