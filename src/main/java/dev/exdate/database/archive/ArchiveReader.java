package dev.exdate.database.archive;

import dev.exdate.database.Database;
import dev.exdate.format.Payload;
import dev.exdate.settings.ArchiveSettings;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what is kept. */
public record ArchiveReader(Database database, ArchiveSettings settings) {
    private static final String COLUMNS = "r.id, r.source, r.address, r.status, r.content_type, r.answered_at, r.hash";

    /**
     * Which answers.
     *
     * @param source empty for all
     * @param since a day of New York
     * @param most so many, the newest
     */
    public record Selection(String source, LocalDate since, int most) {}

    /** The newest first. */
    public List<Response> list(Selection selection) throws SQLException {
        String sql = """
                SELECT %s FROM exdate.response r
                WHERE (:source = '' OR r.source = :source)
                  AND r.answered_at >= :since::date::timestamp AT TIME ZONE 'America/New_York'
                ORDER BY r.id DESC LIMIT :most
                """.formatted(COLUMNS);
        return database.reading(handle -> handle.sql(sql)
                .bind("source", selection.source())
                .bind("since", selection.since())
                .bind("most", selection.most())
                .list(ArchiveReader::response));
    }

    /** The newest good answer of each address, in the order of their arrival. */
    public List<Response> newest(String source, LocalDate since) throws SQLException {
        String sql = """
                SELECT %s FROM (
                    SELECT DISTINCT ON (source, address) * FROM exdate.response
                    WHERE (:source = '' OR source = :source) AND status = 200
                      AND answered_at >= :since::date::timestamp AT TIME ZONE 'America/New_York'
                    ORDER BY source, address, id DESC
                ) AS r
                ORDER BY r.id
                """.formatted(COLUMNS);
        return database.reading(handle ->
                handle.sql(sql).bind("source", source).bind("since", since).list(ArchiveReader::response));
    }

    public Optional<Response> find(long id) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM exdate.response r WHERE r.id = :id";
        return database.reading(handle -> handle.sql(sql).bind("id", id).first(ArchiveReader::response));
    }

    /** The answer as it was; empty if its body is not there any more. */
    public Optional<Payload> payload(Response response) throws SQLException, IOException {
        String sql = "SELECT body FROM exdate.response_body WHERE hash = :hash";
        Optional<byte[]> stored = database.reading(
                handle -> handle.sql(sql).bind("hash", response.hash()).first(row -> row.getBytes(1)));
        Optional<byte[]> gzip = stored.isPresent() ? stored : new BodyFolder(settings.folder()).read(response.hash());
        return gzip.isEmpty()
                ? Optional.empty()
                : Optional.of(new Payload(response.status(), response.contentType(), PackedBody.unpacked(gzip.get())));
    }

    private static Response response(ResultSet row) throws SQLException {
        return new Response(
                row.getLong("id"),
                row.getString("source"),
                row.getString("address"),
                row.getInt("status"),
                row.getString("content_type"),
                row.getTimestamp("answered_at").toInstant(),
                row.getString("hash"));
    }
}
