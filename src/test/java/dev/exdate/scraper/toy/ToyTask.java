package dev.exdate.scraper.toy;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.scraper.Asked;
import dev.exdate.scraper.Judged;
import dev.exdate.scraper.Pages;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.scraper.Scraping;
import dev.exdate.source.toy.ToyClient;
import dev.exdate.source.toy.ToyDividend;
import dev.exdate.source.toy.ToySource;
import dev.exdate.task.Task;
import dev.exdate.task.TaskContext;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOutcome;
import dev.exdate.task.Unit;
import dev.exdate.web.Web;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The dividends that go ex on the run's day, into {@code raw_dividends_toy}. */
final class ToyTask implements Task {
    private static final Scraping SCRAPING = new Scraping(ToySource.SCRAPER, List.of(ToySource.ID), "files");
    private static final Table<ToyDividend> TABLE = new Table<>(
            "public.raw_dividends_toy",
            List.of(
                    Column.text("symbol", row -> row.ticker().symbol()),
                    Column.date("ex_date", ToyDividend::exDate),
                    Column.numeric("amount", ToyDividend::amount)),
            List.of("symbol", "ex_date"),
            Table.Duplicates.lastWins());

    private final Web web;
    private final Database database;
    private final BulkWriter writer;

    ToyTask(Web web, Database database, BulkWriter writer) {
        this.web = web;
        this.database = database;
        this.writer = writer;
    }

    @Override
    public TaskName name() {
        return SCRAPING.task();
    }

    @Override
    public TaskOutcome run(TaskContext context) throws SQLException, InterruptedException, TaskFailed {
        return SCRAPING.run(web, context, this::scrape);
    }

    private void scrape(ScraperRun run) throws SQLException, InterruptedException {
        run.expectRows();
        ToyClient client = new ToyClient(run.source(ToySource.ID));
        Asked asked = run.ask(List.of(run.context().marketDay()), new Files(client, database, writer));
        run.log()
                .line("🧸 %d dividends, %d new"
                        .formatted(asked.read(), asked.written().added()));
    }

    private record Files(ToyClient client, Database database, BulkWriter writer)
            implements Pages<LocalDate, ToyDividend, ToyDividend> {
        @Override
        public Unit unit(LocalDate day) {
            return Unit.day(day);
        }

        @Override
        public Answer<ToyDividend> ask(LocalDate day) throws InterruptedException {
            return client.dividends(day);
        }

        @Override
        public Judged<ToyDividend> judge(LocalDate day, List<ToyDividend> rows) {
            return Judged.taken(rows);
        }

        @Override
        public Written write(List<ToyDividend> rows) throws SQLException {
            return database.inTransaction(handle -> writer.write(handle, TABLE, rows));
        }
    }
}
