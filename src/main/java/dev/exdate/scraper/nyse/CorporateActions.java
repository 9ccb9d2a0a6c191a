package dev.exdate.scraper.nyse;

import dev.exdate.database.bulk.Written;
import dev.exdate.format.Answer;
import dev.exdate.guard.Guard;
import dev.exdate.guard.Limits;
import dev.exdate.guard.StatedCountRule;
import dev.exdate.market.ExDateWindow;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.source.nyse.ActionPage;
import dev.exdate.source.nyse.CorporateAction;
import dev.exdate.source.nyse.NyseClient;
import dev.exdate.source.nyse.NyseSource;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The exchange's corporate actions, page by page: each says whether there is another. */
record CorporateActions(ScraperRun run, NyseStore store) implements Listing {
    private static final StatedCountRule COUNT = StatedCountRule.of(Limits.USUAL.lists());
    private static final String NAME = "actions";
    private static final int MOST_PAGES = 1000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> read(ExDateWindow.Span span) throws SQLException, InterruptedException {
        long had = store.actions(span);
        Set<CorporateAction> seen = new HashSet<>();
        Written written = Written.NOTHING;
        int announced = 0;
        boolean more = true;
        for (int page = 1; more && page <= MOST_PAGES; page++) {
            Answer<ActionPage> answer = ask(span, page);
            if (answer instanceof Answer.Failed<ActionPage> failed) {
                return Optional.of(failed.message());
            }
            ActionPage read = answer.rowsOrEmpty().stream().findFirst().orElse(ActionPage.NONE);
            Written now = store.writeActions(read.actions());
            run.took(read.actions().size(), now);
            written = written.plus(now);
            announced = Math.max(announced, read.count());
            // A list that ignores the page number would never end.
            more = seen.addAll(read.actions()) && !read.last();
        }
        run.log().line("📜 %d corporate actions, %d new".formatted(seen.size(), written.added()));
        return objection(span, announced, seen.size(), had);
    }

    private Answer<ActionPage> ask(ExDateWindow.Span span, int page) throws InterruptedException {
        run.requested();
        return new NyseClient(run.source(NyseSource.ID)).actions(span, page);
    }

    /** @param announced the count that the list states */
    private Optional<String> objection(ExDateWindow.Span span, int announced, int read, long had) {
        return COUNT.isCutOff(announced, read)
                ? run.gate()
                        .objection(
                                Guard.SHORT,
                                NAME,
                                "nyse gives %d of its stated %d corporate actions from %s to %s"
                                        .formatted(read, announced, span.from(), span.to()))
                : new Shrinkage("corporate actions", span, had, read).objection(run.gate(), NAME);
    }
}
