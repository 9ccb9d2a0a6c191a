package dev.exdate.discovery;

import dev.exdate.format.Answer;
import dev.exdate.market.Ticker;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.source.nasdaq.ScreenerRow;
import dev.exdate.task.TaskLog;
import jakarta.enterprise.context.Dependent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** NASDAQ's screeners, which show the last sale of all shares and funds of the US exchanges in two requests. */
@Dependent
record ScreenerEvidence(NasdaqClient client) implements TradingEvidence {
    @Override
    public Set<Ticker> traded(TaskLog log) throws InterruptedException {
        Set<Ticker> traded = new HashSet<>();
        add(traded, "shares", client.shares(), log);
        add(traded, "funds", client.funds(), log);
        return traded;
    }

    private static void add(Set<Ticker> traded, String list, Answer<ScreenerRow> answer, TaskLog log) {
        switch (answer) {
            case Answer.Failed<ScreenerRow> failed -> log.line("⚠️  screener of " + list + ": " + failed.message());
            case Answer.Nothing<ScreenerRow> ignored -> log.line("⚠️  screener of " + list + ": empty list");
            case Answer.Rows<ScreenerRow>(List<ScreenerRow> rows) -> {
                int before = traded.size();
                rows.stream()
                        .filter(row -> row.lastSale() != null)
                        .map(ScreenerRow::ticker)
                        .forEach(traded::add);
                log.line("📋 screener of %s: %d symbols with a last sale".formatted(list, traded.size() - before));
            }
        }
    }
}
