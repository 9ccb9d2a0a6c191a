package dev.exdate.payment;

import dev.exdate.guard.Limits;
import dev.exdate.guard.LostRowsRule;
import dev.exdate.truth.EventDay;
import dev.exdate.truth.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * One answer of a source.
 *
 * @param source its id
 * @param scope what was asked for: a symbol, a day, a list, or the address of a page
 * @param since the first ex-date that the answer covers
 * @param said whole days: all that the source says of each
 * @param gone days that the scope has held before and does not hold any more; the source withdraws them
 */
public record Reading(String source, String scope, LocalDate since, List<Statement> said, List<EventDay> gone) {
    /** For scopes without a first day. */
    public static final LocalDate ALWAYS = LocalDate.EPOCH;

    private static final LostRowsRule SHORT = LostRowsRule.of(Limits.USUAL.sources());

    public Reading {
        said = List.copyOf(said);
        gone = List.copyOf(gone);
    }

    /** One that withdraws nothing: a part, or an answer that proves nothing by leaving a day out. */
    public Reading(String source, String scope, LocalDate since, List<Statement> said) {
        this(source, scope, since, said, List.of());
    }

    /** A whole and good one. If it lacks many of the days that the scope has held, it is short and withdraws nothing. */
    public static Reading whole(
            String source, String scope, LocalDate since, List<Statement> said, Collection<EventDay> held) {
        List<EventDay> gone = gone(held, said.stream().map(Statement::day).toList());
        return new Reading(source, scope, since, said, gone);
    }

    /** Of the days that a scope has held, those that a whole and good reading of it lacks. */
    public static List<EventDay> gone(Collection<EventDay> held, Collection<EventDay> said) {
        Set<EventDay> now = Set.copyOf(said);
        Set<EventDay> before = Set.copyOf(held);
        List<EventDay> gone = before.stream().filter(day -> !now.contains(day)).toList();
        return SHORT.isShort(before.size(), gone.size()) ? List.of() : gone;
    }
}
