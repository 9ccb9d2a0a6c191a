package dev.exdate.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON answers as a tree; numbers keep all their digits. */
public final class JsonTree {
    /** Several times what the longest list needs; millions of small nodes would fill the memory. */
    static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxTokenCount(4_000_000)
            .maxStringLength(1_000_000)
            .build();

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    /** Of a number that needs no second look. */
    private static final int MOST_DIGITS = 18;

    private static final int MOST_DECIMALS = 24;

    private JsonTree() {}

    /** The document; empty if it is not JSON, incomplete, or followed by something else. */
    public static Optional<JsonNode> read(Payload payload) {
        try {
            return Optional.ofNullable(read(payload.text()));
        } catch (JsonProcessingException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable JsonNode read(String text) throws IOException {
        try (JsonParser tokens = new AsStated(READER.createParser(text))) {
            JsonNode root = tokens.nextToken() == null ? null : READER.readTree(tokens);
            return tokens.nextToken() == null ? root : null;
        }
    }

    /** The value that the tokens stand at, which then stand at its end. */
    static @Nullable JsonNode at(JsonParser tokens) throws IOException {
        return READER.readTree(new AsStated(tokens));
    }

    /** Exponents keep the source's form. */
    private static final class AsStated extends JsonParserDelegate {
        AsStated(JsonParser tokens) {
            super(tokens);
        }

        @Override
        public BigDecimal getDecimalValue() throws IOException {
            return currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                    ? StatedNumber.of(getText())
                    : super.getDecimalValue();
        }
    }

    /** A field's text or number as text without control characters; null if it is absent in any form. */
    public static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || !value.isTextual() && !value.isNumber()) {
            return null;
        }
        return AmountText.textOrNull(value.asText());
    }

    /** The symbol, null if there is none. A text that means "unknown" elsewhere may be a symbol ({@code NA}). */
    public static @Nullable String symbol(JsonNode object, String field) {
        JsonNode value = object.get(field);
        String stated = value != null && value.isTextual()
                ? PlainText.of(value.asText()).strip()
                : "";
        return stated.isEmpty() ? null : stated;
    }

    /** @throws UnreadableCell for anything but a number or an absent one */
    public static @Nullable BigDecimal number(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value != null && value.isNumber()) {
            BigDecimal number = value.decimalValue();
            int scale = number.scale();
            if (scale >= 0 && scale <= MOST_DECIMALS && number.precision() - scale <= MOST_DIGITS) {
                return number;
            }
        }
        return AmountText.parse(text(object, field));
    }

    /** @throws UnreadableCell for anything but a date or an absent one */
    public static @Nullable LocalDate date(JsonNode object, String field) {
        return DateText.parse(text(object, field));
    }
}
