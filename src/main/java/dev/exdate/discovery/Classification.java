package dev.exdate.discovery;

/** A fund's strategy and the rule that decided it. */
record Classification(int rule, String strategy, String related) {}
