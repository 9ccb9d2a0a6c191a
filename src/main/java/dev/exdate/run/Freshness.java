package dev.exdate.run;

import dev.exdate.market.TradingCalendar;
import dev.exdate.run.listener.RunListener;
import dev.exdate.run.plan.TaskRun;
import dev.exdate.settings.SourceId;
import dev.exdate.source.alphavantage.AlphaVantageSource;
import dev.exdate.source.fmp.FmpSource;
import dev.exdate.source.globalx.GlobalXSource;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.source.nasdaqtrader.NasdaqTraderSource;
import dev.exdate.source.roundhill.RoundhillSource;
import dev.exdate.source.yieldmax.YieldMaxSource;
import dev.exdate.task.TaskName;
import dev.exdate.web.Evening;
import dev.exdate.web.KeptAnswers;
import dev.exdate.web.RequestCounts;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What sources said earlier in the evening of a run. */
@Dependent
public final class Freshness implements RunListener {
    /** Tasks that do not themselves tell which answer was implausible, with the sources that they ask. */
    private static final Map<TaskName, List<SourceId>> ASKED = Map.of(
            TaskName.DISCOVERY,
            List.of(NasdaqTraderSource.ID, NasdaqSource.ID, FmpSource.ID, AlphaVantageSource.ID),
            TaskName.HOLDINGS,
            List.of(YieldMaxSource.ID, RoundhillSource.ID, GlobalXSource.ID),
            TaskName.FUTURE_DIVIDENDS,
            List.of(NasdaqSource.ID, FmpSource.ID));

    private final KeptAnswers kept;
    private final RequestCounts counts;
    private final TradingCalendar calendar;
    private final Clock clock;

    public Freshness(KeptAnswers kept, RequestCounts counts, TradingCalendar calendar, Clock clock) {
        this.kept = kept;
        this.counts = counts;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param reuse whether an earlier run's answers are used instead of requests */
    public void begin(LocalDate marketDay, boolean reuse) {
        counts.begin();
        kept.begin(new Evening(marketDay, calendar.lastSession(clock.instant())), reuse);
    }

    /** What a task has failed with is not used again. */
    @Override
    public void taskEnded(TaskRun task) {
        if (task.failed()) {
            ASKED.getOrDefault(task.name(), List.of()).forEach(kept::forget);
        }
    }

    /** How many requests went out since the run began, by source. */
    SortedMap<String, Long> requests() {
        return counts.sinceBegin();
    }

    /** How many answers were used again, by source. */
    SortedMap<String, Integer> reused() {
        return kept.reused();
    }
}
