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
 * What of its work a task is to do in this run.
 *
 * @param window the days to ask for, decided when the run was planned; empty for tasks without, and for those that are to
 *     decide themselves
 * @param only just these units; empty for all of the work
 * @param open what earlier runs asked for in vain and nobody has had since: part of all of the work
 * @param done what an earlier start of the same run has had: not asked for again
 */
public record Assignment(Optional<ExDateWindow.Span> window, List<Unit> only, List<Unit> open, Set<Unit> done) {
    /** All of the work, of which nothing is known before. */
    public static final Assignment WHOLE = new Assignment(Optional.empty(), List.of(), List.of(), Set.of());

    public Assignment {
        only = List.copyOf(only);
        open = List.copyOf(open);
        done = Set.copyOf(done);
    }

    public static Assignment of(ExDateWindow.Span window) {
        return new Assignment(Optional.of(window), List.of(), List.of(), Set.of());
    }

    /** The same behind what an earlier start of the run has had. */
    public Assignment behind(Set<Unit> had) {
        return new Assignment(window, only, open, had);
    }

    /** Those of the questions that no earlier start of the run has had an answer to. */
    public <Q> List<Q> left(Collection<Q> questions, Function<Q, Unit> unit) {
        return questions.stream()
                .filter(question -> !done.contains(unit.apply(question)))
                .toList();
    }

    /** Whether only some units are asked for. A unit that stands for the whole task asks for all. */
    public boolean narrowed() {
        return !only.isEmpty() && only.stream().noneMatch(unit -> unit.kind() == UnitKind.TASK);
    }

    /** The units asked for of one kind. */
    public Stream<Unit> only(UnitKind kind) {
        return only.stream().filter(unit -> unit.kind() == kind);
    }

    /**
     * The days to ask for, in order: those of the chosen units; else those of the span and what is open of the year before
     * its end.
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

    /** Whether this one is to be asked for. */
    public boolean includes(Unit unit) {
        return !narrowed() || only.contains(unit);
    }
}
