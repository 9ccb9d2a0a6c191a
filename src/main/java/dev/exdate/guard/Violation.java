package dev.exdate.guard;

/** What an answer can hardly be right with, in words that go into one line. */
public record Violation(Guard guard, String finding) {}
