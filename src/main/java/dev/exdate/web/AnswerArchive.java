package dev.exdate.web;

/** Keeps what sources answer, so that it can be read again. Thread-safe; it never fails a request. */
@FunctionalInterface
public interface AnswerArchive {
    /** Keeps nothing. */
    AnswerArchive NONE = answer -> {};

    void keep(KeptAnswer answer);
}
