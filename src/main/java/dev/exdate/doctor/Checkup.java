package dev.exdate.doctor;

import dev.exdate.run.ExitCode;
import java.util.List;
import java.util.stream.IntStream;

/** All that was checked. */
public record Checkup(List<Diagnosis> all) {
    /** What a run ends with first. */
    private static final List<Integer> ORDER = List.of(ExitCode.USAGE, ExitCode.LOCKED, ExitCode.TASK_FAILED);

    public Checkup {
        all = List.copyOf(all);
    }

    /** @param strict whether a run is meant that fails with any of its tasks */
    public int exitCodeOfRun(boolean strict) {
        return ORDER.stream()
                .filter(code -> codes().anyMatch(code::equals))
                .findFirst()
                .orElse(strict && codes().anyMatch(code -> code == ExitCode.STRICT) ? ExitCode.STRICT : ExitCode.DONE);
    }

    private IntStream codes() {
        return all.stream().mapToInt(Diagnosis::runEndsWith);
    }

    /** @param strict whether a warning counts */
    public int exitCode(boolean strict) {
        if (has(Diagnosis.State.BROKEN)) {
            return ExitCode.TASK_FAILED;
        }
        return strict && has(Diagnosis.State.LESS) ? ExitCode.STRICT : ExitCode.DONE;
    }

    private boolean has(Diagnosis.State state) {
        return all.stream().anyMatch(diagnosis -> diagnosis.state() == state);
    }
}
