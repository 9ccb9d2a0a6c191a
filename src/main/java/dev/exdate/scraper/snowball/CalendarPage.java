package dev.exdate.scraper.snowball;

import java.util.List;

/**
 * One page of the calendar.
 *
 * @param pages how many there are by the page's own count
 * @param listed rows of the page, estimates included
 * @param declared the declared ones among them
 */
record CalendarPage(int pages, int listed, List<CalendarDividend> declared) {
    CalendarPage {
        declared = List.copyOf(declared);
    }
}
