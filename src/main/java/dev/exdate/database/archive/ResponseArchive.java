package dev.exdate.database.archive;

import dev.exdate.database.Handle;
import dev.exdate.database.PooledDatabase;
import dev.exdate.database.Transactions;
import dev.exdate.settings.ArchiveSettings;
import dev.exdate.settings.Settings;
import dev.exdate.web.AnswerArchive;
import dev.exdate.web.KeptAnswer;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every answer once, some hundred per transaction. What it can't keep is lost, with a line in the log: a run does
 * not depend on it.
 */
@Singleton
public final class ResponseArchive implements AnswerArchive {
    private static final int ANSWERS = 200;
    private static final long BYTES = 8L << 20;
    private static final Duration LONGEST_UNSTORED = Duration.ofSeconds(2);

    private final Transactions database;
    private final ArchiveSettings settings;
    private final Clock clock;
    private final ReentrantLock oneWriter = new ReentrantLock();
    private List<Stamped> waiting = new ArrayList<>();
    private long bytes;
    private boolean cleared;
    private boolean failed;

    private record Stamped(KeptAnswer answer, Instant at) {}

    @Inject
    ResponseArchive(PooledDatabase database, Settings settings, Clock clock) {
        this(database, settings.archive(), clock);
    }

    public ResponseArchive(Transactions database, ArchiveSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void keep(KeptAnswer answer) {
        if (settings.place() == ArchiveSettings.Place.OFF) {
            return;
        }
        boolean full;
        synchronized (this) {
            if (waiting.isEmpty()) {
                Thread.startVirtualThread(this::flushLater);
            }
            waiting.add(new Stamped(answer, clock.instant()));
            bytes += answer.payload().body().length;
            full = waiting.size() >= ANSWERS || bytes >= BYTES;
        }
        if (full) {
            flush();
        }
    }

    private void flushLater() {
        try {
            Thread.sleep(LONGEST_UNSTORED);
            flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that does not answer keeps nobody waiting. */
    void ending(@Observes ShutdownEvent event) throws InterruptedException {
        Thread.startVirtualThread(this::flush).join(LONGEST_UNSTORED);
    }

    /** Stores what has come so far. */
    public void flush() {
        oneWriter.lock();
        try {
            List<Stamped> batch = taken();
            if (!batch.isEmpty()) {
                write(batch);
            }
        } catch (SQLException | IOException | RuntimeException e) {
            if (!failed) {
                failed = true;
                System.getLogger("dev.exdate.database")
                        .log(System.Logger.Level.WARNING, "answers of sources can't be kept: " + e);
            }
        } finally {
            oneWriter.unlock();
        }
    }

    private synchronized List<Stamped> taken() {
        List<Stamped> batch = waiting;
        waiting = new ArrayList<>();
        bytes = 0;
        return batch;
    }

    private void write(List<Stamped> batch) throws SQLException, IOException {
        boolean inFolder = settings.place() == ArchiveSettings.Place.FOLDER;
        Map<String, PackedBody> bodies = new LinkedHashMap<>();
        List<String> hashes = new ArrayList<>();
        for (Stamped one : batch) {
            PackedBody body = PackedBody.of(one.answer());
            hashes.add(body.hash());
            bodies.putIfAbsent(body.hash(), body);
        }
        if (inFolder) {
            BodyFolder folder = new BodyFolder(settings.folder());
            for (PackedBody body : bodies.values()) {
                folder.keep(body);
            }
        }
        database.inTransactionOnce(handle -> {
            bodies(handle, List.copyOf(bodies.values()), inFolder);
            return responses(handle, batch, hashes);
        });
        if (!cleared) {
            cleared = true;
            new Clearing(database, settings).run();
        }
    }

    /** In the order of their hashes, so that two processes do not wait for each other. */
    private static void bodies(Handle handle, List<PackedBody> bodies, boolean inFolder) throws SQLException {
        String sql = """
                INSERT INTO exdate.response_body (hash, stored, body) VALUES (:hash, :stored, :body::bytea)
                ON CONFLICT (hash) DO UPDATE SET kept_at = now(), body = coalesce(response_body.body, excluded.body)
                """;
        List<PackedBody> ordered =
                bodies.stream().sorted(Comparator.comparing(PackedBody::hash)).toList();
        handle.batch(
                sql,
                ordered,
                (insert, body) -> insert.bind("hash", body.hash())
                        .bind("stored", body.gzip().length)
                        .bind("body", inFolder ? null : body.gzip()));
    }

    private static int responses(Handle handle, List<Stamped> batch, List<String> hashes) throws SQLException {
        String sql = """
                INSERT INTO exdate.response (source, address, status, content_type, date_header, answered_at, hash)
                SELECT * FROM unnest(:sources::text[], :addresses::text[], :statuses::int[], :types::text[],
                                     :dates::text[], :moments::timestamptz[], :hashes::text[])
                """;
        return handle.sql(sql)
                .bindArray(
                        "sources",
                        "text",
                        each(batch, one -> one.answer().source().id()))
                .bindArray(
                        "addresses",
                        "text",
                        each(batch, one -> plain(one.answer().address())))
                .bindArray(
                        "statuses",
                        "int",
                        each(batch, one -> one.answer().payload().status()))
                .bindArray(
                        "types",
                        "text",
                        each(batch, one -> plain(one.answer().payload().contentType())))
                .bindArray(
                        "dates",
                        "text",
                        each(
                                batch,
                                one -> one.answer()
                                        .date()
                                        .map(ResponseArchive::plain)
                                        .orElse(null)))
                .bindArray("moments", "text", each(batch, one -> one.at().toString()))
                .bindArray("hashes", "text", hashes)
                .execute();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
    }

    private static <T> List<@Nullable Object> each(List<T> rows, Function<T, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(value.apply(row)));
        return values;
    }
}
