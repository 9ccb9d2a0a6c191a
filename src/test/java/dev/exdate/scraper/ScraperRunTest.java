package dev.exdate.scraper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.exdate.database.Handle;
import dev.exdate.database.bulk.Written;
import dev.exdate.finding.Finding;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import dev.exdate.settings.SourceId;
import dev.exdate.source.snowball.SnowballSource;
import dev.exdate.task.Assignment;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.Tally;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskLedger;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.web.Request;
import dev.exdate.web.SourceClient;
import dev.exdate.web.Web;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all scrapers do with pages that are good, partly good, refused or failed, and when their task fails. */
class ScraperRunTest {
    private static final Scraping SCRAPING = new Scraping(SnowballSource.SCRAPER, List.of(SnowballSource.ID), "pages");

    private final RecordingLog log = new RecordingLog();
    private final Ledger ledger = new Ledger();
    private final List<String> written = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Pages by a word for what becomes of them: good, partly, refused, failed, empty. */
    private final class Words implements Pages<String, String, String> {
        @Override
        public Unit unit(String page) {
            return Unit.page(page);
        }

        @Override
        public Answer<String> ask(String page) {
            asked.add(page);
            if (page.startsWith("torn")) {
                return torn(page);
            }
            return page.startsWith("failed")
                    ? Answer.failed(Failure.UNAVAILABLE, page + ": HTTP 503")
                    : Answer.rowsOrNothing(page.startsWith("empty") ? List.of() : List.of(page, page));
        }

        /** One row can't be read. */
        private static Answer<String> torn(String page) {
            RowCollector<String> rows = new RowCollector<>();
            int good = page.equals("torn a little") ? 9 : 8;
            for (int i = 0; i < good; i++) {
                rows.add(() -> page);
            }
            rows.add(() -> {
                throw new UnreadableCell("amount", "x");
            });
            return rows.answer("rows");
        }

        @Override
        public Judged<String> judge(String page, List<String> rows) {
            return page.startsWith("partly")
                    ? new Judged.Partly<>(rows.subList(0, 1), page + " lacks a row")
                    : page.startsWith("refused") ? Judged.refused(page + " is old") : Judged.taken(rows);
        }

        @Override
        public Written write(List<String> rows) {
            written.addAll(rows);
            return new Written(rows.size(), 0, 0, 0);
        }
    }

    @Test
    void whatIsGoodIsWrittenAndTheRestAskedForAgain() {
        assertThatThrownBy(() -> run(
                        Assignment.WHOLE, run -> run.ask(List.of("good", "partly", "refused", "failed"), new Words())))
                .isInstanceOfSatisfying(TaskFailed.class, failed -> {
                    assertThat(failed).hasMessageStartingWith("3 of 4 pages failed, the first: ");
                    assertThat(failed.tally()).isEqualTo(new Tally(4, 3, 3, 0, 0, 3));
                });
        assertThat(written).containsExactlyInAnyOrder("good", "good", "partly");
        assertThat(ledger.done).containsExactly("good");
        assertThat(ledger.failed).containsExactlyInAnyOrder("partly lacks a row", "refused is old", "failed: HTTP 503");
    }

    @Test
    void unreadableRowsAreCountedAndMoreThanOneInTenFailThePage() throws Exception {
        assertThatThrownBy(() -> run(Assignment.WHOLE, run -> run.ask(List.of("torn a little", "torn"), new Words())))
                .isInstanceOfSatisfying(
                        TaskFailed.class,
                        failed -> assertThat(failed.tally()).isEqualTo(new Tally(2, 17, 17, 0, 0, 1, 2)));
        assertThat(written).hasSize(17);
        assertThat(ledger.done).containsExactly("torn a little");
        assertThat(ledger.failed).singleElement().asString().startsWith("torn: 1 of 9 rows can't be read");
        assertThat(ledger.found)
                .extracting(Finding::field, Finding::reason)
                .first()
                .isEqualTo(
                        tuple("snowball torn a little", "1 of 10 rows can't be read; the first: not a amount: \"x\""));
    }

    @ParameterizedTest(name = "{0} good, {1} failed: {2}")
    @CsvSource(
            value = {
                "4; 1; ''",
                "3; 1; 1 of 4 pages failed, the first: failed0: HTTP 503",
                "0; 1; nothing could be read: failed0: HTTP 503",
                "0; 0; no dividend in any of 0 pages: the source is empty or its layout has changed"
            },
            delimiter = ';')
    void oneFailedPageInFiveIsBorne(int good, int failed, String reason) throws Exception {
        List<String> pages = new ArrayList<>();
        for (int i = 0; i < good; i++) {
            pages.add("good" + i);
        }
        for (int i = 0; i < failed; i++) {
            pages.add("failed" + i);
        }
        Scraping.Course course = run -> {
            run.expectRows();
            run.ask(pages, new Words());
        };
        if (reason.isEmpty()) {
            assertThat(run(Assignment.WHOLE, course)).isInstanceOf(TaskOutcome.Succeeded.class);
        } else {
            assertThatThrownBy(() -> run(Assignment.WHOLE, course))
                    .isInstanceOf(TaskFailed.class)
                    .hasMessage(reason);
        }
    }

    @Test
    void aPartOfTheWorkMayBeWithoutRows() throws Exception {
        Scraping.Course course = run -> {
            run.expectRows();
            run.ask(List.of("empty"), new Words());
        };
        assertThat(run(new Assignment(Optional.empty(), List.of(Unit.page("empty")), List.of(), Set.of()), course))
                .isInstanceOf(TaskOutcome.Succeeded.class);
        assertThatThrownBy(() -> run(Assignment.WHOLE, course)).hasMessageContaining("no dividend in any of 1 pages");
    }

    @Test
    void whatAnEarlierStartHasReadIsNotAskedForAgain() throws Exception {
        Assignment rest = Assignment.WHOLE.behind(Set.of(Unit.page("good1")));
        run(rest, run -> run.ask(List.of("good1", "good2"), new Words()));
        assertThat(asked).containsExactly("good2");
    }

    @Test
    void aRefusalFailsTheTaskHoweverMuchWasRead() {
        assertThatThrownBy(() -> run(Assignment.WHOLE, run -> {
                    run.ask(List.of("good"), new Words());
                    run.refuse("no list of 2029");
                }))
                .isInstanceOf(TaskFailed.class)
                .hasMessage("no list of 2029");
        assertThat(written).hasSize(2);
    }

    @Test
    void aListThatFailedIsNoneOfThePages() throws Exception {
        TaskOutcome outcome = run(Assignment.WHOLE, run -> {
            run.requested();
            run.missed(Unit.page("list"), "the list failed");
            run.ask(List.of("good"), new Words());
        });
        assertThat(outcome).isEqualTo(new TaskOutcome.Succeeded(new Tally(2, 2, 2, 0, 0, 1)));
    }

    @Test
    void withoutASourceTheTaskIsSkipped() throws Exception {
        assertThat(SCRAPING.run(id -> new Source(false), context(Assignment.WHOLE), run -> {}))
                .isEqualTo(new TaskOutcome.Skipped("the source snowball is disabled"));
    }

    private TaskOutcome run(Assignment assignment, Scraping.Course course) throws Exception {
        Web web = id -> new Source(true);
        return SCRAPING.run(web, context(assignment), course);
    }

    private TaskContext context(Assignment assignment) {
        return new TaskContext(
                UUID.randomUUID(),
                Instant.EPOCH,
                TaskOptions.ofTheRun(LocalDate.of(2026, 11, 20)),
                Set.of(),
                log,
                assignment,
                ledger);
    }

    private record Source(boolean usable) implements SourceClient {
        @Override
        public SourceId id() {
            return SnowballSource.ID;
        }

        @Override
        public <R> Answer<R> fetch(Request request, Parser<R> parser) {
            throw new IllegalStateException("these pages come from the test");
        }
    }

    private static final class Ledger implements TaskLedger {
        private final List<String> done = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();
        private final List<Finding> found = new ArrayList<>();

        @Override
        public void progress(Tally soFar) {}

        @Override
        public void progress(Handle handle, Tally soFar) {}

        @Override
        public void failed(Unit unit, String reason) {
            failed.add(reason);
        }

        @Override
        public void had(Unit unit) {}

        @Override
        public void done(Unit unit) {
            done.add(unit.name());
        }

        @Override
        public void found(Finding finding) {
            found.add(finding);
        }
    }
}
