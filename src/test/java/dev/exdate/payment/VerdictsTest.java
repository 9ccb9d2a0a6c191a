package dev.exdate.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.finding.Verdicts;
import dev.exdate.truth.PaymentKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person's word and the rules. */
class VerdictsTest {
    private static final Verdicts.Day DAY = new Verdicts.Day("ZZTA", LocalDate.of(2026, 11, 17));
    private static final Verdicts.Because WHY = new Verdicts.Because("me", "the issuer's notice");
    private static final String BELIEVED = """
            SELECT kind, trim_scale(amount), source FROM exdate.distribution WHERE valid_to = 'infinity' ORDER BY kind
            """;

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    private void says(String source, String kind, String amount) throws Exception {
        database.execute("""
                INSERT INTO exdate.statement (source, symbol, ex_date, kind, nth, amount, first_seen)
                VALUES ('%s', 'ZZTA', '2026-11-17', '%s', 0, %s, clock_timestamp());
                INSERT INTO raw_stocks (symbol) VALUES ('ZZTA') ON CONFLICT DO NOTHING
                """.formatted(source, kind, amount));
        decide();
    }

    private void decide() throws Exception {
        new Decisions(database, new CopyBulkWriter(), DAY.exDate()).decide();
    }

    private interface Step {
        Optional<String> on(Verdicts verdicts) throws java.sql.SQLException;
    }

    private Optional<String> person(Step step) throws Exception {
        Optional<String> refusal = database.inTransaction(handle -> step.on(new Verdicts(handle)));
        decide();
        return refusal;
    }

    private static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void aPersonsWordComesBeforeAllSourcesUntilItIsForgotten() throws Exception {
        says("yieldmax", "regular", "0.30");
        assertThat(person(it -> it.override(DAY, null, usd("0.36"), WHY))).isEmpty();
        assertThat(database.rows(BELIEVED)).containsExactly("regular|0.36|person");
        assertThat(database.value("SELECT amount FROM raw_dividends")).isEqualTo("0.36");
        assertThat(database.value("SELECT state FROM exdate.finding")).isEqualTo("decided");

        says("cboe", "regular", "0.31");
        assertThat(database.rows(BELIEVED)).as("a later run").containsExactly("regular|0.36|person");

        assertThat(person(it -> it.forget(DAY))).isEmpty();
        assertThat(database.rows(BELIEVED)).containsExactly("regular|0.3|yieldmax");
        assertThat(database.value("SELECT state FROM exdate.finding")).isEqualTo("open");
        assertThat(database.rows("SELECT because, person, forgotten_at < 'infinity' FROM exdate.verdict"))
                .containsExactly("the issuer's notice|me|t");
    }

    @Test
    void oneOfSeveralPaymentsIsReplacedAndTheOthersStay() throws Exception {
        says("cboe", "regular", "0.20");
        says("cboe", "special", "1.70");
        assertThat(person(it -> it.override(DAY, null, usd("1.75"), WHY)))
                .hasValue("ZZTA has several payments on 2026-11-17; --kind says which one: regular, special");
        assertThat(person(it -> it.override(DAY, PaymentKind.SPECIAL, usd("1.75"), WHY)))
                .isEmpty();
        assertThat(database.rows(BELIEVED)).containsExactly("regular|0.2|person", "special|1.75|person");
    }

    @Test
    void whatIsAcceptedStaysWhateverSourcesSayLater() throws Exception {
        says("yahoo", "regular", "0.30");
        assertThat(person(it -> it.accept(DAY, WHY))).isEmpty();
        says("yieldmax", "regular", "0.36");
        assertThat(database.rows(BELIEVED)).containsExactly("regular|0.3|person");
    }

    @Test
    void whatIsNotThereCanNeitherBeAcceptedNorForgotten() throws Exception {
        assertThat(person(it -> it.accept(DAY, WHY))).get().asString().startsWith("nothing is believed about ZZTA");
        assertThat(person(it -> it.forget(DAY))).hasValue("nobody has decided about ZZTA on 2026-11-17");
        assertThat(person(it -> it.override(DAY, null, usd("0.5"), WHY))).isEmpty();
        assertThat(database.rows(BELIEVED)).containsExactly("regular|0.5|person");
    }
}
