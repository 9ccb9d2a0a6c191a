package dev.exdate.holdings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.exdate.market.Ticker;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored form of holdings: an array of objects with FMP's names. */
final class HoldingsJson {
    private HoldingsJson() {}

    static String of(Ticker fund, List<HeldPosition> positions) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            json.writeStartArray();
            for (HeldPosition position : positions) {
                json.writeStartObject();
                json.writeStringField("symbol", fund.symbol());
                text(json, "asset", position.asset());
                text(json, "name", position.name());
                text(json, "isin", position.isin());
                text(json, "securityCusip", position.securityCusip());
                number(json, "sharesNumber", position.sharesNumber());
                number(json, "weightPercentage", position.weightPercentage());
                number(json, "marketValue", position.marketValue());
                text(json, "updatedAt", position.updatedAt());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes all that is written to it", e);
        }
        return text.toString();
    }

    /** jsonb can't hold NUL. */
    private static void text(JsonGenerator json, String field, String value) throws IOException {
        json.writeStringField(field, value.replace("\0", ""));
    }

    private static void number(JsonGenerator json, String field, @Nullable BigDecimal value) throws IOException {
        if (value == null) {
            json.writeNullField(field);
        } else {
            json.writeNumberField(field, value);
        }
    }
}
