package dev.exdate.sandbox.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.sandbox.site.SandboxAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer with only half of its rows that is still a complete document: brackets and tags are closed, counts are
 * unchanged, and in a text file the lines after the last row are missing.
 */
final class ShortAnswer {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern TABLE = Pattern.compile("(?s)<table.*?</table>");
    private static final Pattern ROW = Pattern.compile("(?s)<tr.*?</tr>");
    private static final int FEWEST_ROWS = 3;

    private ShortAnswer() {}

    static SandboxAnswer of(SandboxAnswer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        String halved = answer.type().startsWith("application/json")
                ? json(text)
                : answer.type().startsWith("text/html") ? html(text) : lines(text);
        return answer.withBody(halved.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String text) {
        try {
            return JSON.writeValueAsString(halved(JSON.readTree(text)));
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    /** Arrays, and objects whose fields are days or instants. */
    private static JsonNode halved(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode half = JSON.createArrayNode();
            for (int i = 0; i < (array.size() + 1) / 2; i++) {
                half.add(halved(array.get(i)));
            }
            return half;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode half = JSON.createObjectNode();
        boolean rows = !object.isEmpty() && object.fieldNames().next().matches("\\d[\\d-]{7,}");
        int left = rows ? (object.size() + 1) / 2 : object.size();
        Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
        for (int i = 0; i < left; i++) {
            Map.Entry<String, JsonNode> field = fields.next();
            half.set(field.getKey(), halved(field.getValue()));
        }
        return half;
    }

    private static String html(String text) {
        return TABLE.matcher(text).replaceAll(table -> Matcher.quoteReplacement(table(table.group())));
    }

    private static String table(String table) {
        int rows = (int) ROW.matcher(table).results().count();
        int[] number = {0};
        return rows < FEWEST_ROWS
                ? table
                : ROW.matcher(table)
                        .replaceAll(row -> number[0]++ <= rows / 2 ? Matcher.quoteReplacement(row.group()) : "");
    }

    private static String lines(String text) {
        List<String> lines = List.of(text.split("(?<=\n)"));
        return String.join("", lines.subList(0, (lines.size() + 1) / 2));
    }
}
