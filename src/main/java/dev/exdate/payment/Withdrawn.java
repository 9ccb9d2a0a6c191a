package dev.exdate.payment;

import dev.exdate.database.Handle;
import dev.exdate.finding.Code;
import dev.exdate.finding.Finding;
import dev.exdate.truth.EventDay;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The findings about payments that nobody lists any more. */
record Withdrawn(Handle handle) {
    private static final String REASON = "no source lists it any more";

    List<Finding> findings(Collection<EventDay> days) throws SQLException {
        String sql = """
                SELECT s.symbol, s.ex_date, s.source, s.amount
                FROM unnest(:symbols::text[], :days::date[]) AS gone (symbol, ex_date)
                JOIN exdate.statement s USING (symbol, ex_date)
                WHERE s.superseded_at = 'infinity' AND s.withdrawn_at < 'infinity' AND s.amount IS NOT NULL
                ORDER BY s.symbol, s.ex_date, s.source, s.kind, s.nth
                """;
        Map<EventDay, List<Finding.Said>> said = new LinkedHashMap<>();
        if (!days.isEmpty()) {
            Statements.days(handle.sql(sql), days).each(row -> {
                BigDecimal amount = row.getBigDecimal("amount");
                said.computeIfAbsent(Undecided.day(row), any -> new ArrayList<>())
                        .add(new Finding.Said(row.getString("source"), amount.toPlainString()));
            });
        }
        return said.entrySet().stream()
                .map(day -> new Finding(
                        Code.WITHDRAWAL,
                        day.getKey().symbol(),
                        day.getKey().exDate(),
                        "amount",
                        day.getValue(),
                        null,
                        REASON))
                .toList();
    }
}
