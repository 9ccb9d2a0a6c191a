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
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An answer as it might look after a redesign of the site: the same frame, but other names for fields, columns and
 * links.
 */
final class ChangedLayout {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern TABLE = Pattern.compile("(?s)<table.*?</table>");
    private static final Pattern FIRST_ROW = Pattern.compile("(?s)<tr.*?</tr>");
    private static final Pattern HEADER = Pattern.compile("(?s)(<th(?: [^>]*)?>).*?(</th>)");
    private static final Pattern CELL = Pattern.compile("(?s)(<td[^>]*>)(?:(?!<a |</td>).)*(</td>)");
    private static final int FEWEST_COLUMNS = 3;

    private ChangedLayout() {}

    static SandboxAnswer of(SandboxAnswer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        String changed = answer.type().startsWith("application/json")
                ? json(text)
                : answer.type().startsWith("text/html") ? html(text) : columns(text);
        return answer.withBody(changed.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String text) {
        try {
            return JSON.writeValueAsString(renamed(JSON.readTree(text)));
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    private static JsonNode renamed(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode other = JSON.createArrayNode();
            array.forEach(element -> other.add(renamed(element)));
            return other;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode other = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            String name = isContent(value) ? field.getKey() + "V2" : field.getKey();
            other.set(name, renamed(value));
        }
        return other;
    }

    /** A value or a row of values, not part of the frame. */
    private static boolean isContent(JsonNode value) {
        return value.isValueNode() && !value.isNull()
                || value.isArray() && !value.isEmpty() && value.get(0).isValueNode();
    }

    private static String html(String text) {
        return TABLE.matcher(text)
                .replaceAll(table -> Matcher.quoteReplacement(table(table.group())))
                .replace("/our-etfs/", "/products/")
                .replace("/news-release/", "/story/")
                .replace("column-", "field-")
                .replace("Ex. &amp; Record Date:", "Entitlement:")
                .replace("type=\"date\"", "type=\"text\"")
                .replace("<script>", "<script type=\"text/off\">");
    }

    /** If no cell is a header, the first row is the header. */
    private static String table(String table) {
        return HEADER.matcher(table).find()
                ? HEADER.matcher(table).replaceAll("$1Value$2")
                : FIRST_ROW
                        .matcher(table)
                        .replaceFirst(row -> Matcher.quoteReplacement(
                                CELL.matcher(row.group()).replaceAll("$1Value$2")));
    }

    /** The header is the first line of several columns. */
    private static String columns(String text) {
        char separator = text.lines().findFirst().orElse("").contains("|") ? '|' : ',';
        String[] lines = text.split("(?<=\n)", -1);
        for (int i = 0; i < lines.length; i++) {
            int columns = (int) lines[i].chars().filter(c -> c == separator).count() + 1;
            if (columns >= FEWEST_COLUMNS) {
                String end = lines[i].endsWith("\r\n") ? "\r\n" : "\n";
                lines[i] = IntStream.rangeClosed(1, columns)
                                .mapToObj(number -> "Field " + number)
                                .collect(Collectors.joining(String.valueOf(separator)))
                        + end;
                break;
            }
        }
        return Arrays.stream(lines).collect(Collectors.joining());
    }
}
