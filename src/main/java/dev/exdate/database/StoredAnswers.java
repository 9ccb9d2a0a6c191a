package dev.exdate.database;

import dev.exdate.format.Payload;
import dev.exdate.settings.SourceId;
import dev.exdate.web.AnswerStore;
import dev.exdate.web.Evening;
import dev.exdate.web.EveningAnswer;
import dev.exdate.web.KeptAddress;
import dev.exdate.web.Validators;
import jakarta.enterprise.context.Dependent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** {@code exdate.kept_answer}. */
@Dependent
public final class StoredAnswers implements AnswerStore {
    /** Compressed. Larger pages are asked for again. */
    private static final int LARGEST = 8 * 1024 * 1024;

    private final PooledDatabase database;

    public StoredAnswers(PooledDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<EveningAnswer> find(KeptAddress address) {
        String sql = """
                SELECT status, content_type, body, etag, last_modified, market_day, session, read_at
                FROM exdate.kept_answer WHERE source = :source AND base_url = :base AND target = :target
                """;
        return trying(Optional.empty(), handle -> of(handle.sql(sql), address).first(StoredAnswers::answer));
    }

    private static EveningAnswer answer(ResultSet row) throws SQLException {
        return new EveningAnswer(
                new Payload(row.getInt("status"), row.getString("content_type"), inflated(row.getBytes("body"))),
                new Validators(
                        Optional.ofNullable(row.getString("etag")),
                        Optional.ofNullable(row.getString("last_modified"))),
                new Evening(row.getObject("market_day", LocalDate.class), row.getObject("session", LocalDate.class)),
                row.getObject("read_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public void keep(KeptAddress address, EveningAnswer answer) {
        byte[] body = deflated(answer.payload().body());
        if (body.length > LARGEST) {
            forget(address);
            return;
        }
        String sql = """
                INSERT INTO exdate.kept_answer AS k (source, base_url, target, market_day, session, read_at, status,
                                                     content_type, etag, last_modified, body)
                VALUES (:source, :base, :target, :marketDay, :session, :readAt, :status, :type, :etag, :modified, :body)
                ON CONFLICT (source, base_url, target) DO UPDATE SET
                    market_day = excluded.market_day, session = excluded.session, read_at = excluded.read_at,
                    status = excluded.status, content_type = excluded.content_type, etag = excluded.etag,
                    last_modified = excluded.last_modified, body = excluded.body
                """;
        trying(
                0,
                handle -> of(handle.sql(sql), address)
                        .bind("marketDay", answer.evening().marketDay())
                        .bind("session", answer.evening().session())
                        .bind("readAt", answer.readAt())
                        .bind("status", answer.payload().status())
                        .bind("type", answer.payload().contentType())
                        .bind("etag", answer.validators().etag().orElse(null))
                        .bind("modified", answer.validators().lastModified().orElse(null))
                        .bind("body", body)
                        .execute());
    }

    @Override
    public void forget(KeptAddress address) {
        String sql = "DELETE FROM exdate.kept_answer WHERE source = :source AND base_url = :base AND target = :target";
        trying(0, handle -> of(handle.sql(sql), address).execute());
    }

    @Override
    public void forgetAll(SourceId source) {
        trying(
                0,
                handle -> handle.sql("DELETE FROM exdate.kept_answer WHERE source = :source")
                        .bind("source", source.id())
                        .execute());
    }

    @Override
    public void forgetOlder(Instant readAt) {
        trying(
                0,
                handle -> handle.sql("DELETE FROM exdate.kept_answer WHERE read_at < :readAt")
                        .bind("readAt", readAt)
                        .execute());
    }

    private static Sql of(Sql statement, KeptAddress address) {
        return statement
                .bind("source", address.source().id())
                .bind("base", address.base())
                .bind("target", address.target());
    }

    /** A cache must not fail a request. */
    private <T> T trying(T otherwise, Transactions.Work<T> work) {
        try {
            return database.once(work);
        } catch (SQLException e) {
            System.getLogger("dev.exdate.database").log(System.Logger.Level.DEBUG, "kept answers can't be reached", e);
            return otherwise;
        }
    }

    private static byte[] deflated(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] inflated(byte[] body) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
