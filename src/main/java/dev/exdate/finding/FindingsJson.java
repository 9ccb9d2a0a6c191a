package dev.exdate.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings for programs. */
public final class FindingsJson {
    private FindingsJson() {}

    public static ArrayNode of(List<StoredFinding> findings) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        findings.forEach(finding -> array.add(of(finding)));
        return array;
    }

    private static ObjectNode of(StoredFinding finding) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("code", finding.code());
        one.put("symbol", finding.symbol());
        LocalDate day = finding.day();
        one.put("day", day == null ? null : day.toString());
        one.put("field", finding.field());
        one.set("said", said(finding.said()));
        one.put("believed", finding.believed());
        one.put("reason", finding.reason());
        one.put("action", finding.action());
        one.put("state", finding.state().word());
        return one;
    }

    public static ObjectNode of(NewFindings news) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode counts = json.putObject("counts");
        news.counts().forEach(counts::put);
        json.set("first", of(news.first()));
        return json;
    }

    /** As {@link #of(NewFindings)} wrote it; none in the report of an older version. */
    public static NewFindings news(JsonNode json) {
        Map<String, Long> counts = new LinkedHashMap<>();
        json.path("counts")
                .properties()
                .forEach(one -> counts.put(one.getKey(), one.getValue().asLong()));
        return new NewFindings(counts, read(json.path("first")));
    }

    private static List<StoredFinding> read(JsonNode array) {
        List<StoredFinding> findings = new ArrayList<>();
        for (JsonNode one : array) {
            findings.add(new StoredFinding(
                    one.path("code").asText(),
                    one.path("symbol").asText(),
                    one.hasNonNull("day") ? LocalDate.parse(one.path("day").asText()) : null,
                    one.path("field").asText(),
                    said(one.path("said")),
                    one.hasNonNull("believed") ? one.path("believed").asText() : null,
                    one.path("reason").asText(),
                    State.ofWord(one.path("state").asText())));
        }
        return findings;
    }

    static ArrayNode said(List<Finding.Said> said) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        said.forEach(one -> array.addObject().put("source", one.source()).put("value", one.value()));
        return array;
    }

    static List<Finding.Said> said(String json) {
        try {
            return said(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("exdate.finding.said can't be read: " + json, e);
        }
    }

    private static List<Finding.Said> said(JsonNode array) {
        List<Finding.Said> said = new ArrayList<>();
        array.forEach(one -> said.add(
                new Finding.Said(one.path("source").asText(), one.path("value").asText())));
        return said;
    }
}
