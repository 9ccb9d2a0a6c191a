package dev.exdate.run;

import dev.exdate.run.plan.RunResult;

/** What came of a request to run. */
public sealed interface DailyRunOutcome {
    int exitCode();

    record Ran(RunResult result, int exitCode) implements DailyRunOutcome {}

    /** @param reason one line for people */
    record NotRun(Why why, String reason) implements DailyRunOutcome {
        @Override
        public int exitCode() {
            return ExitCode.DONE;
        }
    }

    /** Why no run started. */
    enum Why {
        /** The market is open. */
        DEFERRED("deferred"),
        NOTHING_TO_DO("nothing-to-do");

        private final String id;

        Why(String id) {
            this.id = id;
        }

        /** For programs. */
        public String id() {
            return id;
        }
    }
}
