package dev.exdate.run.cost;

import dev.exdate.database.Database;
import dev.exdate.market.TradingCalendar;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.settings.Settings;
import dev.exdate.settings.SourceId;
import dev.exdate.settings.SourceSettings;
import dev.exdate.source.Source;
import dev.exdate.source.Sources;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.yahoo.YahooSource;
import dev.exdate.task.TaskName;
import dev.exdate.update.UpdateCost;
import dev.exdate.web.Evening;
import dev.exdate.web.KeptAnswers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The cost table of a run that has not begun. */
public final class NightCosts {
    private final Database database;
    private final Settings settings;
    private final TradingCalendar calendar;
    private final Instant now;

    public NightCosts(Database database, Settings settings, TradingCalendar calendar, Instant now) {
        this.database = database;
        this.settings = settings;
        this.calendar = calendar;
        this.now = now;
    }

    /** Sources of which nothing is known yet are left out. */
    public List<SourceCost> of(RunPlan plan) throws SQLException {
        SourceRequests requests = new SourceRequests(database);
        Map<String, Long> most = requests.most();
        Map<String, Long> kept =
                requests.kept(new Evening(plan.marketDay(), calendar.lastSession(now)), now.minus(KeptAnswers.LONGEST));
        List<SourceCost> costs = new ArrayList<>();
        for (Source source : Sources.ALL) {
            if (isUsable(source.id()) && isAsked(source, plan)) {
                cost(source.id(), plan, most, kept).ifPresent(costs::add);
            }
        }
        return costs;
    }

    private boolean isUsable(SourceId id) {
        SourceSettings source = settings.source(id);
        return source.enabled()
                && (source.profile().keySetting().isEmpty() || settings.key(id).isPresent());
    }

    /** By its own scraper; prices are the update's. */
    private static boolean isAsked(Source source, RunPlan plan) {
        boolean update = plan.reasonToSkip(TaskName.UPDATE).isEmpty();
        boolean prices = source.id().equals(YahooSource.ID) || source.id().equals(FmpSource.ID);
        return prices
                ? update
                : source.scraper()
                        .map(task -> plan.reasonToSkip(task).isEmpty())
                        .orElse(true);
    }

    private Optional<SourceCost> cost(SourceId id, RunPlan plan, Map<String, Long> most, Map<String, Long> kept)
            throws SQLException {
        double rate = rate(id);
        if (id.equals(FmpSource.ID)) {
            UpdateCost update = UpdateCost.of(database, calendar, plan.marketDay(), now);
            return Optional.of(SourceCost.of(
                    id.id(),
                    update.lists() + UpdateCost.KINDS * update.apart(),
                    rate,
                    String.format(
                            Locale.ROOT,
                            "%,d whole days and calendars, %,d symbols by themselves; all by themselves would be %,d",
                            update.lists(),
                            update.apart(),
                            UpdateCost.KINDS * update.due())));
        }
        if (id.equals(YahooSource.ID) && !isUsable(FmpSource.ID)) {
            UpdateCost update = UpdateCost.of(database, calendar, plan.marketDay(), now);
            return Optional.of(SourceCost.of(
                    id.id(),
                    update.closes() + update.charts(),
                    rate,
                    String.format(
                            Locale.ROOT,
                            "%,d for newest closes, %,d charts; a chart a symbol would be %,d",
                            update.closes(),
                            update.charts(),
                            update.due())));
        }
        long tonight = kept.getOrDefault(id.id(), 0L);
        if (tonight > 0) {
            return Optional.of(SourceCost.of(
                    id.id(), 1, rate, String.format(Locale.ROOT, "%,d pages were read earlier this evening", tonight)));
        }
        return most.containsKey(id.id())
                ? Optional.of(SourceCost.of(id.id(), most.get(id.id()), rate, "at most so many in the last whole runs"))
                : Optional.empty();
    }

    private double rate(SourceId id) {
        SourceSettings source = settings.source(id);
        return source.findsRate() ? source.profile().requestsPerSecond() : source.requestsPerSecond();
    }

    /** As lines for a person; the source that takes longest decides how long the run waits. */
    public static List<String> lines(List<SourceCost> costs) {
        if (costs.isEmpty()) {
            return List.of("Requests to expect: unknown before the first whole run");
        }
        List<String> lines = new ArrayList<>(List.of("Requests to expect:"));
        for (SourceCost cost : costs) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-14s %,7d  %8s  %s",
                    cost.source(),
                    cost.requests(),
                    words(cost.time()),
                    cost.basis()));
        }
        long all = costs.stream().mapToLong(SourceCost::requests).sum();
        Duration longest =
                costs.stream().map(SourceCost::time).max(Duration::compareTo).orElse(Duration.ZERO);
        lines.add(String.format(
                Locale.ROOT,
                "  %-14s %,7d  %8s  at the allowed pace, all sources side by side",
                "all",
                all,
                words(longest)));
        return lines;
    }

    private static String words(Duration time) {
        return time.toMinutes() >= 1
                ? time.toMinutes() + "m " + time.toSecondsPart() + "s"
                : Math.max(1, time.toSeconds()) + "s";
    }
}
