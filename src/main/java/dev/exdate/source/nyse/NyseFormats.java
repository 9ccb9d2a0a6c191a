package dev.exdate.source.nyse;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Fields;
import dev.exdate.format.Format;
import dev.exdate.format.Payload;
import java.util.List;
import java.util.Map;

/** What can be read of NYSE. */
final class NyseFormats {
    private NyseFormats() {}

    static List<Format<?>> all() {
        return List.of(
                new Format<>("nyse/ex-date", new NyseExDateParser(), NyseFormats::exception),
                new Format<>("nyse/corpax", NyseFormats::actions, NyseFormats::action));
    }

    private static Map<String, Object> exception(ExDateException row) {
        return new Fields()
                .with("symbol", row.ticker())
                .with("exDate", row.exDate())
                .with("recordDate", row.recordDate())
                .with("declaredDate", row.declaredDate())
                .with("name", row.name())
                .toMap();
    }

    private static Answer<CorporateAction> actions(Payload payload) {
        return switch (new NyseCorpaxParser().parse(payload)) {
            case Answer.Failed<ActionPage>(Failure failure, String message) -> Answer.failed(failure, message);
            case Answer.Nothing<ActionPage> ignored -> Answer.nothing();
            case Answer.Rows<ActionPage>(List<ActionPage> pages) ->
                Answer.rowsOrNothing(pages.getFirst().actions());
        };
    }

    private static Map<String, Object> action(CorporateAction action) {
        return new Fields()
                .with("symbol", action.symbol())
                .with("name", action.issuer())
                .with("date", action.date())
                .with("action", action.action())
                .toMap();
    }
}
