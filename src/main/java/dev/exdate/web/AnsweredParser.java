package dev.exdate.web;

import dev.exdate.format.Answer;

/** A parser that also sees what the answer's headers said. */
@FunctionalInterface
interface AnsweredParser<R> {
    Answer<R> parse(Exchange.Answered answered);
}
