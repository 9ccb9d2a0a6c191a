package dev.exdate.update;

import dev.exdate.finding.Code;
import java.time.LocalDate;

/**
 * A value of an answer that is held back; the answer's others are believed.
 *
 * @param day its ex-date
 * @param value as stated
 * @param objection why, in one line
 */
record HeldValue(Code code, LocalDate day, String value, String objection) {}
