package dev.exdate.cli;

import dev.exdate.guard.Guard;
import dev.exdate.guard.Overrides;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.task.TaskName;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --accept}: a person has checked what was held back and accepts it. */
final class AcceptOption {
    private static final String ALL = "all";

    @Option(
            names = "--accept",
            arity = "0..1",
            fallbackValue = ALL,
            paramLabel = "WHAT",
            description = "accept values that a plausibility guard rejected: all of them, or only these: guards"
                    + " (stale, short, prices, amounts, dates), tasks, symbols in capitals, separated by commas")
    @Nullable String typed;

    Overrides accepted() {
        String text = typed;
        if (text == null) {
            return Overrides.NONE;
        }
        if (text.strip().equals(ALL)) {
            return Overrides.ALL;
        }
        Set<String> names = new HashSet<>();
        for (String name : text.split(",")) {
            names.add(known(name.strip()));
        }
        return new Overrides(false, names);
    }

    private static String known(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        if (Guard.of(word).isPresent() || RunTasks.find(word).isPresent()) {
            return word;
        }
        // In small letters it is a mistyped guard or task: as a symbol it would override nothing, and nobody would
        // notice.
        return Optional.of(name)
                .filter(typed -> typed.equals(typed.toUpperCase(Locale.ROOT)))
                .flatMap(SymbolSpelling.DASHED::read)
                .orElseThrow(() -> new InvalidSetting(
                        "--accept: unknown '" + name + "'; choose from all, guards (" + Guard.words() + "), tasks ("
                                + RunTasks.ALL.stream().map(TaskName::id).collect(Collectors.joining(", "))
                                + ") and symbols in capitals"))
                .symbol();
    }
}
