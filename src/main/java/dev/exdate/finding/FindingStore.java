package dev.exdate.finding;

import dev.exdate.database.Handle;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes {@code exdate.finding}, many at once, within the transaction of the data that they are about. */
public record FindingStore(Handle handle) {
    /** The source of what a person has decided. */
    public static final String PERSON = "person";

    private static final int LONGEST = 500;

    /**
     * A finding that was settled is new if it is seen again. A decided one opens again if a source says something else.
     */
    private static final String RECORD = """
            INSERT INTO exdate.finding AS f (code, symbol, day, field, said, believed, reason, found_by, state, resolved_at)
            SELECT code, symbol, day, field, said, believed, reason, :by, state,
                   CASE state WHEN 'open' THEN 'infinity'::timestamptz ELSE now() END
            FROM (
                SELECT n.*, CASE WHEN n.said @> :person::jsonb THEN 'decided' ELSE 'open' END AS state
                FROM unnest(:codes::text[], :symbols::text[], :days::date[], :fields::text[], :saids::jsonb[],
                            :believed::text[], :reasons::text[])
                     AS n (code, symbol, day, field, said, believed, reason)
            ) AS news
            ON CONFLICT (symbol, day, code, field) DO UPDATE SET
                said = excluded.said, believed = excluded.believed, reason = excluded.reason,
                found_by = excluded.found_by, last_seen = now(),
                first_seen = CASE f.state WHEN 'settled' THEN now() ELSE f.first_seen END,
                state = CASE WHEN f.state = 'decided' AND f.said = excluded.said THEN f.state ELSE excluded.state END,
                resolved_at = CASE WHEN f.state = 'decided' AND f.said = excluded.said THEN f.resolved_at
                                   ELSE excluded.resolved_at END
            """;

    /** What a finding is about, whatever its field. */
    public record Subject(String symbol, LocalDate day) {}

    private record Key(Code code, String symbol, @Nullable LocalDate day, String field) {}

    /**
     * New findings, and those that are seen again.
     *
     * @param by the task that found them
     */
    public void record(String by, Collection<Finding> findings) throws SQLException {
        Map<Key, Finding> once = new LinkedHashMap<>();
        findings.forEach(one -> once.put(new Key(one.code(), one.symbol(), one.day(), one.field()), one));
        if (once.isEmpty()) {
            return;
        }
        List<Finding> rows = List.copyOf(once.values());
        handle.sql(RECORD)
                .bind("by", by)
                .bind("person", "[{\"source\": \"" + PERSON + "\"}]")
                .bindArray("codes", "text", each(rows, row -> row.code().word()))
                .bindArray("symbols", "text", each(rows, row -> line(row.symbol())))
                .bindArray("days", "date", each(rows, Finding::day))
                .bindArray("fields", "text", each(rows, row -> line(row.field())))
                .bindArray("saids", "jsonb", each(rows, FindingStore::said))
                .bindArray("believed", "text", each(rows, row -> row.believed() == null ? null : line(row.believed())))
                .bindArray("reasons", "text", each(rows, row -> line(row.reason())))
                .execute();
    }

    private static String said(Finding finding) {
        return FindingsJson.said(finding.said().stream()
                        .map(one -> new Finding.Said(one.source(), line(one.value())))
                        .toList())
                .toString();
    }

    /** The sources agree now about these. */
    public void resolve(Code code, Collection<Subject> subjects) throws SQLException {
        String sql = """
                UPDATE exdate.finding f SET resolved_at = now(), state = 'settled'
                FROM unnest(:symbols::text[], :days::date[]) AS agreed (symbol, day)
                WHERE f.symbol = agreed.symbol AND f.day = agreed.day AND f.code = :code AND f.state <> 'settled'
                """;
        List<Subject> all = List.copyOf(subjects);
        handle.sql(sql)
                .bindArray("symbols", "text", each(all, Subject::symbol))
                .bindArray("days", "date", each(all, Subject::day))
                .bind("code", code.word())
                .execute();
    }

    /** These symbols were read again, and what this task found about them before then was not seen. */
    public void settleUnseen(String by, Collection<Code> codes, Collection<String> symbols, Instant since)
            throws SQLException {
        String sql = """
                UPDATE exdate.finding SET resolved_at = now(), state = 'settled'
                WHERE symbol = ANY (:symbols::text[]) AND code = ANY (:codes::text[]) AND found_by = :by
                  AND state = 'open' AND last_seen < :since
                """;
        handle.sql(sql)
                .bindArray("symbols", "text", symbols)
                .bindArray("codes", "text", codes.stream().map(Code::word).toList())
                .bind("by", by)
                .bind("since", since)
                .execute();
    }

    /** This task has read everything again, and what it had found before then was not seen. */
    public void settleUnseen(String by, Collection<Code> codes, Instant since) throws SQLException {
        String sql = """
                UPDATE exdate.finding SET resolved_at = now(), state = 'settled'
                WHERE code = ANY (:codes::text[]) AND found_by = :by AND state = 'open' AND last_seen < :since
                """;
        handle.sql(sql)
                .bindArray("codes", "text", codes.stream().map(Code::word).toList())
                .bind("by", by)
                .bind("since", since)
                .execute();
    }

    private static <T> List<@Nullable Object> each(List<T> rows, Function<T, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(value.apply(row)));
        return values;
    }

    /** Sources' words may have several lines, and characters that the database can't store. */
    private static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
