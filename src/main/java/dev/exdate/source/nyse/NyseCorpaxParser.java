package dev.exdate.source.nyse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.market.Ticker;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code listingmanager.nyse.com/api/corpax/} (undocumented; as recorded in 2023). One row: the page. */
final class NyseCorpaxParser implements BodyParser<ActionPage> {
    @Override
    public Answer<ActionPage> parseBody(Payload payload) {
        return JsonTree.read(payload)
                .map(NyseCorpaxParser::page)
                .orElseGet(() -> Answer.failed(Failure.MALFORMED, "incomplete or invalid JSON"));
    }

    private static Answer<ActionPage> page(JsonNode root) {
        JsonNode results = root.path("results");
        if (!results.isArray() || !root.path("count").isInt()) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "no array \"results\" with a \"count\"");
        }
        RowCollector<CorporateAction> rows = new RowCollector<>();
        results.forEach(result -> rows.add(() -> action(result)));
        int count = root.path("count").intValue();
        // Don't follow the address in "next": it is plain http and has && in its query.
        boolean last = JsonTree.text(root, "next") == null;
        return switch (rows.answer("corporate actions")) {
            case Answer.Failed<CorporateAction>(Failure failure, String message) -> Answer.failed(failure, message);
            case Answer.Nothing<CorporateAction> ignored -> Answer.nothing();
            case Answer.Rows<CorporateAction>(List<CorporateAction> actions) ->
                new Answer.Rows<>(List.of(new ActionPage(actions, count, last)));
        };
    }

    private static CorporateAction action(JsonNode result) {
        String action = JsonTree.text(result, "action_type");
        String event = JsonTree.text(result, "market_event");
        if (action == null || event == null) {
            throw new UnreadableCell("corporate action", result.toString());
        }
        String symbol = JsonTree.text(result, "issue_symbol");
        return new CorporateAction(
                symbol == null
                        ? null
                        : SymbolSpelling.ACT.read(symbol).map(Ticker::symbol).orElse(null),
                JsonTree.date(result, "action_date"),
                action,
                JsonTree.text(result, "action_status"),
                JsonTree.text(result, "issuer_name"),
                event,
                instant(JsonTree.text(result, "updated_at")));
    }

    private static @Nullable OffsetDateTime instant(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableCell("time", String.valueOf(text));
        }
    }
}
