package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.guard.Limits;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import dev.exdate.task.TaskLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the newest closes of many symbols in one request; the chart answers for those that are missing or doubtful, and
 * for all if the request fails. Thread-safe.
 */
final class SparkReader {
    private static final int FAILURES_IN_A_ROW = 3;

    /** So many charts must confirm that a session is missing before the closes are believed about it. */
    private static final int PROOFS = 20;

    private final SourceOrder sources;
    private final SymbolReader charts;
    private final LocalDate previousSession;
    private final LocalDate lastSession;
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int requests;
    private int closes;
    private int failures;
    private int confirmed;
    private int refuted;
    private Optional<String> givenUp = Optional.empty();

    SparkReader(SourceOrder sources, SymbolReader charts, TradingCalendar calendar, LocalDate lastSession) {
        this.sources = sources;
        this.charts = charts;
        this.previousSession = calendar.previousTradingDay(lastSession);
        this.lastSession = lastSession;
    }

    List<SymbolResult> read(DueSymbols.Batch batch) throws InterruptedException, SourcesDown {
        List<SymbolResult> results = new ArrayList<>();
        Optional<SymbolSource> source =
                batch.sparked() && trusted() ? sources.first(DataKind.PRICES) : Optional.empty();
        if (source.isEmpty() || source.get().symbolsAtOnce() < batch.symbols().size()) {
            for (DueSymbol due : batch.symbols()) {
                results.add(charts.read(due));
            }
            return results;
        }
        Map<Ticker, List<PriceBar>> read = closes(source.get(), batch.symbols());
        SparkRule rule = new SparkRule(source.get().id(), previousSession, lastSession, Limits.USUAL);
        for (DueSymbol due : batch.symbols()) {
            List<PriceBar> bars = read.get(due.ticker());
            SparkRule.Verdict verdict =
                    bars == null ? new SparkRule.Verdict.Doubtful("not in the answer") : rule.of(due, bars);
            results.add(
                    switch (verdict) {
                        case SparkRule.Verdict.Doubtful(String reason) -> chart(due, reason);
                        case SparkRule.Verdict.Accepted(List<PriceBar> accepted, boolean late) ->
                            late && !lateIsProven() ? proof(due) : result(due, source.get(), accepted);
                    });
        }
        return results;
    }

    private Map<Ticker, List<PriceBar>> closes(SymbolSource source, List<DueSymbol> symbols)
            throws InterruptedException {
        Answer<Map<Ticker, List<PriceBar>>> answer =
                source.newest(symbols.stream().map(DueSymbol::ticker).toList());
        synchronized (this) {
            requests++;
            if (answer instanceof Answer.Failed<Map<Ticker, List<PriceBar>>> failed) {
                failures++;
                if (failures >= FAILURES_IN_A_ROW) {
                    givenUp = Optional.of(failed.failure().word() + " (" + failed.message() + ")");
                }
                return Map.of();
            }
            failures = 0;
        }
        return answer instanceof Answer.Rows<Map<Ticker, List<PriceBar>>>(List<Map<Ticker, List<PriceBar>>> rows)
                ? rows.getFirst()
                : Map.of();
    }

    private synchronized boolean trusted() {
        return givenUp.isEmpty();
    }

    private synchronized boolean lateIsProven() {
        return confirmed >= PROOFS && refuted == 0;
    }

    private SymbolResult chart(DueSymbol due, String reason) throws InterruptedException, SourcesDown {
        synchronized (this) {
            reasons.merge(reason, 1, Integer::sum);
        }
        return charts.read(due);
    }

    /** The newest session is missing: is it the symbol, or are all these closes a day old? */
    private SymbolResult proof(DueSymbol due) throws InterruptedException, SourcesDown {
        SymbolResult result = chart(due, "newest session missing");
        boolean traded = result.bars().stream().anyMatch(bar -> bar.date().equals(lastSession));
        synchronized (this) {
            refuted += traded ? 1 : 0;
            confirmed += traded ? 0 : 1;
        }
        return result;
    }

    private SymbolResult result(DueSymbol due, SymbolSource source, List<PriceBar> bars) {
        synchronized (this) {
            closes++;
        }
        Answer<PriceBar> prices = new Answer.Rows<>(bars);
        Map<DataKind, KindOutcome> outcomes = new EnumMap<>(DataKind.class);
        Map<DataKind, SymbolReply> replies = new EnumMap<>(DataKind.class);
        outcomes.put(DataKind.PRICES, new KindOutcome.Data(List.of(new SourceAnswer(source.id(), prices))));
        replies.put(
                DataKind.PRICES,
                new SymbolReply(source.id(), prices, Answer.<Distribution>nothing(), Answer.<Split>nothing()));
        return new SymbolResult(due, outcomes, replies, false, lastSession);
    }

    synchronized void sayEnd(TaskLog log) {
        givenUp.ifPresent(reason -> log.line(
                "⚠️  Newest closes failed " + FAILURES_IN_A_ROW + " times in a row, charts instead: " + reason));
        if (requests > 0) {
            log.line("⚡ Newest closes of %,d symbols by %,d requests%s"
                    .formatted(
                            closes,
                            requests,
                            reasons.isEmpty()
                                    ? ""
                                    : reasons.entrySet().stream()
                                            .map(it -> it.getKey() + " " + it.getValue())
                                            .collect(Collectors.joining(", ", "; charts instead: ", ""))));
        }
    }
}
