package dev.exdate.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of faults in its parts.
 *
 * @param disagreement what stands behind {@code disagree=}, with the kinds after its commas; empty if nothing does
 */
record FaultParts(List<String> faults, String disagreement) {
    private static final Pattern DISAGREE = Pattern.compile("disagree\\s*=\\s*(.*)");

    static FaultParts of(String text) {
        List<String> faults = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        text.lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .forEach(line -> read(line, faults, kinds));
        return new FaultParts(faults, String.join(",", kinds));
    }

    private static void read(String line, List<String> faults, List<String> kinds) {
        boolean disagreeing = false;
        for (String part : line.split("[,;]")) {
            String word = part.strip();
            Matcher begins = DISAGREE.matcher(word);
            if (begins.matches()) {
                disagreeing = true;
                kinds.add(begins.group(1));
            } else if (disagreeing && !word.contains("=")) {
                kinds.add(word);
            } else if (!word.isEmpty()) {
                disagreeing = false;
                faults.add(word);
            }
        }
    }
}
