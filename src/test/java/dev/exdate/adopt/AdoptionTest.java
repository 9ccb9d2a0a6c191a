package dev.exdate.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases as the older program left them. */
class AdoptionTest {
    private final TestDatabase database = TestDatabase.empty();
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    private Adoption adoption() {
        return new Adoption(database, database.migrations(), "UTC", said::add);
    }

    private void adopt() throws Exception {
        assertThat(adoption().examine()).isEmpty();
        adoption().run();
    }

    private List<String> quarantine() {
        return database.rows("SELECT source_table, reason FROM exdate_legacy.quarantine ORDER BY 1, 2");
    }

    private void stocks(String name) {
        database.execute("""
                CREATE TABLE %s (id serial PRIMARY KEY, symbol varchar(20) UNIQUE NOT NULL, name text, company text,
                    price double precision, volume integer, holdings jsonb, created_at timestamp DEFAULT now(),
                    updated_at timestamp DEFAULT now())
                """.formatted(name));
    }

    private void prices(String name) {
        database.execute("""
                CREATE TABLE %s (id serial, symbol varchar(20) NOT NULL, date date NOT NULL, price double precision NOT NULL,
                    open numeric(12,4), high numeric(12,4), low numeric(12,4), close double precision, volume bigint,
                    created_at timestamp DEFAULT now())
                """.formatted(name));
    }

    @Test
    void anEmptyDatabaseNeedsNoneAndGetsTheTables() throws Exception {
        assertThat(adoption().isNeeded()).isFalse();
        database.migrations().migrate();
        assertThat(adoption().isNeeded()).isFalse();
        assertThat(database.migrations().migrate().applied()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stocks stock_prices dividend_history", "raw_stocks raw_stock_prices raw_dividends"})
    void namesOfEachGenerationGiveTheSameTables(String names) throws Exception {
        String[] name = names.split(" ");
        stocks(name[0]);
        prices(name[1]);
        database.execute("""
                CREATE TABLE %3$s (id serial, symbol varchar(20), ex_date date, payment_date date, amount numeric(10,4));
                INSERT INTO %1$s (symbol, company, price) VALUES (' abc ', 'A', 0.1), ('XYZ', 'X', 1e-7);
                INSERT INTO %2$s (symbol, date, price, close, volume) VALUES ('ABC', '2026-01-02', 1e15, 0.30000000000000004, 5000000000);
                INSERT INTO %3$s (symbol, ex_date, payment_date, amount) VALUES ('abc', '2026-01-02', NULL, 0.1234),
                    ('abc', NULL, '2025-01-02', 0.5), ('abc', NULL, '2025-01-02', 0.5)
                """.formatted(name[0], name[1], name[2]));
        assertThatThrownBy(() -> database.migrations().migrate())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("did not create (" + String.join(", ", sorted(name)) + ")")
                .hasMessageContaining("`exdate adopt --dry-run`");
        adopt();
        assertThat(database.rows("SELECT id, symbol, company, price FROM raw_stocks ORDER BY id"))
                .containsExactly("1|ABC|A|0.1", "2|XYZ|X|0.0000001");
        assertThat(database.rows("SELECT symbol, date, price, close, volume FROM raw_stock_prices"))
                .containsExactly("ABC|2026-01-02|1000000000000000|0.30000000000000004|5000000000");
        assertThat(database.rows("SELECT symbol, ex_date, amount FROM raw_dividends ORDER BY id"))
                .containsExactly("ABC|2026-01-02|0.1234", "ABC|-|0.5000", "ABC|-|0.5000");
        assertThat(database.rows("SELECT source, symbol, amount FROM exdate.statement"))
                .containsExactly("legacy|ABC|0.1234");
        assertThat(quarantine()).isEmpty();
        assertThat(database.value("INSERT INTO raw_stocks (symbol) VALUES ('NEW') RETURNING id"))
                .isEqualTo("3");
        assertThat(database.migrations().migrate().applied()).isEmpty();
        assertThat(adoption().isNeeded()).isFalse();
        adoption().finish();
        assertThat(database.value("SELECT to_regnamespace('exdate_legacy')")).isEqualTo("-");
    }

    private static List<String> sorted(String... names) {
        return List.of(names).stream().sorted().toList();
    }

    @Test
    void ofSeveralRowsWithAKeyTheNewestCountsAndIsFilled() throws Exception {
        prices("raw_stock_prices");
        database.execute("""
                CREATE TABLE raw_dividends (id integer, symbol text, ex_date date, amount numeric, frequency text,
                                            payment_date date, updated_at timestamptz);
                INSERT INTO raw_dividends VALUES (1, 'ABC', '2026-01-02', 0.5, 'monthly', '2026-01-09', '2026-01-01'),
                    (2, 'abc', '2026-01-02', 0.6, NULL, NULL, '2026-02-01'),
                    (3, 'DUP', '2026-01-02', 0.5, NULL, NULL, NULL), (4, 'DUP', '2026-01-02', 0.5, NULL, NULL, NULL),
                    (5, '', '2026-01-02', 0.5, NULL, NULL, NULL), (6, NULL, '2026-01-02', 0.5, NULL, NULL, NULL);
                INSERT INTO raw_stock_prices (symbol, date, price, high, low) VALUES ('ABC', '2026-01-02', 10, 9, 11)
                """);
        adopt();
        assertThat(database.rows("SELECT symbol, amount, frequency, payment_date FROM raw_dividends ORDER BY symbol"))
                .containsExactly("ABC|0.6|monthly|2026-01-09", "DUP|0.5|-|-");
        assertThat(quarantine())
                .containsExactly(
                        "raw_dividends|conflict",
                        "raw_dividends|duplicate",
                        "raw_dividends|incomplete",
                        "raw_dividends|incomplete");
        assertThat(database.value("""
                SELECT r.amount FROM exdate_legacy.quarantine q,
                     jsonb_populate_record(NULL::exdate_legacy.raw_dividends, q.row) r WHERE q.reason = 'conflict'
                """)).isEqualTo("0.5");
        assertThat(database.rows("SELECT object, before, after, moved FROM exdate_legacy.adoption"
                        + " WHERE before > 0 ORDER BY object"))
                .containsExactly("raw_dividends|6|2|4", "raw_stock_prices|1|1|0");
        assertThat(said).anyMatch(line -> line.contains("rows break raw_stock_prices_high_low"));
        assertThatThrownBy(
                        () -> database.execute(
                                "INSERT INTO raw_stock_prices (symbol, date, price, high, low) VALUES ('A', '2026-01-05', 1, 1, 2)"))
                .hasMessageContaining("raw_stock_prices_high_low");
    }

    @Test
    void bothYieldMaxTablesBecomeOneAndItsViewTakesRows() throws Exception {
        String table = """
                CREATE TABLE %s (id bigserial PRIMARY KEY, symbol text, amount numeric(10,4), amount_per_share numeric(10,4),
                                 ex_date date, source_url text, UNIQUE (symbol, ex_date));
                """;
        database.execute(table.formatted("raw_yieldmax_dividends") + table.formatted("raw_dividends_yieldmax") + """
                INSERT INTO raw_yieldmax_dividends (symbol, amount, ex_date) VALUES ('AY', 0.5, '2026-01-02'), ('BY', 0.5, '2026-01-02');
                INSERT INTO raw_dividends_yieldmax (symbol, amount, amount_per_share, ex_date, source_url) VALUES
                    ('BY', 0.5, 0.5, '2026-01-02', 'u'), ('CY', 0.7, 0.7, '2026-01-02', 'u'), ('AY', 0.9, 0.9, '2026-01-02', 'u')
                """);
        adopt();
        assertThat(database.rows("SELECT symbol, amount, source_url FROM raw_yieldmax_dividends ORDER BY symbol"))
                .containsExactly("AY|0.5000|u", "BY|0.5000|u", "CY|0.7000|u");
        assertThat(quarantine()).containsExactly("raw_yieldmax_dividends|conflict", "raw_yieldmax_dividends|duplicate");
        database.execute("INSERT INTO raw_dividends_yieldmax (symbol, ex_date, amount) VALUES ('DY', '2026-01-02', 1)"
                + " ON CONFLICT (symbol, ex_date) DO NOTHING");
        assertThat(database.value("SELECT count(*) FROM raw_yieldmax_dividends"))
                .isEqualTo("4");
    }

    @Test
    void twoSpellingsOfAStockLoseNoChildRow() throws Exception {
        stocks("raw_stocks");
        database.execute("""
                CREATE TABLE raw_stock_splits (id bigserial PRIMARY KEY, symbol varchar(20) NOT NULL REFERENCES raw_stocks (symbol)
                    ON DELETE CASCADE, split_date date NOT NULL, split_ratio numeric(12,8), numerator integer, denominator integer);
                CREATE TABLE raw_stock_prices_hourly (id bigserial, symbol varchar(20) NOT NULL REFERENCES raw_stocks (symbol)
                    ON DELETE CASCADE, timestamp timestamptz);
                CREATE TABLE portfolios (stock_id integer REFERENCES raw_stocks (id));
                INSERT INTO raw_stocks (symbol, company) VALUES ('abc', 'lower'), ('ABC', NULL);
                INSERT INTO raw_stock_splits (symbol, split_date, numerator, denominator) VALUES ('abc', '2026-01-02', 2, 1),
                    ('ABC', '2026-01-03', 3, 1);
                INSERT INTO raw_stock_prices_hourly (symbol) VALUES ('abc'), ('ABC');
                """);
        adopt();
        assertThat(database.rows("SELECT symbol, company FROM raw_stocks")).containsExactly("ABC|lower");
        assertThat(database.rows("SELECT symbol, numerator FROM raw_stock_splits ORDER BY split_date"))
                .containsExactly("ABC|2", "ABC|3");
        assertThat(database.value("SELECT count(*) FROM raw_stock_prices_hourly"))
                .isEqualTo("2");
        assertThat(
                        database.rows(
                                "SELECT conrelid::regclass, confrelid::regclass, confdeltype FROM pg_constraint"
                                        + " WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conrelid::regclass::text"))
                .containsExactlyInAnyOrder("portfolios|raw_stocks|a", "raw_stock_prices_hourly|raw_stocks|a");
    }

    @Test
    void whatCanNotBeConvertedIsNullCountedAndKept() throws Exception {
        database.execute("""
                CREATE TABLE raw_stocks (symbol text, price double precision, holdings text, aum text, created_at timestamp);
                INSERT INTO raw_stocks VALUES ('A', 'NaN', '"[{\\"asset\\": \\"X\\"}]"', '$1,234.50', '2026-01-02 03:04:05'),
                    ('B', 'Infinity', '{"asset": "X"}', '12.5%', NULL), ('C', 1, '', 'N/A', NULL), ('D', 2, '[{"broken', NULL, NULL),
                    ('E', 3, 'null', '', NULL);
                CREATE TABLE raw_dividends_nasdaq (symbol text, ex_date text, payment_date text, dividend_rate text);
                INSERT INTO raw_dividends_nasdaq VALUES ('A', '1/2/2026', 'N/A', '$0.25'), ('B', '2026-01-05', '', '0.5'),
                    ('C', 'soon', NULL, '1')
                """);
        database.execute("SET TIME ZONE 'America/New_York'");
        adopt();
        assertThat(database.rows("SELECT symbol, price, holdings, aum FROM raw_stocks ORDER BY symbol"))
                .containsExactly(
                        "A|-|[{\"asset\": \"X\"}]|1234.50",
                        "B|-|[{\"asset\": \"X\"}]|12.5",
                        "C|1|-|-",
                        "D|2|-|-",
                        "E|3|-|-");
        assertThat(database.value("SELECT created_at = '2026-01-02 03:04:05+00' FROM raw_stocks WHERE symbol = 'A'"))
                .isEqualTo("t");
        assertThat(database.rows(
                        "SELECT symbol, ex_date, payment_date, dividend_rate FROM raw_dividends_nasdaq ORDER BY 1"))
                .containsExactly("A|2026-01-02|-|0.25", "B|2026-01-05|-|0.5");
        assertThat(quarantine()).containsExactly("raw_dividends_nasdaq|incomplete");
        assertThat(said)
                .anyMatch(line -> line.contains("raw_stocks.price: 2 values are no numeric")
                        && line.contains("raw_stocks.holdings: 1 values are no jsonb")
                        && line.contains("raw_stocks.aum: 1 values are no numeric"))
                .anyMatch(line -> line.contains("raw_dividends_nasdaq.payment_date: 1 values are no date"));
    }

    @Test
    void viewsGrantsAndPoliciesStandOnTheNewTables() throws Exception {
        stocks("stocks");
        database.administer("DROP ROLE IF EXISTS old_reader", "CREATE ROLE old_reader");
        try {
            database.execute("""
                    CREATE TABLE divv_stock_splits (symbol text, split_date date, split_ratio numeric);
                    CREATE MATERIALIZED VIEW mart_high AS SELECT symbol, price FROM stocks WHERE price > 1;
                    CREATE UNIQUE INDEX mart_high_symbol ON mart_high (symbol);
                    CREATE VIEW named AS SELECT s.symbol FROM stocks s JOIN stocks other ON other.id = s.id + 1;
                    CREATE VIEW over_mart AS SELECT count(*) AS n FROM mart_high;
                    CREATE TABLE users (id serial PRIMARY KEY, name text);
                    CREATE FUNCTION update_updated_at_column() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
                    CREATE TRIGGER touch BEFORE UPDATE ON stocks FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
                    GRANT SELECT ON stocks, mart_high TO old_reader;
                    CREATE POLICY readers ON stocks FOR SELECT TO old_reader USING (price > 2);
                    ALTER TABLE stocks ENABLE ROW LEVEL SECURITY;
                    INSERT INTO stocks (symbol, price) VALUES ('A', 1), ('B', 2), ('C', 3);
                    INSERT INTO divv_stock_splits VALUES ('A', '2026-01-02', 2)
                    """);
            adopt();
            assertThat(database.rows("SELECT symbol, price FROM mart_high ORDER BY 1"))
                    .containsExactly("B|2", "C|3");
            assertThat(database.rows("SELECT symbol FROM named ORDER BY 1")).containsExactly("A", "B");
            assertThat(database.value("SELECT n FROM over_mart")).isEqualTo("2");
            assertThat(database.value("SELECT indexdef FROM pg_indexes WHERE indexname = 'mart_high_symbol'"))
                    .isEqualTo("CREATE UNIQUE INDEX mart_high_symbol ON public.mart_high USING btree (symbol)");
            assertThat(database.rows("SELECT has_table_privilege('old_reader', 'raw_stocks', 'SELECT'),"
                            + " has_table_privilege('old_reader', 'mart_high', 'SELECT'),"
                            + " has_table_privilege('old_reader', 'raw_stocks', 'INSERT')"))
                    .containsExactly("t|t|f");
            assertThat(
                            database.rows(
                                    "SELECT policyname, tablename, qual LIKE '%price%' FROM pg_policies WHERE schemaname = 'public'"))
                    .containsExactly("readers|raw_stocks|t");
            assertThat(database.value("SELECT symbol FROM divv_stock_splits")).isEqualTo("A");
            assertThat(database.rows("SELECT proname FROM pg_proc WHERE proname = 'update_updated_at_column'"))
                    .hasSize(1);
        } finally {
            database.administer("DROP OWNED BY old_reader", "DROP ROLE old_reader");
        }
    }

    @Test
    void anAdoptionThatBrokeOffGoesOn() throws Exception {
        stocks("raw_stocks");
        prices("raw_stock_prices");
        database.execute("""
                INSERT INTO raw_stocks (symbol) VALUES ('A');
                INSERT INTO raw_stock_prices (symbol, date, price) VALUES ('A', '2026-01-02', 1);
                CREATE VIEW newest AS SELECT max(date) AS day FROM raw_stock_prices
                """);
        // After each line that is said, once: the process is gone.
        for (int lines = 1; lines <= 16; lines++) {
            int most = lines;
            List<String> now = new ArrayList<>();
            try {
                new Adoption(database, database.migrations(), "UTC", line -> {
                            if (now.size() == most) {
                                throw new IllegalStateException("gone");
                            }
                            now.add(line);
                        })
                        .run();
            } catch (IllegalStateException e) {
                assertThatThrownBy(() -> database.migrations().migrate())
                        .hasMessageContaining("`exdate adopt` to go on");
            }
        }
        adoption().run();
        assertThat(database.value("SELECT count(*) FROM raw_stock_prices")).isEqualTo("1");
        assertThat(database.value("SELECT day FROM newest")).isEqualTo("2026-01-02");
        assertThat(database.value("SELECT count(*) FROM exdate_legacy.adoption WHERE step = 'copy'"))
                .isEqualTo(String.valueOf(OldTable.ALL.size()));
    }

    @Test
    void whatStandsAgainstItIsNamedAndNothingIsChanged() throws Exception {
        stocks("raw_stocks");
        database.execute(
                "ALTER TABLE raw_stocks ENABLE ROW LEVEL SECURITY; ALTER TABLE raw_stocks FORCE ROW LEVEL SECURITY");
        assertThat(adoption().examine()).singleElement().asString().contains("row security hides rows of raw_stocks");
        database.execute("ALTER TABLE raw_stocks NO FORCE ROW LEVEL SECURITY");
        try (java.sql.Connection other = database.connection()) {
            other.setAutoCommit(false);
            try (java.sql.Statement statement = other.createStatement()) {
                statement.execute("INSERT INTO raw_stocks (symbol) VALUES ('A')");
            }
            assertThat(adoption().examine()).singleElement().asString().contains("raw_stocks is in use by process");
            other.rollback();
        }
        assertThat(database.value("SELECT to_regnamespace('exdate_legacy')")).isEqualTo("-");
        assertThat(database.value("SELECT count(*) FROM raw_stocks")).isEqualTo("0");
        assertThat(said).anyMatch(line -> line.startsWith("raw_stocks → raw_stocks: 0 rows"));
    }

    @Test
    void aViewUnderASecondNameAndOddKeysAreNoSecondTable() throws Exception {
        database.execute("""
                CREATE TABLE raw_yieldmax_dividends (id bigint, symbol text, ex_date date, amount numeric, updated_at timestamptz);
                CREATE UNIQUE INDEX odd ON raw_yieldmax_dividends (ex_date, symbol);
                CREATE VIEW raw_dividends_yieldmax AS SELECT * FROM raw_yieldmax_dividends;
                CREATE TABLE raw_data_source_tracking (symbol varchar(20), data_type varchar(50), source varchar(50),
                                                       has_data boolean);
                CREATE VIEW v_data_source_preferences AS SELECT symbol FROM raw_data_source_tracking;
                INSERT INTO raw_yieldmax_dividends VALUES (2147483647, 'A', '2026-01-02', 1, NULL);
                INSERT INTO raw_data_source_tracking VALUES ('A', 'prices', 'Yahoo', true)
                """);
        adopt();
        assertThat(database.rows("SELECT id, symbol FROM raw_dividends_yieldmax"))
                .containsExactly("2147483647|A");
        assertThat(database.value("INSERT INTO raw_yieldmax_dividends (symbol) VALUES ('B') RETURNING id"))
                .isEqualTo("2147483648");
        assertThat(database.rows("SELECT symbol, preferred_source FROM v_data_source_preferences"))
                .hasSize(1);
        assertThat(
                        database.rows(
                                "SELECT to_regclass('public.raw_excluded_symbols'), to_regclass('public.raw_holdings_history')"))
                .containsExactly("raw_excluded_symbols|raw_holdings_history");
    }
}
