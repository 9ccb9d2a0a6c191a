package dev.exdate.scraper.yieldmax;

import dev.exdate.database.AmountHistories;
import dev.exdate.database.Database;
import dev.exdate.database.ListLengths;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Written;
import dev.exdate.guard.AnnouncedAmounts;
import dev.exdate.guard.Limits;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Screened;
import dev.exdate.guard.ShrinkRule;
import dev.exdate.market.Ticker;
import dev.exdate.payment.Reading;
import dev.exdate.payment.Statements;
import dev.exdate.settings.SourceId;
import dev.exdate.source.globenewswire.ReleaseLink;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The distributions in the database. */
final class StoredDistributions {
    private static final ShrinkRule SHORT = ShrinkRule.ofLists(Limits.USUAL.lists());
    private static final AmountHistories.Table AMOUNTS =
            new AmountHistories.Table("raw_yieldmax_dividends", "amount", true);
    private static final AnnouncedAmounts<DistributionRow> SAID =
            AnnouncedAmounts.of(row -> row.key().symbol(), row -> row.key().exDate(), DistributionRow::amount);

    private final Database database;
    private final BulkWriter writer;

    StoredDistributions(Database database, BulkWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /** Funds with a distribution since the day. */
    List<Ticker> fundsSince(LocalDate day) throws SQLException {
        String sql = """
                SELECT DISTINCT symbol FROM public.raw_yieldmax_dividends
                WHERE ex_date >= :day AND symbol ~ '^[A-Z]{1,6}$'
                ORDER BY symbol
                """;
        return database.reading(handle -> handle.sql(sql).bind("day", day).list(row -> new Ticker(row.getString(1))));
    }

    /** The rows that these pages said last. */
    List<DistributionRow> saidBy(List<String> paths) throws SQLException {
        String sql = """
                SELECT symbol, ex_date, record_date, payment_date, declaration_date, amount, frequency, name, source_url
                FROM public.raw_yieldmax_dividends WHERE source_url = ANY (:paths::text[])
                """;
        return database.reading(handle -> handle.sql(sql)
                .bindArray("paths", "text", paths)
                .list(row -> new DistributionRow(
                        key(row),
                        row.getObject("record_date", LocalDate.class),
                        row.getObject("payment_date", LocalDate.class),
                        row.getObject("declaration_date", LocalDate.class),
                        row.getBigDecimal("amount"),
                        row.getString("frequency"),
                        row.getString("name"),
                        row.getString("source_url"))));
    }

    /** Those since the day that a fund page said, in this run or an earlier one. */
    Set<DistributionRow.Key> saidByFundPagesSince(LocalDate day) throws SQLException {
        String sql = """
                SELECT symbol, ex_date FROM public.raw_yieldmax_dividends
                WHERE ex_date >= :day AND source_url LIKE '%/our-etfs/%'
                """;
        return new HashSet<>(
                database.reading(handle -> handle.sql(sql).bind("day", day).list(row -> key(row))));
    }

    /** The releases that the stored rows of these are from, those from fund pages left out. */
    Map<DistributionRow.Key, ReleaseLink> releasesOf(Set<DistributionRow.Key> keys) throws SQLException {
        String sql = """
                SELECT symbol, ex_date, source_url
                FROM unnest(:symbols::text[], :days::date[]) AS asked (symbol, ex_date)
                JOIN public.raw_yieldmax_dividends USING (symbol, ex_date)
                WHERE source_url LIKE '%/news-release/%'
                """;
        List<DistributionRow.Key> asked = List.copyOf(keys);
        return database.reading(handle -> {
            Map<DistributionRow.Key, ReleaseLink> releases = new HashMap<>();
            handle.sql(sql)
                    .bindArray(
                            "symbols",
                            "text",
                            asked.stream().map(DistributionRow.Key::symbol).toList())
                    .bindArray(
                            "days",
                            "date",
                            asked.stream().map(DistributionRow.Key::exDate).toList())
                    .each(row -> {
                        DistributionRow.Key key = key(row);
                        ReleaseLink.ofPath(row.getString("source_url")).ifPresent(link -> releases.put(key, link));
                    });
            return releases;
        });
    }

    private static DistributionRow.Key key(ResultSet row) throws SQLException {
        return new DistributionRow.Key(row.getString("symbol"), row.getObject("ex_date", LocalDate.class));
    }

    /** Compares a page's rows with the stored ones. */
    Screened<DistributionRow> screen(List<DistributionRow> rows, OverrideGate gate, LocalDate marketDay)
            throws SQLException {
        return new AmountHistories(database, AMOUNTS).screen(SAID, rows, gate, marketDay);
    }

    /** Compares the catalogue's length with the last one. */
    Optional<String> objection(int funds, OverrideGate gate, LocalDate marketDay) throws SQLException {
        return new ListLengths(database, gate).objection("yieldmax's catalogue of funds", marketDay, funds, SHORT);
    }

    /**
     * In one transaction.
     *
     * @param source whose pages they are
     * @param said what the pages say, also of rows that leave stored ones alone
     * @param whole pages that hold all since their oldest row: what is missing on them is withdrawn
     */
    Written write(List<DistributionRow> rows, SourceId source, Collection<DistributionRow> said, Set<String> whole)
            throws SQLException {
        Map<String, List<DistributionRow>> pages =
                said.stream().collect(Collectors.groupingBy(row -> String.valueOf(row.sourcePath())));
        if (rows.isEmpty() && pages.isEmpty()) {
            return Written.NOTHING;
        }
        Map<String, List<DistributionRow>> held = saidBy(List.copyOf(whole)).stream()
                .collect(Collectors.groupingBy(row -> String.valueOf(row.sourcePath())));
        List<Reading> readings = new ArrayList<>();
        pages.forEach(
                (page, listed) -> readings.add(reading(source.id(), page, listed, held.getOrDefault(page, List.of()))));
        return database.inTransaction(handle -> {
            new Statements(writer).append(handle, readings);
            return writer.write(handle, DistributionRow.TABLE, rows);
        });
    }

    private static Reading reading(
            String source, String page, List<DistributionRow> listed, List<DistributionRow> held) {
        LocalDate oldest = listed.stream()
                .map(row -> row.key().exDate())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return Reading.whole(
                source,
                page,
                oldest,
                Statement.of(
                        source,
                        listed.stream().flatMap(row -> row.said().stream()).toList()),
                held.stream()
                        .map(row -> new EventDay(row.key().symbol(), row.key().exDate()))
                        .filter(day -> !day.exDate().isBefore(oldest))
                        .toList());
    }
}
