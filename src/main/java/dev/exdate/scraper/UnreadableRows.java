package dev.exdate.scraper;

import dev.exdate.finding.Code;
import dev.exdate.finding.Finding;
import dev.exdate.format.LeftOut;
import dev.exdate.task.TaskName;
import dev.exdate.task.Unit;
import java.util.List;

/** Rows of a page that could not be read, as a finding. */
final class UnreadableRows {
    private UnreadableRows() {}

    static Finding of(TaskName task, Unit page, LeftOut out) {
        return new Finding(Code.UNREADABLE_ROWS, "", null, task.id() + " " + page.name(), List.of(), null, out.words());
    }
}
