package dev.exdate.task;

import dev.exdate.market.ExDateWindow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The part of its work that a task does in this run.
 *
 * @param window the days to request, decided when the run was planned; empty for tasks without days, and for tasks that
 *     decide themselves
 * @param only only these units; empty for all of the work
 * @param open units that failed in earlier runs and have not succeeded since; part of the whole work
 * @param done units that an earlier start of the same run completed; not requested again
 */
public record Assignment(Optional<ExDateWindow.Span> window, List<Unit> only, List<Unit> open, Set<Unit> done) {
    /** The whole work, with no earlier attempts. */
    public static final Assignment WHOLE = new Assignment(Optional.empty(), List.of(), List.of(), Set.of());

    public Assignment {
        only = List.copyOf(only);
        open = List.copyOf(open);
        done = Set.copyOf(done);
    }

    public static Assignment of(ExDateWindow.Span window) {
        return new Assignment(Optional.of(window), List.of(), List.of(), Set.of());
    }

    /** The same work, without the units that an earlier start of the run completed. */
    public Assignment behind(Set<Unit> had) {
        return new Assignment(window, only, open, had);
    }

    /** The items that no earlier start of the run completed. */
    public <Q> List<Q> left(Collection<Q> questions, Function<Q, Unit> unit) {
        return questions.stream()
                .filter(question -> !done.contains(unit.apply(question)))
                .toList();
    }

    /** Whether only some units are assigned. A unit for the whole task means everything. */
    public boolean narrowed() {
        return !only.isEmpty() && only.stream().noneMatch(unit -> unit.kind() == UnitKind.TASK);
    }

    /** Whether this start of the run does all of the task. */
    public boolean isWhole() {
        return !narrowed() && done.isEmpty();
    }

    /** The assigned units of one kind. */
    public Stream<Unit> only(UnitKind kind) {
        return only.stream().filter(unit -> unit.kind() == kind);
    }

    /**
     * The days to request, in order: those of the assigned units, or else those of the span plus the open days of the
     * year before its end.
     */
    public SortedSet<LocalDate> days(ExDateWindow.Span span) {
        SortedSet<LocalDate> days = new TreeSet<>();
        List<Unit> extra = narrowed() ? only : open;
        if (!narrowed()) {
            span.from().datesUntil(span.to().plusDays(1)).forEach(days::add);
        }
        LocalDate oldest = span.to().minusDays(ExDateWindow.AHEAD + ExDateWindow.LONGEST_GAP);
        for (Unit unit : extra) {
            if (unit.kind() == UnitKind.DAY || unit.kind() == UnitKind.WINDOW) {
                unit.span()
                        .from()
                        .datesUntil(unit.span().to().plusDays(1))
                        .filter(day -> narrowed() || !day.isBefore(oldest))
                        .forEach(days::add);
            }
        }
        return days;
    }

    /** Whether this unit is assigned. */
    public boolean includes(Unit unit) {
        return !narrowed() || only.contains(unit);
    }
}
