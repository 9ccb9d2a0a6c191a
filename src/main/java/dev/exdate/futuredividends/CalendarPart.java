package dev.exdate.futuredividends;

import dev.exdate.format.Answer;

/**
 * A calendar's answer for one span.
 *
 * @param asked whether the source was asked for it
 */
record CalendarPart(DividendCalendar.Span span, Answer<FutureDividend> answer, boolean asked) {}
