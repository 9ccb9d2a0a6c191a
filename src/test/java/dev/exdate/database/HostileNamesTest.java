package dev.exdate.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.database.bulk.Table;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Names that want to be more than names. */
class HostileNamesTest {
    private static final List<String> NAMES = List.of(
            "'); DROP TABLE raw_stocks; --",
            "$$; DROP TABLE raw_stocks; $$",
            "\\.",
            "\\N",
            "%s %1$s {0} ${x} ?",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "$(touch /tmp/x) `id`",
            "\u001b]0;x\u0007\u001b[2J",
            "\u202Egnp.exe");

    private record Named(String symbol, String name) {}

    @Test
    void areStoredAsTheyAreAndNothingElse() throws Exception {
        Table<Named> stocks = new Table<>(
                "public.raw_stocks",
                List.of(Column.text("symbol", Named::symbol), Column.text("name", Named::name)),
                List.of("symbol"),
                Table.Duplicates.lastWins());
        try (TestDatabase database = TestDatabase.fresh()) {
            String tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";
            String before = database.value(tables);
            database.inTransaction(connection -> new CopyBulkWriter()
                    .write(
                            connection,
                            stocks,
                            NAMES.stream()
                                    .map(name -> new Named("Z" + NAMES.indexOf(name), name))
                                    .toList()));
            assertThat(database.rows("SELECT name FROM raw_stocks ORDER BY symbol").stream()
                            .collect(Collectors.toList()))
                    .isEqualTo(NAMES);
            assertThat(database.value(tables)).isEqualTo(before);
        }
    }
}
