package dev.exdate.adopt;

import dev.exdate.database.Handle;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A table's CHECK constraints, which old rows may break. */
record RowChecks(Handle handle, String table, List<Check> checks) {
    private record Check(String name, String add) {}

    static RowChecks drop(Handle handle, String table) throws SQLException {
        List<Check> checks = handle.sql("""
                SELECT quote_ident(conname) AS name,
                       format('ALTER TABLE %s ADD CONSTRAINT %I %s NOT VALID', conrelid::regclass, conname,
                              pg_get_constraintdef(oid)) AS add
                FROM pg_constraint WHERE conrelid = :table::regclass AND contype = 'c' ORDER BY conname
                """)
                .bind("table", table)
                .list(row -> new Check(row.getString("name"), row.getString("add")));
        for (Check check : checks) {
            handle.execute("ALTER TABLE " + table + " DROP CONSTRAINT " + check.name());
        }
        return new RowChecks(handle, table, checks);
    }

    /** @return those that hold for new rows only, because old ones break them */
    List<String> restore() throws SQLException {
        List<String> broken = new ArrayList<>();
        for (Check check : checks) {
            handle.execute(check.add());
            handle.execute("DO $$ BEGIN ALTER TABLE " + table + " VALIDATE CONSTRAINT " + check.name()
                    + "; EXCEPTION WHEN check_violation THEN NULL; END $$");
            boolean valid = handle.sql("""
                    SELECT convalidated FROM pg_constraint WHERE conrelid = :table::regclass AND quote_ident(conname) = :name
                    """)
                    .bind("table", table)
                    .bind("name", check.name())
                    .one(row -> row.getBoolean(1));
            if (!valid) {
                broken.add("rows break " + check.name() + "; it holds for new rows only");
            }
        }
        return broken;
    }
}
