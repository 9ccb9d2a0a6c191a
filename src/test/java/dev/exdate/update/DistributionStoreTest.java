package dev.exdate.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.Statements;
import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.finding.Findings;
import dev.exdate.finding.StoredFinding;
import dev.exdate.market.Distribution;
import dev.exdate.market.Ticker;
import dev.exdate.source.AnnouncedStatements;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From what sources say to what is believed, with all that lies between. */
class DistributionStoreTest {
    private static final LocalDate EX = LocalDate.of(2026, 11, 17);
    private static final String DECIDED = """
            SELECT kind, trim_scale(amount), payment_date, source, reason, in_favour, against
            FROM exdate.distribution WHERE valid_to = 'infinity' ORDER BY kind
            """;

    private final TestDatabase database = TestDatabase.fresh();
    private final CopyBulkWriter writer = new CopyBulkWriter();

    @AfterEach
    void close() {
        database.close();
    }

    /** As the update stores it. */
    private void says(String source, String... amounts) throws Exception {
        List<DividendStore.Row> rows = Arrays.stream(amounts)
                .map(amount -> new Distribution(
                        new Ticker("ZZTA"), EX, null, null, null, new BigDecimal(amount), null, null, null))
                .map(paid -> new DividendStore.Row(paid, source))
                .toList();
        database.inTransaction(handle -> new DividendStore(writer).write(handle, rows));
    }

    private DistributionStore.Decided decide() throws Exception {
        database.inTransaction(new AnnouncedStatements(new Statements(writer))::append);
        return new DistributionStore(database, writer).decide();
    }

    @Test
    void theMostExactAmountOfThoseThatAgreeIsBelieved() throws Exception {
        says("yahoo", "0.104");
        database.execute("INSERT INTO raw_dividends_nasdaq (symbol, ex_date, dividend_rate, payment_date)"
                + " VALUES ('ZZTA', '2026-11-17', 0.10417, '2026-12-01')");
        database.execute(
                "INSERT INTO raw_dividends_nyse (symbol, ex_date, record_date) VALUES ('ZZTA', '2026-11-17', '2026-11-18')");
        assertThat(decide()).isEqualTo(new DistributionStore.Decided(1, 0, 1));
        assertThat(database.rows(DECIDED)).containsExactly("regular|0.10417|2026-12-01|nasdaq|all-agree|2|0");
        assertThat(database.value("SELECT dates_because FROM exdate.distribution"))
                .isEqualTo("record-date: nyse (only-one, 1 to 0); pay-date: nasdaq (only-one, 1 to 0)");
        assertThat(database.value("SELECT amount FROM raw_dividends")).isEqualTo("0.10417");
    }

    @Test
    void incomeAndGainAreTwoPaymentsAndTheirSumIsTheDays() throws Exception {
        says("yahoo", "0.2");
        database.execute("""
                INSERT INTO raw_dividends_cboe (symbol, ex_date, amount, payment_date, distribution_type) VALUES
                    ('ZZTA', '2026-11-17', 0.2, '2026-12-02', 'Income'),
                    ('ZZTA', '2026-11-17', 1.7, '2026-12-02', 'Long Term Capital Gain')
                """);
        decide();
        assertThat(database.rows(DECIDED))
                .containsExactly(
                        "long-term-gain|1.7|2026-12-02|cboe|all-agree|2|0",
                        "regular|0.2|2026-12-02|cboe|all-agree|2|0");
        assertThat(database.value("SELECT amount FROM raw_dividends")).isEqualTo("1.9");
        says("yahoo", "0.2");
        decide();
        assertThat(database.value("SELECT amount FROM raw_dividends"))
                .as("the next night")
                .isEqualTo("1.9");
    }

    @Test
    void theIssuerIsBelievedAndTheContradictionIsAFinding() throws Exception {
        says("yahoo", "0.30");
        database.execute(
                "INSERT INTO raw_yieldmax_dividends (symbol, ex_date, amount) VALUES ('ZZTA', '2026-11-17', 0.36)");
        decide();
        assertThat(database.rows("SELECT trim_scale(amount), source FROM raw_dividends"))
                .containsExactly("0.36|yieldmax");
        assertThat(database.rows("SELECT code, symbol, day, said, believed, reason FROM exdate.finding"))
                .containsExactly("amount-conflict|ZZTA|2026-11-17|[{\"value\": \"0.36\", \"source\": \"yieldmax\"},"
                        + " {\"value\": \"0.30\", \"source\": \"yahoo\"}]|0.36|authority");
        assertThat(findings())
                .containsExactly("2026-11-17  ZZTA  amount-conflict  amount: yieldmax 0.36, yahoo 0.30; believed: 0.36"
                        + " (authority)");
        says("yahoo", "0.36");
        decide();
        assertThat(findings()).singleElement().asString().endsWith("(authority); settled");
    }

    private List<String> findings() throws Exception {
        Findings.Selection all = new Findings.Selection("", EX, false, List.of());
        return database.reading(handle -> new Findings(handle).of(all)).stream()
                .map(StoredFinding::line)
                .toList();
    }

    /** NASDAQ's list alone against Yahoo: two in three that it is right. */
    @Test
    void whatIsNotClearlyDecidedChangesNoAmount() throws Exception {
        says("yahoo", "0.5");
        database.execute(
                "INSERT INTO raw_dividends_nasdaq (symbol, ex_date, dividend_rate) VALUES ('ZZTA', '2026-11-17', 0.7)");
        assertThat(decide().conflicts()).isEqualTo(1);
        assertThat(database.value("SELECT amount FROM raw_dividends")).isEqualTo("0.5");
    }

    @Test
    void aCorrectionKeepsWhatWasSaidAndBelievedBefore() throws Exception {
        says("yahoo", "0.30");
        decide();
        String before = database.value("SELECT now()");
        says("yahoo", "0.36");
        decide();
        assertThat(database.rows(
                        "SELECT trim_scale(amount), superseded_at = 'infinity' FROM exdate.statement ORDER BY 1"))
                .containsExactly("0.3|f", "0.36|t");
        assertThat(database.rows("SELECT trim_scale(amount) FROM exdate.distributions_as_of('" + before + "')"))
                .containsExactly("0.3");
        assertThat(database.rows("SELECT trim_scale(amount) FROM exdate.distributions_as_of(now())"))
                .containsExactly("0.36");
    }

    @Test
    void aSecondRunWritesNoNewVersion() throws Exception {
        for (int night = 1; night <= 2; night++) {
            says("yahoo", "0.2", "1.7");
            says("fmp", "1.90");
            database.execute("INSERT INTO raw_dividends_nasdaq (symbol, ex_date, dividend_rate)"
                    + " VALUES ('ZZTA', '2026-11-17', 1.9) ON CONFLICT DO NOTHING");
            DistributionStore.Decided decided = decide();
            assertThat(decided.believed()).as("night %d", night).isEqualTo(night == 1 ? 2 : 0);
        }
        assertThat(database.rows(
                        "SELECT (SELECT count(*) FROM exdate.statement), (SELECT count(*) FROM exdate.distribution)"))
                .containsExactly("4|2");
    }

    @Test
    void aPaymentThatItsSourceNoLongerListsIsNotBelievedAnyMore() throws Exception {
        says("yahoo", "0.2", "1.7");
        decide();
        says("yahoo", "0.2");
        decide();
        assertThat(database.rows(DECIDED)).containsExactly("regular|0.2|-|yahoo|only-one|1|0");
        assertThat(database.value("SELECT count(*) FROM exdate.distribution")).isEqualTo("2");
    }
}
