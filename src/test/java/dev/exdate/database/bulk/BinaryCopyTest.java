package dev.exdate.database.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BinaryCopyTest {
    private static final Table<List<@Nullable Object>> VALUES = new Table<>(
            "public.sample",
            List.of(
                    new Column<>("id", "bigint", row -> row.get(0)),
                    new Column<>("number", "numeric", row -> row.get(1)),
                    new Column<>("day", "date", row -> row.get(2)),
                    new Column<>("moment", "timestamptz", row -> row.get(3)),
                    new Column<>("words", "text", row -> row.get(4)),
                    new Column<>("count", "integer", row -> row.get(5)),
                    new Column<>("yes", "boolean", row -> row.get(6)),
                    new Column<>("document", "jsonb", row -> row.get(7))),
            List.of("id"),
            Table.Duplicates.lastWins());

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.empty();
        database.execute("create table sample (id bigint primary key, number numeric, day date, moment timestamptz,"
                + " words text, count integer, yes boolean, document jsonb)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static <T> @Nullable T some(Random random, T value) {
        return random.nextInt(6) == 0 ? null : value;
    }

    private static BigDecimal number(Random random) {
        BigDecimal number = switch (random.nextInt(5)) {
            case 0 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(22));
            case 1 -> BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(7));
            case 2 -> new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(60) - 20);
            case 3 -> BigDecimal.valueOf(random.nextInt(10_000)).scaleByPowerOfTen(4 * random.nextInt(9) - 20);
            default -> BigDecimal.valueOf(0, random.nextInt(20));
        };
        return random.nextBoolean() ? number : number.negate();
    }

    private static List<@Nullable Object> row(Random random, long id) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(id);
        row.add(some(random, number(random)));
        row.add(some(random, LocalDate.of(1800, 1, 1).plusDays(random.nextInt(146_000))));
        row.add(some(
                random,
                Instant.ofEpochSecond(
                        random.nextLong(-5_000_000_000L, 7_000_000_000L), random.nextInt(1_000_000) * 1_000)));
        row.add(some(random, "wörd \uD83D\uDE00\t\\N" + random.nextInt()));
        row.add(some(random, random.nextInt()));
        row.add(some(random, random.nextBoolean()));
        row.add(some(random, "{\"ä\": [" + random.nextInt() + ", null]}"));
        return row;
    }

    /** As the text form of COPY has it; no value needs escaping there but the words. */
    private static String asText(List<@Nullable Object> row) {
        StringBuilder line = new StringBuilder();
        for (Object value : row) {
            line.append(line.isEmpty() ? "" : "\t");
            line.append(
                    switch (value) {
                        case null -> "\\N";
                        case BigDecimal number -> number.toPlainString();
                        default -> value.toString().replace("\\", "\\\\").replace("\t", "\\t");
                    });
        }
        return line.append('\n').toString();
    }

    @Test
    void whatTheBinaryFormStoresIsWhatTheTextFormStored() throws Exception {
        Random random = new Random(47);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < 5_000; id++) {
            rows.add(row(random, id));
            text.append(asText(rows.getLast()));
        }
        database.execute("create table stated (like sample)");
        database.inTransaction(handle -> {
            var copy = handle.connection()
                    .unwrap(org.postgresql.PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY stated FROM STDIN");
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
            return new CopyBulkWriter().write(handle, VALUES, rows);
        });
        assertThat(database.value("select count(*) from sample")).isEqualTo("5000");
        assertThat(database.rows("select s.id, s.number::text, t.number::text, s::text, t::text from sample s"
                        + " join stated t using (id) where s::text is distinct from t::text"))
                .isEmpty();
    }
}
