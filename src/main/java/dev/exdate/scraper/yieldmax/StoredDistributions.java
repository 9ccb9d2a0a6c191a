package dev.exdate.scraper.yieldmax;

import dev.exdate.database.Database;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.database.bulk.Written;
import dev.exdate.guard.AnnouncedAmounts;
import dev.exdate.guard.ListLengths;
import dev.exdate.guard.OverrideGate;
import dev.exdate.guard.Screened;
import dev.exdate.market.Ticker;
import dev.exdate.source.globenewswire.ReleaseLink;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The distributions in the database. */
final class StoredDistributions {
    private static final int KEPT_PERCENT = 50;
    private static final AnnouncedAmounts.Table AMOUNTS =
            new AnnouncedAmounts.Table("raw_yieldmax_dividends", "amount", true);
    private static final AnnouncedAmounts.Columns<DistributionRow> SAID = new AnnouncedAmounts.Columns<>(
            row -> row.key().symbol(), row -> row.key().exDate(), DistributionRow::amount);

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
                WHERE ex_date >= ? AND symbol ~ '^[A-Z]{1,6}$'
                ORDER BY symbol
                """;
        return database.reading(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setObject(1, day);
                List<Ticker> funds = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        funds.add(new Ticker(row.getString(1)));
                    }
                }
                return funds;
            }
        });
    }

    /** The rows that these pages said last. */
    List<DistributionRow> saidBy(List<String> paths) throws SQLException {
        String sql = """
                SELECT symbol, ex_date, record_date, payment_date, declaration_date, amount, frequency, name, source_url
                FROM public.raw_yieldmax_dividends WHERE source_url = ANY (?::text[])
                """;
        return database.reading(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setArray(1, connection.createArrayOf("text", paths.toArray()));
                List<DistributionRow> rows = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        rows.add(new DistributionRow(
                                new DistributionRow.Key(row.getString(1), row.getObject(2, LocalDate.class)),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                row.getObject(5, LocalDate.class),
                                row.getBigDecimal(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9)));
                    }
                }
                return rows;
            }
        });
    }

    /** Those since the day that a fund page said, in this run or an earlier one. */
    Set<DistributionRow.Key> saidByFundPagesSince(LocalDate day) throws SQLException {
        String sql = """
                SELECT symbol, ex_date FROM public.raw_yieldmax_dividends
                WHERE ex_date >= ? AND source_url LIKE '%/our-etfs/%'
                """;
        return database.reading(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setObject(1, day);
                Set<DistributionRow.Key> keys = new HashSet<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        keys.add(new DistributionRow.Key(row.getString(1), row.getObject(2, LocalDate.class)));
                    }
                }
                return keys;
            }
        });
    }

    /** The releases that the stored rows of these are from, those from fund pages left out. */
    Map<DistributionRow.Key, ReleaseLink> releasesOf(Set<DistributionRow.Key> keys) throws SQLException {
        String sql = """
                SELECT symbol, ex_date, source_url
                FROM unnest(?::text[], ?::date[]) AS asked (symbol, ex_date)
                JOIN public.raw_yieldmax_dividends USING (symbol, ex_date)
                WHERE source_url LIKE '%/news-release/%'
                """;
        List<DistributionRow.Key> asked = List.copyOf(keys);
        return database.reading(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setArray(
                        1,
                        connection.createArrayOf(
                                "text",
                                asked.stream().map(DistributionRow.Key::symbol).toArray()));
                query.setArray(
                        2,
                        connection.createArrayOf(
                                "date",
                                asked.stream()
                                        .map(key -> key.exDate().toString())
                                        .toArray()));
                Map<DistributionRow.Key, ReleaseLink> releases = new HashMap<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        DistributionRow.Key key =
                                new DistributionRow.Key(row.getString(1), row.getObject(2, LocalDate.class));
                        ReleaseLink.ofPath(row.getString(3)).ifPresent(link -> releases.put(key, link));
                    }
                }
                return releases;
            }
        });
    }

    /** Holds a page's rows against what is stored. */
    Screened<DistributionRow> sift(List<DistributionRow> rows, OverrideGate gate, LocalDate marketDay)
            throws SQLException {
        return new AnnouncedAmounts<>(database, gate, AMOUNTS, SAID).sift(rows, marketDay);
    }

    /** Holds the catalogue's length against the last one. */
    Optional<String> objection(int funds, OverrideGate gate, LocalDate marketDay) throws SQLException {
        return new ListLengths(database, gate)
                .objection("yieldmax's catalogue of funds", marketDay, funds, KEPT_PERCENT);
    }

    /** In one transaction. */
    Written write(List<DistributionRow> rows) throws SQLException {
        return rows.isEmpty()
                ? Written.NOTHING
                : database.inTransaction(connection -> writer.write(connection, DistributionRow.TABLE, rows));
    }
}
