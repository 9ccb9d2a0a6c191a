package dev.exdate.replay;

import java.util.List;

/**
 * A day of which the parsers read something else today.
 *
 * @param stored amounts that are stored as the source's word, empty for none
 * @param read what its newest kept answer says
 */
record Difference(ReadPayment.Day day, List<String> stored, List<ReadPayment> read, List<String> dates) {
    Difference {
        stored = List.copyOf(stored);
        read = List.copyOf(read);
        dates = List.copyOf(dates);
    }

    String line() {
        String before = stored.isEmpty() ? "nothing" : String.join(" + ", stored);
        List<String> after =
                read.stream().map(payment -> payment.amount().toPlainString()).toList();
        return "%s  %s  %s  %s → %s%s"
                .formatted(
                        day.exDate(),
                        day.symbol(),
                        day.source(),
                        before,
                        String.join(" + ", after),
                        dates.isEmpty() ? "" : "; " + String.join("; ", dates));
    }
}
