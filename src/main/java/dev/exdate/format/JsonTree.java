package dev.exdate.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON answers as a tree in which numbers keep all their digits. */
public final class JsonTree {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    private JsonTree() {}

    /** The whole document; empty for what is not JSON, cut off, or followed by something else. */
    public static Optional<JsonNode> read(Payload payload) {
        try {
            JsonNode root = READER.readTree(payload.text());
            return root == null || root.isMissingNode() ? Optional.empty() : Optional.of(root);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A field's text or number as text without control characters; null where it is absent in any of its forms. */
    public static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || !value.isValueNode()) {
            return null;
        }
        return AmountText.textOrNull(value.asText().replaceAll("\\p{Cntrl}+", " "));
    }

    /** @throws NotReadable for anything but a number or an absent one */
    public static @Nullable BigDecimal number(JsonNode object, String field) {
        return AmountText.parse(text(object, field));
    }

    /** @throws NotReadable for anything but a date or an absent one */
    public static @Nullable LocalDate date(JsonNode object, String field) {
        return DateText.parse(text(object, field));
    }
}
