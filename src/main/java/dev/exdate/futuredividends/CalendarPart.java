package dev.exdate.futuredividends;

import dev.exdate.format.Answer;

/** A calendar's answer for one span. */
record CalendarPart(DividendCalendar.Span span, Answer<FutureDividend> answer) {}
