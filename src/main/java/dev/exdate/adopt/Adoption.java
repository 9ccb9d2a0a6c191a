package dev.exdate.adopt;

import dev.exdate.database.Database;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.Handle;
import dev.exdate.database.schema.Migrations;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes over an old database. Each step is one transaction and is noted in {@code exdate_legacy.adoption}, so that an
 * adoption that broke off goes on where it was:
 *
 * <ol>
 * <li>the old tables move, unchanged, to the schema {@code exdate_legacy};
 * <li>the migrations make Exdate's tables;
 * <li>the rows are copied table by table, and counted;
 * <li>views, foreign keys, policies and grants that stood on the old tables are made again on the new ones.
 * </ol>
 */
public final class Adoption {
    private final Database database;
    private final Migrations migrations;
    private final String zone;
    private final Consumer<String> say;

    /** @param zone of timestamps without one */
    public Adoption(Database database, Migrations migrations, String zone, Consumer<String> say) {
        this.database = database;
        this.migrations = migrations;
        this.zone = zone;
        this.say = say;
    }

    /** Whether there is anything to adopt, or to go on with. */
    public boolean isNeeded() throws SQLException {
        return database.reading(
                handle -> LegacySchema.exists(handle) ? !isDone(handle, "readers", "") : hasOld(handle));
    }

    /** @return what stands against it; nothing is changed */
    public List<String> examine() throws SQLException {
        if (database.reading(LegacySchema::exists)) {
            say.accept("an adoption has begun; it goes on where it was");
            return List.of();
        }
        Preflight.Found found = database.reading(handle -> new Preflight(handle).examine());
        found.lines().forEach(say);
        return found.problems();
    }

    /** Does what is left to do. */
    public void run() throws SQLException, DatabaseUnavailable {
        if (!database.reading(LegacySchema::exists)) {
            database.inTransactionOnce(this::move);
            say.accept("✅ the old tables are in the schema " + OldTable.SCHEMA);
        }
        migrations.migrateForAdoption();
        for (OldTable table : OldTable.ALL) {
            copy(table);
        }
        if (!database.reading(handle -> isDone(handle, "readers", ""))) {
            database.inTransactionOnce(handle -> {
                views(handle);
                Readers.restore(handle);
                return note(handle, "readers", "", null, "");
            });
            say.accept("✅ views, foreign keys and grants stand on the new tables");
        }
    }

    /** Deletes the old tables and the quarantine. */
    public void finish() throws SQLException {
        database.inTransactionOnce(handle -> handle.execute("DROP SCHEMA exdate_legacy CASCADE"));
    }

    private int move(Handle handle) throws SQLException {
        handle.execute("SET LOCAL lock_timeout = '5s'");
        LegacySchema.make(handle);
        Readers.save(handle, OldTable.allNames());
        int moved = 0;
        for (OldTable table : OldTable.ALL) {
            for (String name : table.names()) {
                handle.execute("DO $$ BEGIN IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('public." + name
                        + "') AND relkind = 'v') THEN DROP VIEW public." + name + "; END IF; END $$");
            }
            for (String name : existing(handle, "public", table)) {
                handle.execute("ALTER TABLE public." + name + " SET SCHEMA " + OldTable.SCHEMA);
                moved++;
            }
        }
        for (String function : List.of("record_data_source_check", "get_latest_dates_by_symbol")) {
            handle.execute(
                    "DO $$ DECLARE f regprocedure; BEGIN FOR f IN SELECT p.oid FROM pg_proc p WHERE p.proname = '"
                            + function
                            + "' AND p.pronamespace = 'public'::regnamespace LOOP EXECUTE 'ALTER FUNCTION ' || f ||"
                            + " ' SET SCHEMA exdate_legacy'; END LOOP; END $$");
        }
        return moved;
    }

    private void copy(OldTable table) throws SQLException {
        if (database.reading(handle -> isDone(handle, "copy", table.name()))) {
            return;
        }
        TableCopy.Copied copied = database.inTransactionOnce(handle -> {
            List<String> old = existing(handle, OldTable.SCHEMA, table);
            TableCopy.Copied done = old.isEmpty()
                    ? new TableCopy.Copied(0, 0, 0, List.of())
                    : new TableCopy(handle, table, old, zone).copy();
            if (table.name().equals("raw_dividends")) {
                statements(handle);
            }
            note(handle, "copy", table.name(), done, String.join("; ", done.notes()));
            return done;
        });
        say.accept("%s %-26s %,12d rows before, %,12d after, %,9d in the quarantine%s"
                .formatted(
                        copied.notes().isEmpty() ? "✅" : "⚠️ ",
                        table.name(),
                        copied.before(),
                        copied.after(),
                        copied.moved(),
                        copied.notes().isEmpty() ? "" : "; " + String.join("; ", copied.notes())));
    }

    /** Nobody knows who said them. */
    private static void statements(Handle handle) throws SQLException {
        handle.execute("""
                INSERT INTO exdate.statement (source, symbol, ex_date, kind, nth, amount, record_date, payment_date,
                                              declaration_date, frequency, currency)
                SELECT 'legacy', symbol, ex_date, CASE WHEN amount = 0 THEN 'zero' ELSE 'regular' END, 0, amount, record_date,
                       payment_date, declaration_date, frequency, currency
                FROM public.raw_dividends WHERE ex_date IS NOT NULL AND amount IS NOT NULL
                ON CONFLICT DO NOTHING
                """);
    }

    /** Under the names of the second rename, where somebody read them. */
    private static void views(Handle handle) throws SQLException {
        for (OldTable table : OldTable.ALL) {
            for (String name : existing(handle, OldTable.SCHEMA, table)) {
                if (name.startsWith("divv_")) {
                    handle.execute("CREATE VIEW public." + name + " AS SELECT * FROM public." + table.name());
                }
            }
        }
    }

    private static boolean hasOld(Handle handle) throws SQLException {
        boolean ours = handle.sql("SELECT to_regclass('exdate.flyway_schema_history') IS NOT NULL")
                .one(row -> row.getBoolean(1));
        for (OldTable table : OldTable.ALL) {
            if (!ours && !existing(handle, "public", table).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Those of its names that are tables there, the best first. */
    static List<String> existing(Handle handle, String schema, OldTable table) throws SQLException {
        List<String> there = handle.sql("""
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = :schema AND c.relkind IN ('r', 'p') AND c.relname = ANY (:names::text[])
                """)
                .bind("schema", schema)
                .bindArray("names", "text", table.names())
                .list(row -> row.getString(1));
        List<String> ordered = new ArrayList<>(table.names());
        ordered.retainAll(there);
        return ordered;
    }

    private static boolean isDone(Handle handle, String step, String object) throws SQLException {
        return handle.sql("SELECT EXISTS (SELECT FROM exdate_legacy.adoption WHERE step = :step AND object = :object)")
                .bind("step", step)
                .bind("object", object)
                .one(row -> row.getBoolean(1));
    }

    private static int note(
            Handle handle,
            String step,
            String object,
            TableCopy.@org.jspecify.annotations.Nullable Copied copied,
            String note)
            throws SQLException {
        return handle.sql("""
                INSERT INTO exdate_legacy.adoption (step, object, before, after, moved, note)
                VALUES (:step, :object, :before, :after, :moved, :note)
                """)
                .bind("step", step)
                .bind("object", object)
                .bind("before", copied == null ? 0L : copied.before())
                .bind("after", copied == null ? 0L : copied.after())
                .bind("moved", copied == null ? 0L : copied.moved())
                .bind("note", note)
                .execute();
    }
}
