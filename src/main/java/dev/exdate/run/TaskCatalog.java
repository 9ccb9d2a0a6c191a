package dev.exdate.run;

import dev.exdate.backup.BackupTask;
import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.discovery.ClassifyEtfsTask;
import dev.exdate.discovery.Directories;
import dev.exdate.market.TradingCalendar;
import dev.exdate.process.Version;
import dev.exdate.run.plan.TaskOptions;
import dev.exdate.scraper.cboe.CboeTask;
import dev.exdate.scraper.nasdaq.NasdaqTask;
import dev.exdate.scraper.nyse.NyseTask;
import dev.exdate.scraper.snowball.SnowballTask;
import dev.exdate.scraper.yieldmax.YieldMaxTask;
import dev.exdate.settings.Settings;
import dev.exdate.settings.SourceId;
import dev.exdate.task.Task;
import dev.exdate.task.TaskName;
import dev.exdate.update.UpdateTask;
import dev.exdate.web.Web;
import dev.exdate.web.browser.Browsers;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All tasks, put together from what the session has. */
public final class TaskCatalog {
    private final Session session;
    private final Database database;
    private final Settings settings;
    private final TradingCalendar calendar;
    private final Clock clock;

    /** @param database as the run may write it */
    public TaskCatalog(Session session, Database database, Settings settings, TradingCalendar calendar, Clock clock) {
        this.session = session;
        this.database = database;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    public Map<TaskName, Task> tasks(TaskOptions options) {
        Web web = session.web();
        BulkWriter writer = new CopyBulkWriter();
        Enrichment enrichment = new Enrichment(web, database, writer, clock);
        Map<TaskName, Task> tasks = new EnumMap<>(TaskName.class);
        for (Task task : List.of(
                new Directories(web, database, clock).discovery(options.validate()),
                new ClassifyEtfsTask(database, clock),
                new YieldMaxTask(web, database, writer),
                new CboeTask(web, database, writer, options.scraping().cboeYears()),
                new NasdaqTask(web, database, writer, options.scraping().window()),
                new NyseTask(
                        web,
                        database,
                        writer,
                        options.scraping().window(),
                        Browsers.onThisMachine(settings.browser()),
                        settings.source(SourceId.NYSE)),
                new SnowballTask(
                        web, database, writer, clock, options.scraping().snowballCategories()),
                new UpdateTask(
                        web,
                        database,
                        writer,
                        calendar,
                        clock,
                        options.update().failingAbove(settings.updateFailureShare())),
                enrichment.companies(options.companiesLimit()),
                enrichment.holdings(),
                enrichment.futureDividends(options.daysAhead()),
                new BackupTask(database, session.address(), settings.backup(), clock, Version.number()))) {
            tasks.put(task.name(), task);
        }
        return tasks;
    }
}
