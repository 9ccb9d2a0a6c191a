package dev.exdate.source.snowball;

import java.util.List;

/**
 * One page of the calendar.
 *
 * @param total how many rows all pages have by the page's own count
 * @param size rows of a page that is not the last
 * @param listed rows of the page, estimates included
 * @param declared the declared ones among them
 */
public record CalendarPage(int total, int size, int listed, List<CalendarDividend> declared) {
    private static final int MOST_PAGES = 20_000;

    public CalendarPage {
        declared = List.copyOf(declared);
    }

    /** How many there are by the page's own count. */
    public int pages() {
        return Math.max(1, Math.min(MOST_PAGES, (int) (((long) total + size - 1) / size)));
    }
}
