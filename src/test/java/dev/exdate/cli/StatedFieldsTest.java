package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.exdate.testing.Samples;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nothing that the recorded sources state about a payment is lost: each field has a place, or a reason why it has none. */
class StatedFieldsTest {
    /** The field as stated, and the field of {@code exdate parse} that has it; in brackets, why none has. */
    private static final Map<String, Map<String, String>> PLACES = Map.of(
            "fmp/stable-dividends-AAPL.json",
            fields("symbol=symbol date=exDate recordDate=recordDate paymentDate=payDate declarationDate=declaredDate"
                    + " dividend=amount adjDividend=adjAmount frequency=frequency yield=(of-price-and-amount)"),
            "fmp/stable-dividends-calendar.json",
            fields("symbol=symbol date=exDate recordDate=recordDate paymentDate=payDate declarationDate=declaredDate"
                    + " dividend=amount adjDividend=adjAmount frequency=frequency yield=(of-price-and-amount)"),
            "nasdaq/calendar-2023-11-06-fetched-2023-11-06.json",
            fields("symbol=symbol companyName=name dividend_Ex_Date=exDate payment_Date=payDate record_Date=recordDate"
                    + " announcement_Date=declaredDate dividend_Rate=amount"
                    + " indicated_Annual_Dividend=(annual_dividend-of-raw_dividends_nasdaq)"),
            "alphavantage/dividends-AAPL.json",
            fields("symbol=symbol ex_dividend_date=exDate declaration_date=declaredDate record_date=recordDate"
                    + " payment_date=payDate amount=amount"));

    private static final Map<String, String> ROWS = Map.of(
            "fmp/stable-dividends-AAPL.json", "",
            "fmp/stable-dividends-calendar.json", "",
            "nasdaq/calendar-2023-11-06-fetched-2023-11-06.json", "/data/calendar/rows",
            "alphavantage/dividends-AAPL.json", "/data");

    private static final Map<String, String> KINDS = Map.of(
            "fmp/stable-dividends-AAPL.json", "fmp/dividends",
            "fmp/stable-dividends-calendar.json", "fmp/dividends-calendar",
            "nasdaq/calendar-2023-11-06-fetched-2023-11-06.json", "nasdaq/calendar",
            "alphavantage/dividends-AAPL.json", "alphavantage/dividends");

    private static Map<String, String> fields(String pairs) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : pairs.split(" ")) {
            fields.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return fields;
    }

    @Test
    void everyFieldOfADocumentHasItsPlace() throws Exception {
        Samples.assumePresent();
        for (String sample : PLACES.keySet()) {
            Map<String, String> places = PLACES.getOrDefault(sample, Map.of());
            JsonNode rows = new ObjectMapper()
                    .readTree(Files.readString(Samples.find(sample).orElseThrow()))
                    .at(ROWS.getOrDefault(sample, ""));
            Set<String> stated = new TreeSet<>();
            rows.forEach(row -> row.fieldNames().forEachRemaining(stated::add));
            assertThat(places.keySet()).as(sample).containsAll(stated);
            JsonNode parsed = ParsedAnswer.of(
                            KINDS.getOrDefault(sample, ""), Samples.find(sample).orElseThrow(), 200)
                    .json()
                    .get("rows");
            Set<String> printed = new TreeSet<>();
            parsed.forEach(row -> row.fieldNames().forEachRemaining(printed::add));
            List<String> wanted = stated.stream()
                    .map(field -> places.getOrDefault(field, ""))
                    .filter(place -> !place.startsWith("("))
                    .toList();
            assertThat(printed).as(sample).containsAll(wanted);
        }
    }

    @Test
    void everyColumnOfAnIssuersTableHasItsPlace() throws Exception {
        Samples.assumePresent();
        Map<String, List<String>> places = Map.of(
                "yieldmax/release-2025-10-14-group1.txt",
                List.of(
                        "symbol",
                        "name",
                        "frequency",
                        "amount",
                        "distributionRate",
                        "secYield",
                        "roc",
                        "exDate",
                        "recordDate",
                        "payDate",
                        "kind"),
                "yieldmax/release-2024-06-13-combined-ex-record.txt",
                List.of("symbol", "name", "amount", "distributionRate", "secYield", "exDate", "recordDate", "payDate"));
        for (Map.Entry<String, List<String>> sample : places.entrySet()) {
            JsonNode rows = ParsedAnswer.of(
                            "yieldmax/release", Samples.find(sample.getKey()).orElseThrow(), 200)
                    .json()
                    .get("rows");
            Set<String> printed = new TreeSet<>();
            rows.forEach(row -> row.fieldNames().forEachRemaining(printed::add));
            assertThat(printed).as(sample.getKey()).containsExactlyInAnyOrderElementsOf(sample.getValue());
        }
    }
}
