package dev.exdate.scraper.cboe;

import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.guard.Guard;
import dev.exdate.guard.Limits;
import dev.exdate.guard.ShrinkRule;
import dev.exdate.scraper.Judged;
import dev.exdate.scraper.Pages;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.source.cboe.CboeClient;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.cboe.NoticeQuestion;
import dev.exdate.source.cboe.NoticedDividend;
import dev.exdate.task.Unit;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Notices; each is stored completely or not at all, because a stored notice is not requested again. */
record NoticePages(ScraperRun run, StoredNotices stored) implements Pages<NoticeQuestion, NoticedDividend, NoticeRow> {
    private static final ShrinkRule SHORT = ShrinkRule.ofNotices(Limits.USUAL.lists());

    @Override
    public Unit unit(NoticeQuestion notice) {
        return Unit.page(notice.address());
    }

    @Override
    public Answer<NoticedDividend> ask(NoticeQuestion notice) throws InterruptedException {
        return new CboeClient(run.source(CboeSource.ID)).details(notice);
    }

    @Override
    public void distrust(NoticeQuestion notice) {
        run.source(CboeSource.ID).distrust(CboeClient.request(notice));
    }

    @Override
    public Judged<NoticeRow> judge(NoticeQuestion notice, List<NoticedDividend> dividends) throws SQLException {
        List<NoticeRow> rows = dividends.stream()
                .map(dividend -> new NoticeRow(dividend, notice))
                .toList();
        Optional<String> objection = shortened(notice, rows);
        if (objection.isEmpty()) {
            objection =
                    stored.screen(rows, run.gate(), run.context().marketDay()).objection();
        }
        return objection.isPresent() ? Judged.refused(objection.get()) : Judged.taken(rows);
    }

    private Optional<String> shortened(NoticeQuestion notice, List<NoticeRow> rows) {
        int named = notice.named().size();
        long told = rows.stream()
                .map(row -> row.key().symbol())
                .filter(notice.named()::contains)
                .distinct()
                .count();
        return rows.isEmpty() || !SHORT.isShort(named, told)
                ? Optional.empty()
                : run.gate()
                        .objection(
                                Guard.SHORT,
                                notice.firm(),
                                "cboe's notice of %s by %s has rows for %d of its %d symbols"
                                        .formatted(notice.declaredDate(), notice.firm(), told, named));
    }

    @Override
    public Written write(List<NoticeRow> rows) throws SQLException {
        return stored.write(rows);
    }
}
