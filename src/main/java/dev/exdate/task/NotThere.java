package dev.exdate.task;

import dev.exdate.format.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person named and what does not exist.
 *
 * @param one the kind of thing: {@code symbol}
 * @param several its plural: {@code symbols}
 * @param names in the order to show them
 * @param known the names that exist
 * @param remedy how to get more of them, for a name that resembles none
 * @param all whether nothing that was named exists
 */
public record NotThere(String one, String several, List<String> names, Nearest known, String remedy, boolean all) {
    private static final int SHOWN = 20;

    public NotThere {
        names = List.copyOf(names);
    }

    /** Empty if all of them exist. */
    public static Optional<NotThere> of(
            String one, String several, Collection<String> asked, Set<String> known, String remedy) {
        List<String> named = asked.stream().distinct().toList();
        List<String> missing =
                named.stream().filter(name -> !known.contains(name)).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new NotThere(
                        one, several, missing, new Nearest(known), remedy, missing.size() == named.size()));
    }

    /** {@code unknown symbol MSTZ (nearest: MSTY, MSTR)}; of many names the first 20. */
    public String words() {
        Map<String, List<String>> nearest = new LinkedHashMap<>();
        names.stream().limit(SHOWN).forEach(name -> nearest.put(name, known.to(name)));
        String named = nearest.entrySet().stream().map(NotThere::word).collect(Collectors.joining(", "));
        String hint = nearest.containsValue(List.<String>of()) ? " (" + remedy + ")" : "";
        if (names.size() == 1) {
            return "unknown " + one + " " + named + (hint.isEmpty() ? "" : " (none is similar; " + remedy + ")");
        }
        String more = names.size() > SHOWN ? " and %,d more".formatted(names.size() - SHOWN) : "";
        return "%,d unknown %s: %s%s%s".formatted(names.size(), several, named, more, hint);
    }

    private static String word(Map.Entry<String, List<String>> name) {
        return name.getValue().isEmpty()
                ? name.getKey()
                : name.getKey() + " (nearest: " + String.join(", ", name.getValue()) + ")";
    }

    /** A task that did all else has failed, although nothing of it need be repeated. */
    public static TaskOutcome after(TaskOutcome outcome, Optional<NotThere> missing) {
        return missing.isPresent() && outcome instanceof TaskOutcome.Succeeded done
                ? new TaskOutcome.Failed(
                        missing.get().words() + (missing.get().all() ? "" : "; all else was done"), done.tally())
                : outcome;
    }
}
