package dev.exdate.web;

import dev.exdate.format.Answer;

/** Reads an answer, and sees what the answer's headers said. */
@FunctionalInterface
interface AnswerReader<R> {
    Answer<R> parse(Exchange.Answered answered);
}
