package dev.exdate.database.archive;

import dev.exdate.database.Handle;
import dev.exdate.database.Transactions;
import dev.exdate.settings.ArchiveSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Deletes answers that are too old, and the oldest of too many. */
record Clearing(Transactions database, ArchiveSettings settings) {
    void run() throws SQLException, IOException {
        List<String> gone = database.inTransactionOnce(this::rows);
        BodyFolder folder = new BodyFolder(settings.folder());
        for (String hash : gone) {
            folder.delete(hash);
        }
    }

    private List<String> rows(Handle handle) throws SQLException {
        String sql = """
                WITH ranked AS (
                    SELECT hash, kept_at, sum(stored::bigint) OVER (ORDER BY kept_at DESC, hash) AS total
                    FROM exdate.response_body
                )
                DELETE FROM exdate.response_body b USING ranked r
                WHERE b.hash = r.hash AND (r.total > :largest OR r.kept_at < now() - make_interval(days => :days))
                RETURNING b.hash
                """;
        List<String> gone = handle.sql(sql)
                .bind("largest", settings.largest())
                .bind("days", settings.keepDays())
                .list(row -> row.getString("hash"));
        handle.sql("""
                DELETE FROM exdate.response r
                WHERE answered_at < now() - make_interval(days => :days) OR hash = ANY (:gone::text[])
                """)
                .bind("days", settings.keepDays())
                .bindArray("gone", "text", gone)
                .execute();
        return gone;
    }
}
