package dev.exdate.run.text;

import dev.exdate.finding.NewFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** New doubts, conflicts and repairs in words. */
final class NewFindingsText {
    private NewFindingsText() {}

    /** None if there are none. */
    static List<String> lines(NewFindings news) {
        if (news.counts().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("🔎 New findings: "
                + news.counts().entrySet().stream()
                        .map(code -> "%s %,d".formatted(code.getKey(), code.getValue()))
                        .collect(Collectors.joining(", "))
                + "; `exdate findings` lists all");
        news.first().forEach(finding -> lines.add("   " + finding.line()));
        return lines;
    }
}
