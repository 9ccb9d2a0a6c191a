package dev.exdate.update;

import dev.exdate.database.bulk.Column;
import dev.exdate.database.bulk.Table;
import dev.exdate.truth.DayBelief;
import dev.exdate.truth.Payment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A finding: sources whose amounts for a day do not mean the same. */
record Conflicting(Believed.Day day, DayBelief belief) {
    static final String CODE = "amount-conflict";

    static final Table<Conflicting> TABLE = new Table<>(
            "exdate.finding",
            List.of(
                    Column.text("symbol", row -> row.day().symbol()),
                    Column.date("day", row -> row.day().exDate()),
                    Column.text("code", row -> CODE),
                    Column.text("field", row -> "amount"),
                    new Column<>("said", "jsonb", Conflicting::said),
                    Column.text("believed", Conflicting::believed),
                    Column.text(
                            "reason",
                            row -> row.belief().decision().choice().reason().word()),
                    new Column<>("resolved_at", "timestamptz", row -> "infinity")),
            List.of("symbol", "day", "code", "field"),
            Table.Duplicates.lastWins());

    /** Ids of sources and plain numbers need no escaping. */
    private String said() {
        Stream<String> others =
                belief.decision().conflicting().stream().map(one -> said(one.source(), words(one.payments())));
        return Stream.concat(Stream.of(said(belief.decision().choice().source(), believed())), others)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String said(String source, String value) {
        return "{\"source\": \"%s\", \"value\": \"%s\"}".formatted(source, value);
    }

    private String believed() {
        return words(belief.decision().choice().value());
    }

    private static String words(List<Payment> payments) {
        return payments.stream()
                .map(payment -> payment.amount().value().toPlainString())
                .collect(Collectors.joining(" + "));
    }
}
