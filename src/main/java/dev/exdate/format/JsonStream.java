package dev.exdate.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** JSON answers read token by token, for documents with thousands of numbers. */
public final class JsonStream {
    private static final JsonFactory TOKENS =
            JsonFactory.builder().streamReadConstraints(JsonTree.LIMITS).build();

    private final JsonParser tokens;

    private JsonStream(JsonParser tokens) {
        this.tokens = tokens;
    }

    /** Reads a whole document; the stream stands at its first token. */
    @FunctionalInterface
    public interface Document<T> {
        T read(JsonStream stream) throws IOException;
    }

    /** Reads a field; the stream stands at its value and must stand at the value's end afterwards. */
    @FunctionalInterface
    public interface Field {
        void read(String name) throws IOException;
    }

    /** Reads a value in the same way. */
    @FunctionalInterface
    public interface Value {
        void read() throws IOException;
    }

    /**
     * What the document says; empty if it is not JSON, incomplete, or followed by something else. The bytes are read as
     * they are; only if they can't be, as {@link Payload#text}.
     */
    public static <T> Optional<T> read(Payload payload, Document<T> document) {
        byte[] body = payload.body();
        if (body.length > 1 && body[0] > 0 && body[1] != 0) {
            Optional<T> read = read(() -> TOKENS.createParser(body), document);
            if (read.isPresent() || isAscii(body)) {
                return read;
            }
        }
        return read(() -> TOKENS.createParser(payload.text()), document);
    }

    private static boolean isAscii(byte[] body) {
        for (byte b : body) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private interface Opening {
        JsonParser open() throws IOException;
    }

    private static <T> Optional<T> read(Opening opening, Document<T> document) {
        try (JsonParser tokens = opening.open()) {
            if (tokens.nextToken() == null) {
                return Optional.empty();
            }
            T read = document.read(new JsonStream(tokens));
            return tokens.nextToken() == null ? Optional.of(read) : Optional.empty();
        } catch (JsonProcessingException | java.io.CharConversionException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of the object that begins here; anything else is passed over. */
    public void object(Field field) throws IOException {
        if (tokens.currentToken() != JsonToken.START_OBJECT) {
            tokens.skipChildren();
            return;
        }
        while (tokens.nextToken() == JsonToken.FIELD_NAME) {
            String name = tokens.currentName();
            tokens.nextToken();
            field.read(name);
        }
    }

    /** The elements of the array that begins here; anything else is passed over. Whether it is an array or null. */
    public boolean array(Value element) throws IOException {
        if (tokens.currentToken() != JsonToken.START_ARRAY) {
            tokens.skipChildren();
            return tokens.currentToken() == JsonToken.VALUE_NULL;
        }
        while (tokens.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
        return true;
    }

    /** The first element of the array that begins here. */
    public void first(Value element) throws IOException {
        boolean[] seen = {false};
        array(() -> {
            if (seen[0]) {
                skip();
            } else {
                seen[0] = true;
                element.read();
            }
        });
    }

    public void skip() throws IOException {
        tokens.skipChildren();
    }

    /** The value with all below it. */
    public JsonNode tree() throws IOException {
        JsonNode tree = JsonTree.at(tokens);
        return tree == null ? MissingNode.getInstance() : tree;
    }

    /** The whole number that stands here; {@code otherwise} if it is none or too long. */
    public long whole(long otherwise) throws IOException {
        if (tokens.currentToken() == JsonToken.VALUE_NUMBER_INT
                && tokens.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return tokens.getLongValue();
        }
        tokens.skipChildren();
        return otherwise;
    }

    /** Gives the number or the text that stands here to the numbers; anything else is an absent one. */
    public void number(NumberText numbers) throws IOException {
        switch (tokens.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                numbers.number(tokens.getTextCharacters(), tokens.getTextOffset(), tokens.getTextLength());
            case VALUE_STRING -> numbers.text(tokens.getText());
            default -> {
                tokens.skipChildren();
                numbers.absent();
            }
        }
    }

    /** Where numbers of a column go. */
    public interface NumberText {
        /** A JSON number's characters. */
        void number(char[] text, int from, int length);

        void text(String text);

        void absent();
    }
}
