package dev.exdate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandleTest {
    private static final UUID ID = UUID.fromString("9f0e6a4e-52f8-4c4e-9a53-0d9b3c7a1a10");
    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.empty();
        database.execute("""
                CREATE TABLE kept (id uuid, day date, at timestamptz, amount numeric, rows bigint, words text[],
                                   days date[], amounts numeric[])
                """);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void valuesAreStoredAsTheyAre() throws SQLException {
        insert(ID, LocalDate.of(2026, 2, 28), Instant.parse("2026-03-08T06:59:59.123456Z"), new BigDecimal("0.10"), 7L);

        assertThat(database.rows("""
                        SELECT id, day, at AT TIME ZONE 'UTC', amount, rows, words, days, amounts
                        FROM kept WHERE id IS NOT NULL
                        """))
                .containsExactly("9f0e6a4e-52f8-4c4e-9a53-0d9b3c7a1a10|2026-02-28|2026-03-08 06:59:59.123456|0.10|7"
                        + "|{\"a 'b' \\\"c\\\"\",NULL}|{2026-02-28,NULL}|{0.10,NULL}");
    }

    @Test
    void nothingIsStoredAsNull() throws SQLException {
        insert(null, null, null, null, null);

        assertThat(database.rows("SELECT id, day, at, amount, rows FROM kept WHERE id IS NULL"))
                .containsExactly("-|-|-|-|-");
    }

    private static void insert(
            @Nullable UUID id,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable BigDecimal amount,
            @Nullable Long rows)
            throws SQLException {
        database.inTransaction(handle -> handle.sql("""
                        INSERT INTO kept
                        VALUES (:id, :day, :at, :amount, :rows, :words, :days::date[], :amounts)
                        """)
                .bind("id", id)
                .bind("day", day)
                .bind("at", at)
                .bind("amount", amount)
                .bind("rows", rows)
                .bindArray("words", "text", Arrays.asList("a 'b' \"c\"", null))
                .bindArray("days", "date", Arrays.asList(LocalDate.of(2026, 2, 28), null))
                .bindArray("amounts", "numeric", Arrays.asList(new BigDecimal("0.10"), null))
                .execute());
    }

    @Test
    void operatorsAndCastsAreNoParameters() throws SQLException {
        String found =
                database.reading(handle -> handle.sql("""
                        SELECT 'a:b' || (:word::text) || (ARRAY['x', 'y', 'z'])[2] WHERE :word ~* '\\mA\\M'
                        """).bind("word", "a").one(row -> row.getString(1)));

        assertThat(found).isEqualTo("a:bay");
    }

    @Test
    void aFailureOfTheServerKeepsItsState() {
        assertThatThrownBy(() -> database.inTransaction(handle -> handle.execute("INSERT INTO missing VALUES (1)")))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo("42P01"));
        assertThatThrownBy(() -> database.reading(
                        handle -> handle.sql("SELECT 1 / 0 AS n").list(row -> row.getInt("n"))))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo("22012"));
        assertThatThrownBy(() ->
                        database.reading(handle -> handle.sql("SELECT 1 AS n").list(row -> row.getInt("m"))))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("m");
    }

    @Test
    void aServerThatIsGoneIsToldFromABrokenStatement() throws SQLException {
        List<Integer> pids = new java.util.ArrayList<>();

        Integer answer = database.inTransaction(handle -> {
            int pid = handle.sql("SELECT pg_backend_pid()").one(row -> row.getInt(1));
            pids.add(pid);
            if (pids.size() == 1) {
                database.administer("SELECT pg_terminate_backend(" + pid + ", 5000)");
            }
            return handle.sql("SELECT 1").one(row -> row.getInt(1));
        });

        assertThat(answer).isEqualTo(1);
        assertThat(pids).hasSize(2);
    }

    @Test
    void aFirstRowIsEmptyWhenItSaysNothing() throws SQLException {
        database.inTransaction(handle -> {
            assertThat(handle.sql("SELECT n FROM generate_series(:from, :to) n")
                            .bind("from", 4)
                            .bind("to", 9)
                            .first(row -> row.getInt(1)))
                    .contains(4);
            assertThat(handle.sql("SELECT NULL::text").first(row -> row.getString(1)))
                    .isEmpty();
            assertThat(handle.sql("SELECT 1 WHERE false").first(row -> row.getInt(1)))
                    .isEmpty();
            return handle;
        });
    }

    @Test
    void aBatchStoresEachRow() throws SQLException {
        database.inTransaction(handle -> {
            handle.execute("CREATE TEMPORARY TABLE batch (n int, word text) ON COMMIT DROP");
            handle.batch(
                    "INSERT INTO batch VALUES (:n, :word)",
                    List.of(1, 2, 3),
                    (insert, n) -> insert.bind("n", n).bind("word", n == 2 ? null : "w" + n));
            assertThat(handle.sql("SELECT n, word FROM batch ORDER BY n")
                            .list(row -> row.getInt("n") + row.getString("word")))
                    .containsExactly("1w1", "2null", "3w3");
            return handle;
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "a = :a AND b = :b_2 OR c = :a; a = ? AND b = ? OR c = ?; a b_2 a",
                ":a::text[]; ?::text[]; a",
                "x ->> ':no' = \":no\" || :a; x ->> ':no' = \":no\" || ?; a",
                "'it''s :no' || :a; 'it''s :no' || ?; a",
                "'\\' || :a; '\\' || ?; a",
                "j ? 'k' AND :a; j ?? 'k' AND ?; a",
                "a -- :no; a -- :no; ``",
                "/* :no 'x */ :a; /* :no 'x */ ?; a",
                "$$ :no $$ :a; $$ :no $$ ?; a",
                "array[1:2] < :a; array[1:2] < ?; a",
            })
    void onlyNamesOutsideOfQuotesAreParameters(String sql, String text, String names) {
        NamedSql named = NamedSql.parse(sql);

        assertThat(named.text()).isEqualTo(text);
        assertThat(String.join(" ", named.names())).isEqualTo(names);
    }

    @Test
    void parametersAndValuesMustFit() {
        assertThatThrownBy(() -> database.reading(
                        handle -> handle.sql("SELECT :n, :m").bind("n", 1).one(row -> row.getInt(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(":m");
        assertThatThrownBy(
                        () -> database.reading(handle -> handle.sql("SELECT :n").bind("N", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(":N");
    }
}
