package dev.exdate.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A closing report's figures and findings, as stored in {@code exdate.run.report}: by code, never as text. */
public final class ReportJson {
    private ReportJson() {}

    public static ObjectNode of(DatabaseStatus status) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("symbols", status.symbols());
        json.put("withPrice", status.withPrice());
        json.put("withDividend", status.withDividend());
        json.put("withCompany", status.withCompany());
        json.put("withSector", status.withSector());
        json.put("withHoldings", status.withHoldings());
        json.put("stocks", status.stocks());
        json.put("etfs", status.etfs());
        json.put("trusts", status.trusts());
        json.put("duplicates", status.duplicates());
        json.put("priceRows", status.priceRows().rows());
        json.put("dividendRows", status.dividendRows().rows());
        json.put("futureRows", status.futureRows());
        json.put("excluded", status.excluded());
        ArrayNode top = json.putArray("top");
        for (Yielder yielder : status.top()) {
            top.addObject()
                    .put("symbol", yielder.symbol())
                    .put("yield", yielder.yield().toPlainString())
                    .put("company", yielder.company());
        }
        return json;
    }

    /** Empty if there is none. */
    public static Optional<DatabaseStatus> status(JsonNode json) {
        if (!json.isObject()) {
            return Optional.empty();
        }
        List<Yielder> top = new ArrayList<>();
        for (JsonNode one : json.path("top")) {
            top.add(new Yielder(
                    one.path("symbol").asText(),
                    new BigDecimal(one.path("yield").asText("0")),
                    one.path("company").asText()));
        }
        return Optional.of(new DatabaseStatus(
                json.path("symbols").asLong(),
                json.path("withPrice").asLong(),
                json.path("withDividend").asLong(),
                json.path("withCompany").asLong(),
                json.path("withSector").asLong(),
                json.path("withHoldings").asLong(),
                json.path("stocks").asLong(),
                json.path("etfs").asLong(),
                json.path("trusts").asLong(),
                json.path("duplicates").asLong(),
                RowCount.exact(json.path("priceRows").asLong()),
                RowCount.exact(json.path("dividendRows").asLong()),
                json.path("futureRows").asLong(),
                json.path("excluded").asLong(),
                top));
    }

    public static ObjectNode of(Finding finding) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("code", finding.code().id());
        json.put("level", finding.level().id());
        ObjectNode figures = json.putObject("figures");
        new TreeMap<>(finding.figures()).forEach(figures::put);
        if (!finding.detail().isEmpty()) {
            json.put("detail", finding.detail());
        }
        return json;
    }

    /** Empty for a finding that has no code, or one that this version does not know. */
    public static Optional<Finding> finding(JsonNode json) {
        Optional<Finding.Code> code = Finding.Code.of(json.path("code").asText());
        Optional<Finding.Level> level = Finding.Level.of(json.path("level").asText());
        if (code.isEmpty() || level.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Long> figures = new HashMap<>();
        json.path("figures")
                .properties()
                .forEach(
                        figure -> figures.put(figure.getKey(), figure.getValue().asLong()));
        return Optional.of(new Finding(
                code.get(), level.get(), figures, json.path("detail").asText("")));
    }
}
