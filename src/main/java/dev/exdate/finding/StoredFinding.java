package dev.exdate.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the database has it.
 *
 * @param code its word, which may be one of a newer version
 * @param day null if it is about none
 * @param believed null if nothing is
 */
public record StoredFinding(
        String code,
        String symbol,
        @Nullable LocalDate day,
        String field,
        List<Finding.Said> said,
        @Nullable String believed,
        String reason,
        State state) {
    public StoredFinding {
        said = List.copyOf(said);
    }

    /** What a person can do; empty for a code of a newer version. */
    public String action() {
        return Code.of(code).map(Code::action).orElse("");
    }

    /**
     * One line: {@code 2026-11-17 ZZTA amount-conflict amount: yieldmax 0.36, yahoo 0.30; believed: 0.36 (authority)}.
     */
    public String line() {
        String where = (day == null ? "-" : day.toString()) + "  " + (symbol.isEmpty() ? "-" : symbol);
        String words =
                said.stream().map(one -> one.source() + " " + one.value()).collect(Collectors.joining(", "));
        String why = believed == null ? reason : "believed: " + believed + " (" + reason + ")";
        return "%s  %s  %s: %s%s%s"
                .formatted(
                        where,
                        code,
                        field,
                        words.isEmpty() ? "" : words + "; ",
                        why,
                        state == State.OPEN ? "" : "; " + state.word());
    }
}
