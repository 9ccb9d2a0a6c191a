package dev.exdate.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindingStoreTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    private void record(Finding... findings) throws Exception {
        database.inTransaction(handle -> {
            new FindingStore(handle).record("update", List.of(findings));
            return findings;
        });
    }

    private static Finding conflict(String symbol, String... said) {
        List<Finding.Said> words = Arrays.stream(said)
                .map(source -> new Finding.Said(source, "0.30"))
                .toList();
        return new Finding(Code.AMOUNT_CONFLICT, symbol, DAY, "amount", words, "0.30", "authority");
    }

    private static Finding list(String reason) {
        return new Finding(Code.UNREADABLE_ROWS, "", null, "nasdaq calendar", List.of(), null, reason);
    }

    private List<String> lines(Findings.Selection selection) throws Exception {
        return database.reading(handle -> new Findings(handle).of(selection)).stream()
                .map(StoredFinding::line)
                .toList();
    }

    private List<String> all() throws Exception {
        return lines(new Findings.Selection("", LocalDate.EPOCH, false, List.of()));
    }

    @Test
    void theDocumentHasEveryCodeWithWhatToDo() throws Exception {
        Matcher rows = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| [^|]+ \\| ([^|]+) \\|$")
                .matcher(Files.readString(Path.of("docs/truth.md")));
        List<String> documented = rows.results()
                .map(row -> row.group(1) + ": " + row.group(2))
                .filter(row -> Code.of(row.substring(0, row.indexOf(':'))).isPresent())
                .toList();
        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(Code.values())
                        .map(code -> code.word() + ": " + code.action())
                        .toList());
    }

    @Test
    void whatIsSeenAgainStaysOneRow() throws Exception {
        record(list("2 of 90 rows\ncan't be read: \0x"), conflict("ZZTA", "yahoo", "fmp"));
        record(list("3 of 90 rows"), list("4 of 90 rows"));
        assertThat(all())
                .containsExactlyInAnyOrder(
                        "-  -  unreadable-rows  nasdaq calendar: 4 of 90 rows",
                        "2026-11-17  ZZTA  amount-conflict  amount: yahoo 0.30, fmp 0.30; believed: 0.30 (authority)");
    }

    @Test
    void aSettledFindingIsNewWhenItComesBack() throws Exception {
        record(conflict("ZZTA", "yahoo", "fmp"));
        database.execute("UPDATE exdate.finding SET first_seen = '2026-01-01', last_seen = '2026-01-02'");
        Instant run = Instant.parse("2026-02-01T00:00:00Z");
        database.inTransaction(handle -> {
            new FindingStore(handle).settleUnseen("update", List.of(Code.AMOUNT_CONFLICT), List.of("ZZTA"), run);
            return handle;
        });
        assertThat(all()).singleElement().asString().endsWith("; settled");
        assertThat(news(run).counts()).isEmpty();
        record(conflict("ZZTA", "yahoo", "fmp"));
        assertThat(all()).singleElement().asString().endsWith("(authority)");
        assertThat(news(run).counts()).containsExactly(java.util.Map.entry("amount-conflict", 1L));
    }

    @Test
    void aDecidedFindingStaysSoUntilASourceSaysSomethingElse() throws Exception {
        record(conflict("ZZTA", "person", "fmp"));
        assertThat(database.value("SELECT state FROM exdate.finding")).isEqualTo("decided");
        database.execute("UPDATE exdate.finding SET said = '[{\"source\": \"fmp\", \"value\": \"0.30\"}]'");
        record(conflict("ZZTA", "fmp"));
        assertThat(database.value("SELECT state FROM exdate.finding")).isEqualTo("decided");
        record(conflict("ZZTA", "fmp", "cboe"));
        assertThat(database.value("SELECT state FROM exdate.finding")).isEqualTo("open");
    }

    @Test
    void aReportShowsEachCodeBeforeItShowsOneTwice() throws Exception {
        for (int i = 0; i < 30; i++) {
            record(conflict("ZZT" + (char) ('A' + i % 26) + i, "fmp", "yahoo"));
        }
        record(list("2 of 90 rows"));
        NewFindings news = news(Instant.EPOCH);
        assertThat(news.counts().toString()).isEqualTo("{amount-conflict=30, unreadable-rows=1}");
        assertThat(news.first()).hasSize(10).extracting(StoredFinding::code).contains("unreadable-rows");
        assertThat(FindingsJson.news(FindingsJson.of(news))).isEqualTo(news);
    }

    private NewFindings news(Instant since) throws Exception {
        return database.reading(handle -> NewFindings.since(handle, since));
    }

    @Test
    void symbolDayCodeAndStateSelect() throws Exception {
        record(conflict("ZZTA", "fmp", "yahoo"), conflict("ZZTB", "person", "yahoo"), list("2 of 90 rows"));
        assertThat(lines(new Findings.Selection("ZZTB", DAY, false, List.of()))).hasSize(1);
        assertThat(lines(new Findings.Selection("", DAY.plusDays(1), false, List.of(Code.AMOUNT_CONFLICT))))
                .isEmpty();
        assertThat(lines(new Findings.Selection("", DAY, true, List.of(Code.AMOUNT_CONFLICT))))
                .hasSize(1);
        assertThat(database.reading(handle -> FindingsJson.of(
                                new Findings(handle).of(new Findings.Selection("ZZTB", DAY, false, List.of()))))
                        .toString())
                .isEqualTo(
                        "[{\"code\":\"amount-conflict\",\"symbol\":\"ZZTB\",\"day\":\"2026-11-17\",\"field\":\"amount\","
                                + "\"said\":[{\"source\":\"person\",\"value\":\"0.30\"},{\"source\":\"yahoo\",\"value\":\"0.30\"}],"
                                + "\"believed\":\"0.30\",\"reason\":\"authority\",\"action\":\""
                                + Code.AMOUNT_CONFLICT.action()
                                + "\",\"state\":\"decided\"}]");
    }
}
