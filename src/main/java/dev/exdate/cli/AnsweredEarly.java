package dev.exdate.cli;

/** A command that needs nothing but its arguments: it is done before the framework starts. */
interface AnsweredEarly {
    /** With other arguments it may need more. */
    default boolean isEarly() {
        return true;
    }
}
