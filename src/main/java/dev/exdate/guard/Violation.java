package dev.exdate.guard;

/** What makes an answer implausible, in words for one line. */
public record Violation(Guard guard, String finding) {}
