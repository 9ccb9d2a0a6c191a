package dev.exdate.scraper.cboe;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.TradingCalendar;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.source.cboe.CboeClient;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.source.cboe.Notice;
import dev.exdate.source.cboe.NoticeQuestion;
import dev.exdate.task.Unit;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which notices are to be read: from the lists of years, or by issuer and declaration day without them. */
final class NoticeList {
    private static final int DAYS_WITHOUT_LIST = 21;
    private static final int DAYS_OPEN_TO_CORRECTION = 10;

    /** The issuer to ask for if no stored notice names one; it declares every week. */
    private static final List<String> ISSUERS = List.of("Roundhill Financial Inc.");

    private final ScraperRun run;
    private final StoredNotices stored;
    private final LocalDate today;

    NoticeList(ScraperRun run, StoredNotices stored) {
        this.run = run;
        this.stored = stored;
        this.today = run.context().marketDay();
    }

    /** The notices not stored yet or open to correction, newest first. */
    List<NoticeQuestion> due(int year) throws SQLException, InterruptedException {
        Answer<Notice> answer = believed(year, ask(year));
        if (answer instanceof Answer.Rows<Notice>(List<Notice> notices)) {
            List<NoticeQuestion> questions =
                    notices.stream().map(NoticeQuestion::of).distinct().toList();
            List<NoticeQuestion> due = stored.due(questions, recentSince());
            run.log()
                    .line("📋 %d: %d notices, %d of them not stored or younger than %d days"
                            .formatted(year, questions.size(), due.size(), DAYS_OPEN_TO_CORRECTION));
            run.context().ledger().had(unit(year));
            return due;
        }
        boolean newYear = today.getYear() == year && today.getDayOfYear() <= DAYS_OPEN_TO_CORRECTION;
        if (answer instanceof Answer.Nothing<Notice> && newYear) {
            run.log().line("📋 %d: no notice yet".formatted(year));
            return List.of();
        }
        String trouble = answer instanceof Answer.Failed<Notice> failed
                ? failed.message()
                : "cboe %s: the list of %d is empty".formatted(CboeClient.LISTS, year);
        run.missed(unit(year), trouble);
        run.source(CboeSource.ID).distrust(CboeClient.request(year));
        if (year == today.getYear()) {
            return byDay();
        }
        run.refuse("no list of notices for %d: %s".formatted(year, trouble));
        return List.of();
    }

    private Answer<Notice> ask(int year) throws InterruptedException {
        run.requested();
        return new CboeClient(run.source(CboeSource.ID)).year(year);
    }

    private static Unit unit(int year) {
        return Unit.page(CboeClient.yearTarget(year));
    }

    private Answer<Notice> believed(int year, Answer<Notice> answer) throws SQLException {
        Optional<String> objection = answer instanceof Answer.Rows<Notice>(List<Notice> notices)
                ? stored.objection(year, notices.size(), run.gate(), today)
                : Optional.empty();
        return objection.isPresent() ? Answer.failed(Failure.IMPLAUSIBLE, objection.get()) : answer;
    }

    /**
     * In the first days of a year the notices of the last days of the old one: those not stored yet and those open to
     * correction. Empty on other days; without that list the days themselves are asked for.
     */
    List<NoticeQuestion> dueOfOldYear() throws SQLException, InterruptedException {
        int year = recentSince().getYear();
        if (year == today.getYear()) {
            return List.of();
        }
        Answer<Notice> answer = ask(year);
        if (answer instanceof Answer.Failed<Notice> failed) {
            run.missed(unit(year), failed.message());
            return List.of();
        }
        List<NoticeQuestion> due = answer.rowsOrEmpty().stream()
                .filter(notice -> !notice.declaredDate().isBefore(recentSince()))
                .map(NoticeQuestion::of)
                .distinct()
                .toList();
        run.log().line("📋 %d: %d notices since %s".formatted(year, due.size(), recentSince()));
        return due;
    }

    /** The year whose list the page is; empty for another page. */
    static Optional<Integer> yearOf(Unit page) {
        String beginning = CboeClient.LISTS + "?year=";
        return page.name().startsWith(beginning)
                ? Optional.of(Integer.valueOf(page.name().substring(beginning.length())))
                : Optional.empty();
    }

    private List<NoticeQuestion> byDay() throws SQLException {
        List<String> known = stored.firms();
        List<String> firms = known.isEmpty() ? ISSUERS : known;
        List<NoticeQuestion> questions = new ArrayList<>();
        for (int back = 0; back < DAYS_WITHOUT_LIST; back++) {
            LocalDate day = today.minusDays(back);
            if (!TradingCalendar.isWeekend(day)) {
                firms.forEach(firm -> questions.add(new NoticeQuestion(day, firm, null)));
            }
        }
        List<NoticeQuestion> due = stored.dueByDay(questions, recentSince());
        run.log()
                .line("📋 Without the list: %d issuers, %d declaration days to ask for"
                        .formatted(firms.size(), due.size()));
        return due;
    }

    /** The first day with notices that may still change. */
    private LocalDate recentSince() {
        return today.minusDays(DAYS_OPEN_TO_CORRECTION - 1L);
    }
}
