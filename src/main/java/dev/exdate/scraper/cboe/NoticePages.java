package dev.exdate.scraper.cboe;

import dev.exdate.guard.ShrinkRule;
import dev.exdate.guard.Limits;
import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.guard.Guard;
import dev.exdate.guard.OverrideGate;
import dev.exdate.source.cboe.DetailsParser;
import dev.exdate.source.cboe.NoticedDividend;
import dev.exdate.task.FailureLog;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskLedger;
import dev.exdate.task.TaskLog;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import dev.exdate.web.ParallelFetch;
import dev.exdate.web.ParallelFetch.Answered;
import dev.exdate.web.SourceClient;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads notices and writes them as they come. */
final class NoticePages {
    private static final int PAGES_A_LINE = 50;
    private static final ShrinkRule SHORT = ShrinkRule.ofNotices(Limits.USUAL.lists());

    private final SourceClient source;
    private final StoredNotices stored;
    private final TaskLog log;
    private final TaskLedger ledger;
    private final FailureLog failures;
    private final OverrideGate gate;
    private final LocalDate marketDay;
    /** The day of the notice that each row written in this run is from: a later notice corrects an earlier one. */
    private final Map<NoticeRow.Key, LocalDate> declared = new HashMap<>();

    private Written written = Written.NOTHING;
    private long read;
    private int failed;
    private int done;

    NoticePages(SourceClient source, StoredNotices stored, TaskContext context, FailureLog failures) {
        this.source = source;
        this.stored = stored;
        this.log = context.log();
        this.ledger = context.ledger();
        this.failures = failures;
        this.gate = context.gate(TaskName.CBOE);
        this.marketDay = context.marketDay();
    }

    void read(List<NoticeQuestion> notices) throws SQLException, InterruptedException {
        ParallelFetch.<NoticeQuestion, Answer<NoticedDividend>, SQLException>askAll(
                notices, notice -> source.fetch(notice.request(), new DetailsParser()), answers -> {
                    take(answers);
                    if (done / PAGES_A_LINE != (done + answers.size()) / PAGES_A_LINE) {
                        log.line("📄 %d of %d notices".formatted(done + answers.size(), notices.size()));
                    }
                    done += answers.size();
                    ledger.progress(new Tally(
                            done, read, written.added(), written.changed(), written.same(), failures.count()));
                });
        log.line("📄 Notices: %d asked, %d read, %d dividends, %d new, %d changed"
                .formatted(done, done - failed, read, written.added(), written.changed()));
    }

    Written written() {
        return written;
    }

    long read() {
        return read;
    }

    int failed() {
        return failed;
    }

    private void take(List<Answered<NoticeQuestion, Answer<NoticedDividend>>> answers) throws SQLException {
        List<NoticeRow> rows = new ArrayList<>();
        List<NoticeQuestion> had = new ArrayList<>();
        for (Answered<NoticeQuestion, Answer<NoticedDividend>> it : answers) {
            List<NoticeRow> ofPage = it.answer().rowsOrEmpty().stream()
                    .map(dividend -> new NoticeRow(dividend, it.question()))
                    .toList();
            Optional<String> trouble = it.answer() instanceof Answer.Failed<NoticedDividend> refused
                    ? Optional.of(refused.message())
                    : objection(it.question(), ofPage);
            if (trouble.isPresent()) {
                failures.add(Unit.page(it.question().address()), trouble.get());
                failed++;
                continue;
            }
            had.add(it.question());
            for (NoticeRow row : ofPage) {
                read++;
                LocalDate day = it.question().declaredDate();
                LocalDate latest = declared.merge(row.key(), day, (one, other) -> one.isAfter(other) ? one : other);
                if (latest.equals(day)) {
                    rows.add(row);
                }
            }
        }
        written = written.plus(stored.write(rows));
        had.forEach(notice -> ledger.done(Unit.page(notice.address())));
    }

    /** A notice is taken as a whole or not at all: one that is stored is not asked for again. */
    private Optional<String> objection(NoticeQuestion notice, List<NoticeRow> rows) throws SQLException {
        int named = notice.named().size();
        long told = rows.stream()
                .map(row -> row.key().symbol())
                .filter(notice.named()::contains)
                .distinct()
                .count();
        if (!rows.isEmpty() && SHORT.isShort(named, told)) {
            Optional<String> objection = gate.objection(
                    Guard.SHORT,
                    notice.firm(),
                    "cboe's notice of %s by %s tells of %d of its %d symbols"
                            .formatted(notice.declaredDate(), notice.firm(), told, named));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return stored.screen(rows, gate, marketDay).objection();
    }
}
