package dev.exdate.run.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.market.ExDateWindow;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.source.nyse.NyseSource;
import dev.exdate.task.Assignment;
import dev.exdate.task.TaskName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a later start of a run needs of the plan comes back from the journal as it was. */
class PlanJsonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Map<TaskName, Duration> LIMITS = Map.of(TaskName.UPDATE, Duration.ofHours(1));
    private static final ExDateWindow.Span WINDOW =
            new ExDateWindow.Span(LocalDate.of(2026, 11, 13), LocalDate.of(2027, 1, 22));

    /** A plan as it is stored, and whether it is all that its day wants. */
    private record Row(String name, RunPlan plan, Optional<UUID> failedOf, boolean whole) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Row> plans() {
        RunPlan usual = new RunPlan(DAY, false, Map.of(), false, false, LIMITS);
        Map<TaskName, String> left = RunPlan.leaving(Set.of(), Set.of(NyseSource.SCRAPER));
        return Stream.of(
                new Row("a weekday", usual, Optional.empty(), true),
                new Row("a Sunday", new RunPlan(DAY, true, Map.of(), false, false, LIMITS), Optional.empty(), true),
                new Row("serial", new RunPlan(DAY, true, Map.of(), true, false, LIMITS), Optional.empty(), true),
                new Row("backup last", new RunPlan(DAY, true, Map.of(), false, true, LIMITS), Optional.empty(), true),
                new Row("without nyse", new RunPlan(DAY, true, left, false, false, LIMITS), Optional.empty(), false),
                new Row("what failed", usual, Optional.of(UUID.randomUUID()), false),
                new Row(
                        "with windows",
                        usual.assigning(Map.of(
                                NasdaqSource.SCRAPER,
                                Assignment.of(WINDOW),
                                NyseSource.SCRAPER,
                                Assignment.of(WINDOW))),
                        Optional.empty(),
                        true));
    }

    private static String json(RunPlan plan, Optional<UUID> failedOf) {
        return PlanJson.of(
                new PlannedRun(UUID.randomUUID(), "run", Instant.EPOCH, false, plan, failedOf, RunTasks.ALL));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aPlanComesBackAsItWas(Row row) {
        PlanJson.Kept kept = PlanJson.read(json(row.plan(), row.failedOf()), LIMITS);
        assertThat(kept.plan()).isEqualTo(row.plan().assigning(Map.of()));
        assertThat(kept.failedOf()).isEqualTo(row.failedOf());
        assertThat(kept.windows()).containsOnlyKeys(row.plan().assignments().keySet());
        assertThat(kept.windows().values()).allMatch(WINDOW::equals);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void onlyAPlanWithoutRestrictionIsWhole(Row row) {
        assertThat(PlanJson.whole(json(row.plan(), row.failedOf()))).isEqualTo(row.whole());
    }

    @Test
    void tasksOfAnotherVersionAreLeftOut() {
        PlanJson.Kept kept = PlanJson.read(
                "{\"marketDay\": \"2026-11-23\", \"left\": {\"sharks\": \"gone\"}, \"windows\": {\"sharks\": \"x\"}}",
                LIMITS);
        assertThat(kept.plan().left()).isEmpty();
        assertThat(kept.windows()).isEqualTo(Map.of());
        assertThat(kept.plan().limits()).isEqualTo(LIMITS);
    }
}
