package dev.exdate.update;

import dev.exdate.guard.Guard;

/** What makes an answer implausible, in words for one line. */
record Violation(Guard guard, String finding) {}
