package dev.exdate.source.snowball;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import java.util.List;

/** The declared dividends of one page of the calendar. */
final class CalendarParser implements Parser<CalendarDividend> {
    private final CalendarPageParser pages = new CalendarPageParser();

    @Override
    public Answer<CalendarDividend> parse(Payload payload) {
        return switch (pages.parse(payload)) {
            case Answer.Failed<CalendarPage>(Failure failure, String message) -> Answer.failed(failure, message);
            case Answer.Nothing<CalendarPage> none -> Answer.nothing();
            case Answer.Rows<CalendarPage>(List<CalendarPage> read) ->
                Answer.rowsOrNothing(read.getFirst().declared());
        };
    }
}
