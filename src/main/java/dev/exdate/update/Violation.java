package dev.exdate.update;

import dev.exdate.guard.Guard;

/** What an answer can hardly be right with, in words that go into one line. */
record Violation(Guard guard, String finding) {}
