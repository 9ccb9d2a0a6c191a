package dev.exdate.finding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about the data that a person may want to know. Code, symbol, day and field tell it from others.
 *
 * @param symbol empty if it is about a source's list
 * @param day the ex-date or the price's day; null if it is about none
 * @param field what it is about: {@code amount}, {@code pay-date}, {@code prices}, or a list's name
 * @param said what each source states
 * @param believed null if nothing is
 * @param reason why it is believed or held back, in a word of {@code docs/truth.md} or one line of text
 */
public record Finding(
        Code code,
        String symbol,
        @Nullable LocalDate day,
        String field,
        List<Said> said,
        @Nullable String believed,
        String reason) {
    public Finding {
        said = List.copyOf(said);
    }

    /** One source's word. */
    public record Said(String source, String value) {}

    /** What a person can do. */
    public String action() {
        return code.action();
    }
}
