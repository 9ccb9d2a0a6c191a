package dev.exdate.scraper.cboe;

import dev.exdate.database.Handle;
import dev.exdate.database.Sql;
import dev.exdate.market.Distribution;
import dev.exdate.market.Ticker;
import dev.exdate.payment.Reading;
import dev.exdate.source.cboe.CboeSource;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What notices say about days, each with the other notices of the same day: one may state the income, another the gain.
 * Of two about the same kind of payment the later one counts.
 */
record NoticeStatements(Handle handle, List<NoticeRow> rows) {
    private static final String SOURCE = CboeSource.ID.id();

    /** What the notices themselves stated otherwise before: another pay date or type. */
    void removeReplaced() throws SQLException {
        String sql = """
                WITH said AS MATERIALIZED (
                    SELECT * FROM unnest(:symbols::text[], :days::date[], :pays::date[], :types::text[], :addresses::text[])
                                  AS said (symbol, ex_date, payment_date, distribution_type, notification))
                DELETE FROM public.raw_dividends_cboe c
                USING (SELECT DISTINCT symbol, ex_date, notification FROM said) d
                WHERE c.symbol = d.symbol AND c.ex_date = d.ex_date AND c.notification = d.notification
                  AND NOT EXISTS (
                      SELECT FROM said n
                      WHERE n.symbol = c.symbol AND n.ex_date = c.ex_date
                        AND n.payment_date IS NOT DISTINCT FROM c.payment_date
                        AND n.distribution_type IS NOT DISTINCT FROM c.distribution_type)
                """;
        days(handle.sql(sql))
                .bindArray(
                        "pays",
                        "date",
                        rows.stream().map(row -> row.key().payDate()).toList())
                .bindArray(
                        "types",
                        "text",
                        rows.stream().map(row -> row.key().type()).toList())
                .bindArray("addresses", "text", addresses())
                .execute();
    }

    /** The days that these notices have stated. */
    List<EventDay> held() throws SQLException {
        String sql = """
                SELECT DISTINCT symbol, ex_date FROM public.raw_dividends_cboe
                WHERE notification = ANY (:addresses::text[]) AND ex_date IS NOT NULL
                """;
        return handle.sql(sql)
                .bindArray("addresses", "text", addresses().stream().distinct().toList())
                .list(NoticeStatements::day);
    }

    /** @param held the days that they have stated before */
    List<Reading> readings(List<EventDay> held) throws SQLException {
        String sql = """
                SELECT DISTINCT ON (c.symbol, c.ex_date, c.distribution_type, c.amount)
                       c.symbol, c.ex_date, c.amount, c.record_date, c.payment_date, c.declaration_date, c.frequency,
                       c.distribution_type, c.notification
                FROM (SELECT DISTINCT * FROM unnest(:symbols::text[], :days::date[])) AS d (symbol, ex_date)
                JOIN public.raw_dividends_cboe c USING (symbol, ex_date)
                WHERE c.amount IS NOT NULL AND NOT EXISTS (
                    SELECT FROM public.raw_dividends_cboe later
                    WHERE later.symbol = c.symbol AND later.ex_date = c.ex_date
                      AND later.distribution_type IS NOT DISTINCT FROM c.distribution_type
                      AND later.declaration_date > c.declaration_date)
                ORDER BY c.symbol, c.ex_date, c.distribution_type, c.amount, c.declaration_date DESC, c.id
                """;
        List<Statement.Row> stated = new ArrayList<>();
        Map<EventDay, String> notices = new HashMap<>();
        days(handle.sql(sql)).each(row -> {
            stated.add(said(row));
            notices.putIfAbsent(day(row), String.valueOf(row.getString("notification")));
        });
        List<Reading> readings = new ArrayList<>();
        Statement.of(SOURCE, stated).stream()
                .collect(Collectors.groupingBy(one -> notices.getOrDefault(one.day(), "")))
                .forEach((address, said) -> readings.add(new Reading(SOURCE, address, Reading.ALWAYS, said)));
        List<EventDay> gone = Reading.gone(held, notices.keySet());
        readings.add(new Reading(SOURCE, "notices", Reading.ALWAYS, List.of(), gone));
        return readings;
    }

    private static Statement.Row said(ResultSet row) throws SQLException {
        return new Statement.Row(
                new Distribution(
                        new Ticker(row.getString("symbol")),
                        row.getObject("ex_date", LocalDate.class),
                        row.getObject("record_date", LocalDate.class),
                        row.getObject("payment_date", LocalDate.class),
                        row.getObject("declaration_date", LocalDate.class),
                        row.getBigDecimal("amount"),
                        null,
                        row.getString("frequency"),
                        null,
                        row.getString("distribution_type")),
                Statement.Beside.NOTHING);
    }

    private static EventDay day(ResultSet row) throws SQLException {
        return new EventDay(row.getString("symbol"), row.getObject("ex_date", LocalDate.class));
    }

    private List<String> addresses() {
        return rows.stream().map(row -> row.notice().address()).toList();
    }

    private Sql days(Sql sql) {
        return sql.bindArray(
                        "symbols",
                        "text",
                        rows.stream().map(row -> row.key().symbol()).toList())
                .bindArray(
                        "days",
                        "date",
                        rows.stream().map(row -> row.key().exDate()).toList());
    }
}
