package dev.exdate.update;

import dev.exdate.database.Handle;
import dev.exdate.format.Answer;
import dev.exdate.market.Distribution;
import dev.exdate.market.Split;
import dev.exdate.payment.Reading;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Statement;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What symbols' answers say about dividends, zeros and days ahead included. */
record DividendReadings(LocalDate marketDay) {
    private record Said(String source, String symbol, LocalDate since, List<Statement> statements, boolean whole) {}

    List<Reading> of(Handle handle, List<SymbolResult> results) throws SQLException {
        List<Said> said =
                results.stream().flatMap(result -> said(result).stream()).toList();
        Map<String, List<EventDay>> held =
                held(handle, said.stream().filter(Said::whole).toList());
        return said.stream()
                .map(one -> Reading.whole(
                        one.source(),
                        one.symbol(),
                        one.since(),
                        one.statements(),
                        one.whole() ? held.getOrDefault(one.symbol(), List.of()) : List.of()))
                .toList();
    }

    private static List<Said> said(SymbolResult result) {
        String symbol = result.due().ticker().symbol();
        SymbolReply reply = result.replies().get(DataKind.DIVIDENDS);
        if (reply != null) {
            boolean good = reply.held().isEmpty() && !(reply.prices() instanceof Answer.Failed<?>);
            return List.of(new Said(
                    reply.source().id(),
                    symbol,
                    result.eventsFrom(),
                    Statement.of(reply.source().id(), rows(result)),
                    good));
        }
        // An answer without any dividend proves nothing: sources lose the events of a chart now and then.
        return List.of();
    }

    private static List<Statement.Row> rows(SymbolResult result) {
        List<LocalDate> splits = Stream.concat(result.splits().stream(), result.due().splits().stream())
                .map(Split::date)
                .sorted(Comparator.reverseOrder())
                .toList();
        return result.dividends().stream()
                .map(paid -> new Statement.Row(paid, beside(paid, splits)))
                .toList();
    }

    /** @param splits the newest first */
    private static Statement.Beside beside(Distribution paid, List<LocalDate> splits) {
        BigDecimal adjusted = paid.adjAmount();
        @Nullable LocalDate newest = splits.isEmpty() ? null : splits.getFirst();
        return adjusted == null || adjusted.compareTo(paid.amount()) == 0
                ? Statement.Beside.NOTHING
                : new Statement.Beside(
                        adjusted, newest != null && newest.isAfter(paid.exDate()) ? newest : null, null, null, null);
    }

    /** The days that these sources have stated within what was asked for, by symbol. */
    private Map<String, List<EventDay>> held(Handle handle, List<Said> said) throws SQLException {
        String sql = """
                SELECT DISTINCT s.symbol, s.ex_date
                FROM unnest(:sources::text[], :symbols::text[], :since::date[]) AS n (source, symbol, since)
                JOIN exdate.statement s ON s.symbol = n.symbol AND s.ex_date BETWEEN n.since AND :until AND s.source = n.source
                WHERE s.superseded_at = 'infinity' AND s.withdrawn_at = 'infinity' AND s.event_type = 'distribution'
                """;
        if (said.isEmpty()) {
            return Map.of();
        }
        List<EventDay> days = new ArrayList<>();
        handle.sql(sql)
                .bindArray("sources", "text", said.stream().map(Said::source).toList())
                .bindArray("symbols", "text", said.stream().map(Said::symbol).toList())
                .bindArray("since", "date", said.stream().map(Said::since).toList())
                .bind("until", marketDay)
                .each(row -> days.add(new EventDay(row.getString(1), row.getObject(2, LocalDate.class))));
        return days.stream().collect(Collectors.groupingBy(EventDay::symbol));
    }
}
