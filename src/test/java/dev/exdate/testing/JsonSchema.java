package dev.exdate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Those words of JSON Schema that the documents in docs use: type, enum, required, properties, items. */
public final class JsonSchema {
    private final JsonNode schema;

    private JsonSchema(JsonNode schema) {
        this.schema = schema;
    }

    public static JsonSchema of(Path file) throws IOException {
        return new JsonSchema(new ObjectMapper().readTree(file.toFile()));
    }

    /** What is wrong with it, each with its place; a property that the schema does not know is wrong, too. */
    public List<String> faults(String json) throws IOException {
        List<String> faults = new ArrayList<>();
        check("$", schema, new ObjectMapper().readTree(json), faults);
        return faults;
    }

    private static void check(String place, JsonNode schema, JsonNode value, List<String> faults) {
        if (!isOfType(schema.path("type").asText(), value)) {
            faults.add(place + " is not of type " + schema.path("type").asText() + ": " + value);
            return;
        }
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            faults.add(place + " is none of " + schema.path("enum") + ": " + value);
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(place + " lacks " + name.asText());
            }
        });
        value.properties().forEach(entry -> {
            JsonNode known = schema.path("properties").path(entry.getKey());
            if (known.isMissingNode()) {
                faults.add(place + " has " + entry.getKey() + ", which the schema does not know");
            } else {
                check(place + "." + entry.getKey(), known, entry.getValue(), faults);
            }
        });
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(place + "[" + i + "]", schema.path("items"), value.get(i), faults);
            }
        }
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalArgumentException("a type that this check does not know: " + type);
        };
    }
}
