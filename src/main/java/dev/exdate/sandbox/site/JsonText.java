package dev.exdate.sandbox.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes one JSON document: fields in the given order, numbers with exactly their digits. */
public final class JsonText {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    public JsonText() {
        json = quietly(() -> JSON.createGenerator(text));
    }

    public JsonText object() {
        return write(json::writeStartObject);
    }

    public JsonText object(String name) {
        return write(() -> json.writeObjectFieldStart(name));
    }

    public JsonText array() {
        return write(json::writeStartArray);
    }

    public JsonText array(String name) {
        return write(() -> json.writeArrayFieldStart(name));
    }

    /** Ends the innermost object or array. */
    public JsonText end() {
        return write(() -> {
            if (json.getOutputContext().inArray()) {
                json.writeEndArray();
            } else {
                json.writeEndObject();
            }
        });
    }

    public JsonText field(String name, @Nullable String value) {
        return write(() -> json.writeStringField(name, value));
    }

    public JsonText field(String name, @Nullable BigDecimal value) {
        return write(() -> {
            json.writeFieldName(name);
            json.writeNumber(value);
        });
    }

    public JsonText field(String name, long value) {
        return write(() -> json.writeNumberField(name, value));
    }

    public JsonText field(String name, boolean value) {
        return write(() -> json.writeBooleanField(name, value));
    }

    public JsonText absent(String name) {
        return write(() -> json.writeNullField(name));
    }

    public JsonText value(String value) {
        return write(() -> json.writeString(value));
    }

    public JsonText value(@Nullable BigDecimal value) {
        return write(() -> json.writeNumber(value));
    }

    public JsonText value(long value) {
        return write(() -> json.writeNumber(value));
    }

    /** The document; closes everything that is open. */
    public String text() {
        write(json::close);
        return text.toString();
    }

    private JsonText write(Step step) {
        quietly(() -> {
            step.run();
            return text;
        });
        return this;
    }

    private static <T> T quietly(Making<T> making) {
        try {
            return making.make();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON", e);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    @FunctionalInterface
    private interface Making<T> {
        T make() throws IOException;
    }
}
