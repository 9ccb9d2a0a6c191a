package dev.exdate.source.fmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.Ticker;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@code /stable} answer: an array of flat objects (documentation: site.financialmodelingprep.com/developer/docs/stable,
 * 2025/26), or the older interface's object with the array {@code historical}. An empty array, or the older interface's empty object, is nothing; an object with {@code "Error Message"} is an
 * error, whatever its status.
 */
final class FmpJson<R> implements Parser<R> {
    private final String what;
    private final List<String> required;
    private final Function<JsonNode, @Nullable R> row;

    /** @param required fields without which a row is of another layout */
    FmpJson(String what, List<String> required, Function<JsonNode, @Nullable R> row) {
        this.what = what;
        this.required = required;
        this.row = row;
    }

    @Override
    public Answer<R> parse(Payload payload) {
        Optional<JsonNode> root = JsonTree.read(payload);
        Optional<Answer<R>> refusal = FmpRefusal.of(payload, root);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (root.isEmpty()) {
            return Answer.failed(Failure.MALFORMED, "incomplete or invalid JSON");
        }
        if (root.get().isObject() && root.get().isEmpty()) {
            return Answer.nothing();
        }
        JsonNode list = root.get().isArray() ? root.get() : root.get().path("historical");
        if (!list.isArray()) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "no array of " + what);
        }
        RowCollector<R> rows = new RowCollector<>();
        list.forEach(object -> rows.add(() -> read(withSymbol(object, root.get()))));
        return rows.answer(what);
    }

    /** The older interface names the symbol once, beside the array. */
    private static JsonNode withSymbol(JsonNode object, JsonNode root) {
        JsonNode symbol = root.get("symbol");
        return symbol != null && object instanceof ObjectNode row && !row.has("symbol")
                ? row.deepCopy().set("symbol", symbol)
                : object;
    }

    private @Nullable R read(JsonNode object) {
        for (String field : required) {
            if (!object.has(field)) {
                throw new UnreadableCell("row with \"" + field + "\"", object.toString());
            }
        }
        return row.apply(object);
    }

    /** @throws UnreadableCell without a symbol */
    static Ticker ticker(JsonNode object) {
        String stated = JsonTree.symbol(object, "symbol");
        return Optional.ofNullable(stated)
                .flatMap(FmpSource.SPELLING::read)
                .orElseThrow(() -> new UnreadableCell("symbol", String.valueOf(stated)));
    }
}
