package dev.exdate.task;

import dev.exdate.finding.Code;
import dev.exdate.finding.Finding;
import dev.exdate.format.Answer;
import dev.exdate.format.LeftOut;
import java.util.List;

/** Rows of a list that could not be read: a line of the log and a finding. */
public final class UnreadableRows {
    private UnreadableRows() {}

    /**
     * @param list what was asked for: a page, a day, a symbol
     * @return how many there are
     */
    public static int note(TaskLog log, TaskLedger ledger, TaskName task, String list, Answer<?> answer) {
        answer.leftOut().ifPresent(out -> {
            log.line("⚠️  " + list + ": " + out.words());
            ledger.found(
                    new Finding(Code.UNREADABLE_ROWS, "", null, task.id() + " " + list, List.of(), null, out.words()));
        });
        return answer.leftOut().map(LeftOut::rows).orElse(0);
    }
}
