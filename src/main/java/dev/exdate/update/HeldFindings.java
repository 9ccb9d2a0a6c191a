package dev.exdate.update;

import dev.exdate.database.Handle;
import dev.exdate.finding.Code;
import dev.exdate.finding.Finding;
import dev.exdate.finding.FindingStore;
import dev.exdate.task.TaskName;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The findings about what is held back of symbols' answers; those that are not seen again are settled. */
record HeldFindings(Handle handle) {
    private static final List<Code> CODES = List.of(Code.HELD_BACK, Code.RESTATEMENT, Code.FIRST_LOAD);

    void record(List<SymbolResult> results) throws SQLException {
        List<Finding> found = new ArrayList<>();
        results.forEach(result -> {
            found.addAll(values(result));
            found.addAll(answers(result));
        });
        Instant now = handle.sql("SELECT now()").one(row -> row.getTimestamp(1).toInstant());
        FindingStore findings = new FindingStore(handle);
        findings.record(TaskName.UPDATE.id(), found);
        findings.settleUnseen(
                TaskName.UPDATE.id(),
                CODES,
                results.stream()
                        .filter(HeldFindings::isReadAgain)
                        .map(HeldFindings::symbol)
                        .toList(),
                now);
    }

    /** The newest closes alone say nothing of dividends, and a failure says nothing at all. */
    private static boolean isReadAgain(SymbolResult result) {
        return result.outcomes().containsKey(DataKind.DIVIDENDS)
                && result.outcomes().values().stream()
                        .noneMatch(outcome -> outcome instanceof KindOutcome.Failed
                                && outcome.heldBack().isEmpty());
    }

    private static String symbol(SymbolResult result) {
        return result.due().ticker().symbol();
    }

    private static List<Finding> values(SymbolResult result) {
        List<Finding> found = new ArrayList<>();
        for (SymbolReply reply : result.replies().values()) {
            for (HeldValue value : reply.held()) {
                found.add(new Finding(
                        value.code(),
                        symbol(result),
                        value.day(),
                        "amount",
                        List.of(new Finding.Said(reply.source().id(), value.value())),
                        null,
                        value.objection()));
            }
        }
        return found;
    }

    /** Of answers that are not believed, or only in part. */
    private static List<Finding> answers(SymbolResult result) {
        List<Finding> found = new ArrayList<>();
        for (DataKind kind : List.of(DataKind.PRICES, DataKind.DIVIDENDS)) {
            KindOutcome outcome = result.outcomes().get(kind);
            if (outcome != null && (kind == DataKind.PRICES || result.held().isEmpty())) {
                outcome.heldBack()
                        .ifPresent(objection -> found.add(new Finding(
                                Code.HELD_BACK, symbol(result), null, kind.id(), List.of(), null, objection)));
            }
        }
        return found;
    }
}
