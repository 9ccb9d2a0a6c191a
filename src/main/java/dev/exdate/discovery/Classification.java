package dev.exdate.discovery;

/** What a fund was found to be, and by which rule. */
record Classification(int rule, String strategy, String related) {}
