package dev.exdate.cli;

import dev.exdate.format.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong arguments in the usual words: the parser's own speak of indexes, parameters and Java's types. */
final class UsageWords {
    private static final Pattern OF_AN_OPTION =
            Pattern.compile("Invalid value for option '(\\S+)'(?: \\(.*?\\))?: (.*)");
    private static final Pattern OF_AN_ARGUMENT =
            Pattern.compile("Invalid value for positional parameter at index \\S+ \\(.*?\\): (.*)");
    private static final Pattern ONE_OF =
            Pattern.compile("expected one of \\[(.*)] \\(case-insensitive\\) but was (.*)");
    private static final Pattern NOT_A = Pattern.compile("('.*') is not an? (int|long|boolean)");
    private static final Pattern NO_VALUE =
            Pattern.compile("Missing required parameter for option '(\\S+)' \\((.*)\\)");
    private static final Pattern OPTION_AS_VALUE =
            Pattern.compile("Expected parameter for option '(\\S+)' but found '(.*)'");
    private static final Pattern TWICE = Pattern.compile("option '(\\S+)' .*should be specified only once.*");
    private static final Pattern MISSING = Pattern.compile("Missing required parameters?: (.*)");

    private UsageWords() {}

    static String of(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unknown(unmatched);
        }
        return of(String.valueOf(wrong.getMessage()).lines().map(String::strip).collect(Collectors.joining(" ")));
    }

    static String of(String message) {
        return first(OF_AN_OPTION, message, found -> value(found.group(1), found.group(2)))
                .or(() -> first(OF_AN_ARGUMENT, message, found -> found.group(1)))
                .or(() -> first(NO_VALUE, message, found -> found.group(1) + " needs a value (" + found.group(2) + ")"))
                .or(() -> first(
                        OPTION_AS_VALUE, message, found -> found.group(1) + " needs a value, not " + found.group(2)))
                .or(() -> first(TWICE, message, found -> found.group(1) + " is given twice"))
                .or(() -> first(
                        MISSING, message, found -> "missing: " + found.group(1).replace("'", "")))
                .orElse(message);
    }

    private static String value(String option, String trouble) {
        return first(
                        ONE_OF,
                        trouble,
                        found -> option + " must be one of " + found.group(1).toLowerCase(Locale.ROOT) + ", not "
                                + found.group(2))
                .or(() -> first(
                        NOT_A,
                        trouble,
                        found -> found.group(2).equals("boolean")
                                ? option + " takes no value"
                                : option + " must be a whole number, not " + found.group(1)))
                .orElse(trouble.startsWith("must ") ? option + " " + trouble : option + ": " + trouble);
    }

    private static Optional<String> first(Pattern pattern, String text, Function<Matcher, String> words) {
        Matcher found = pattern.matcher(text);
        return found.matches() ? Optional.of(words.apply(found)) : Optional.empty();
    }

    private static String unknown(UnmatchedArgumentException unmatched) {
        CommandLine command = unmatched.getCommandLine();
        String typed = unmatched.getUnmatched().getFirst();
        if (unmatched.isUnknownOption()) {
            String name = typed.replaceFirst("=.*", "");
            return "unknown option " + name + meant(command.getCommandSpec().optionsMap().keySet().stream(), name);
        }
        return command.getSubcommands().isEmpty()
                ? "unexpected argument '" + typed + "'"
                : "unknown command '" + typed + "'" + meant(command.getSubcommands().keySet().stream(), typed);
    }

    private static String meant(Stream<String> known, String typed) {
        List<String> nearest = new Nearest(known.toList()).to(typed);
        return nearest.isEmpty() ? "" : " (did you mean " + String.join(" or ", nearest) + "?)";
    }
}
