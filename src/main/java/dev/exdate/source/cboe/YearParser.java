package dev.exdate.source.cboe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import java.time.LocalDate;

/**
 * The list of a year's notices ({@code /us/equities/notices/data/dividends/}): an object with {@code alerts}. Only
 * one program is known to use it, so it may disappear.
 */
final class YearParser implements BodyParser<Notice> {
    @Override
    public Answer<Notice> parseBody(Payload payload) {
        return JsonTree.read(payload)
                .map(YearParser::read)
                .orElseGet(() -> Answer.failed(Failure.MALFORMED, "incomplete or invalid JSON"));
    }

    private static Answer<Notice> read(JsonNode root) {
        JsonNode alerts = root.path("alerts");
        if (!alerts.isArray()) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "no array \"alerts\"");
        }
        RowCollector<Notice> rows = new RowCollector<>();
        alerts.forEach(alert -> rows.add(() -> notice(alert)));
        return rows.answer("notices");
    }

    private static Notice notice(JsonNode alert) {
        LocalDate declared = JsonTree.date(alert, "declaration_dt");
        String firm = JsonTree.text(alert, "firm_name");
        if (declared == null || firm == null) {
            throw new UnreadableCell("notice", alert.toString());
        }
        return new Notice(JsonTree.text(alert, "symbols"), declared, firm);
    }
}
