package dev.exdate.run;

import dev.exdate.run.ResumePlanner.Request;
import dev.exdate.run.journal.PastRuns.PastRun;
import dev.exdate.run.plan.PlanJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Decides what a start does, from the request and the earlier runs. */
final class ResumeRule {
    /** A run that started so lately belongs to the same night, whatever the date is now. */
    private static final Duration SAME_NIGHT = Duration.ofHours(12);

    private ResumeRule() {}

    /** With lines for the log if it needs an explanation. */
    sealed interface Choice {
        record Begin(List<String> lines) implements Choice {}

        record Resume(PastRun run) implements Choice {}

        record RetryFailed(PastRun run) implements Choice {}

        /** Nothing to resume. */
        record Succeeded(PastRun run) implements Choice {}

        record NoRunToRetry() implements Choice {}
    }

    /** @param past daily runs, the newest first */
    static Choice choose(Request request, List<PastRun> past, Instant now) {
        Optional<PastRun> last = lastOfTheDay(request, past, now);
        Optional<PastRun> unfinished = last.filter(PastRun::unfinished);
        return switch (request.mode()) {
            case ANEW -> new Choice.Begin(unfinished.map(ResumeText::unfinished).orElse(List.of()));
            case AUTO -> unfinished.<Choice>map(Choice.Resume::new).orElseGet(() -> new Choice.Begin(List.of()));
            case RESUME -> unfinished.<Choice>map(Choice.Resume::new).orElseGet(() -> nothingToResume(request, last));
            case ONLY_FAILED ->
                last.or(() -> past.stream().findFirst())
                        .<Choice>map(Choice.RetryFailed::new)
                        .orElseGet(Choice.NoRunToRetry::new);
        };
    }

    private static Choice nothingToResume(Request request, Optional<PastRun> succeeded) {
        return succeeded
                .<Choice>map(Choice.Succeeded::new)
                .orElseGet(
                        () -> new Choice.Begin(ResumeText.noRun(request.plan().marketDay())));
    }

    /** The newest run of the day; a successful partial run does not hide an unfinished one. */
    private static Optional<PastRun> lastOfTheDay(Request request, List<PastRun> past, Instant now) {
        Instant tonight = now.minus(SAME_NIGHT);
        LocalDate day = request.plan().marketDay();
        List<PastRun> ofTheDay = past.stream()
                .filter(run -> run.marketDay().equals(day)
                        || !request.dayGiven() && run.startedAt().isAfter(tonight))
                .toList();
        return ofTheDay.stream()
                .filter(run -> run.unfinished() || PlanJson.whole(run.planJson()))
                .findFirst()
                .or(() -> ofTheDay.stream().findFirst());
    }
}
