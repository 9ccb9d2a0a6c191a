package dev.exdate.scraper.yieldmax;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.Ticker;
import dev.exdate.scraper.ScraperRun;
import dev.exdate.source.yieldmax.YieldMaxClient;
import dev.exdate.source.yieldmax.YieldMaxSource;
import dev.exdate.task.Assignment;
import dev.exdate.task.Unit;
import dev.exdate.task.UnitKind;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The list of all funds, and which of their pages are asked for. */
final class FundCatalogue {

    private final ScraperRun run;
    private final StoredDistributions stored;

    FundCatalogue(ScraperRun run, StoredDistributions stored) {
        this.run = run;
        this.stored = stored;
    }

    /** @param knownSince where the catalogue cannot be read, the funds with a distribution since that day are asked */
    void read(FundPages pages, LocalDate knownSince) throws SQLException, InterruptedException {
        boolean whole = run.context().assignment().includes(Unit.page(YieldMaxClient.CATALOGUE));
        List<Ticker> funds = whole ? all(knownSince) : chosen(run.context().assignment());
        if (whole || !funds.isEmpty()) {
            pages.read(funds);
        }
    }

    /** Funds whose pages are asked for by themselves. */
    private static List<Ticker> chosen(Assignment assignment) {
        return assignment
                .only(UnitKind.PAGE)
                .filter(unit -> unit.name().matches(YieldMaxClient.CATALOGUE + "[a-z]{1,6}/"))
                .map(unit -> new Ticker(unit.name()
                        .substring(
                                YieldMaxClient.CATALOGUE.length(), unit.name().length() - 1)
                        .toUpperCase(Locale.ROOT)))
                .toList();
    }

    private List<Ticker> all(LocalDate knownSince) throws SQLException, InterruptedException {
        run.requested();
        Answer<Ticker> answer = believed(new YieldMaxClient(run.source(YieldMaxSource.ID)).catalogue());
        if (answer instanceof Answer.Rows<Ticker>(List<Ticker> funds)) {
            run.log().line("📋 Catalogue: %d funds".formatted(funds.size()));
            run.context().ledger().had(Unit.page(YieldMaxClient.CATALOGUE));
            return funds;
        }
        run.missed(
                Unit.page(YieldMaxClient.CATALOGUE),
                answer instanceof Answer.Failed<Ticker> failed ? failed.message() : "yieldmax: the catalogue is empty");
        List<Ticker> known = stored.fundsSince(knownSince);
        run.log()
                .line("📋 Without the catalogue: %d funds with a distribution since %s"
                        .formatted(known.size(), knownSince));
        return known;
    }

    private Answer<Ticker> believed(Answer<Ticker> catalogue) throws SQLException {
        Optional<String> objection = catalogue instanceof Answer.Rows<Ticker>(List<Ticker> funds)
                ? stored.objection(funds.size(), run.gate(), run.context().marketDay())
                : Optional.empty();
        if (objection.isEmpty()) {
            return catalogue;
        }
        run.source(YieldMaxSource.ID).distrust(YieldMaxClient.catalogueRequest());
        return Answer.failed(Failure.IMPLAUSIBLE, objection.get());
    }
}
