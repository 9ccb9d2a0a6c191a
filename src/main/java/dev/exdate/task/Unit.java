package dev.exdate.task;

import dev.exdate.market.ExDateWindow;
import dev.exdate.market.Ticker;
import java.time.LocalDate;

/**
 * The smallest piece of work that a task requests, and that can fail or be retried by itself.
 *
 * @param name a symbol; a page's address; a day; a window as {@code FROM..TO}, with a word before it if several things
 *     are requested for one window; a task's name
 */
public record Unit(UnitKind kind, String name) {
    private static final String UNTIL = "..";

    public static Unit symbol(Ticker ticker) {
        return new Unit(UnitKind.SYMBOL, ticker.symbol());
    }

    public static Unit page(String address) {
        return new Unit(UnitKind.PAGE, address);
    }

    public static Unit day(LocalDate day) {
        return new Unit(UnitKind.DAY, day.toString());
    }

    public static Unit window(ExDateWindow.Span span) {
        return new Unit(UnitKind.WINDOW, span.from() + UNTIL + span.to());
    }

    /** One of several things that are requested for the same window. */
    public static Unit window(String what, ExDateWindow.Span span) {
        return new Unit(UnitKind.WINDOW, what + " " + window(span).name());
    }

    public static Unit task(TaskName task) {
        return new Unit(UnitKind.TASK, task.id());
    }

    /** The days of a day or a window. */
    public ExDateWindow.Span span() {
        String days = name.substring(name.lastIndexOf(' ') + 1);
        int until = days.indexOf(UNTIL);
        return until < 0
                ? new ExDateWindow.Span(LocalDate.parse(days), LocalDate.parse(days))
                : new ExDateWindow.Span(
                        LocalDate.parse(days.substring(0, until)),
                        LocalDate.parse(days.substring(until + UNTIL.length())));
    }
}
