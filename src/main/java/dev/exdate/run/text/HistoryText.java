package dev.exdate.run.text;

import dev.exdate.market.EasternTime;
import dev.exdate.report.RunHistory;
import dev.exdate.run.plan.Durations;

/** A past run in one line. */
public final class HistoryText {
    private HistoryText() {}

    public static String line(RunHistory.Entry run) {
        String what = run.command().equals("run") ? "" : " " + run.command();
        return "%s  %s  started %s  %8s  %-9s%s%s%s%s"
                .formatted(
                        run.shortId(),
                        run.marketDay(),
                        EasternTime.minute(run.startedAt()),
                        run.took().map(Durations::minutesAndSeconds).orElse("…"),
                        run.status().id(),
                        run.exitCode().map(code -> "  exit " + code).orElse(""),
                        what,
                        run.starts() > 1 ? "  started " + run.starts() + " times" : "",
                        run.failedTasks().isEmpty() ? "" : "  failed: " + String.join(", ", run.failedTasks()));
    }
}
