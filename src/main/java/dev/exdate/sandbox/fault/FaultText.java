package dev.exdate.sandbox.fault;

import dev.exdate.settings.SourceId;
import dev.exdate.source.Sources;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the language of faults; {@code SandboxOptions.FAULTS_HELP} describes it. */
final class FaultText {
    private static final Pattern EFFECT = Pattern.compile(
            "(?<kind>[a-z-]+)(?::(?<argument>[\\w.-]+?))?(?:@(?<share>\\d+(?:\\.\\d+)?)%)?(?:\\s*x(?<times>\\d{1,9})|\\s+first:(?<first>\\d{1,9}))?");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)");
    private static final Pattern STATUS = Pattern.compile("[2-5]\\d\\d");

    private FaultText() {}

    /** @throws IllegalArgumentException with the invalid part */
    static Fault fault(String text) {
        int equals = text.lastIndexOf('=');
        Matcher effect = EFFECT.matcher(text.substring(equals + 1).strip());
        if (equals < 0 || !effect.matches()) {
            throw bad(text, "expected source[/path]=fault[:argument][@share%][ xN]");
        }
        String target = text.substring(0, equals).strip();
        int slash = target.indexOf('/');
        Fault fault = new Fault(
                source(slash < 0 ? target : target.substring(0, slash), text),
                slash < 0 ? "" : target.substring(slash),
                FaultKind.of(effect.group("kind")).orElseThrow(() -> bad(text, "the faults are " + kinds())),
                or(effect.group("argument"), ""),
                Double.parseDouble(or(effect.group("share"), "100")),
                Integer.parseInt(
                        or(effect.group("times"), or(effect.group("first"), Integer.toString(Integer.MAX_VALUE)))),
                text);
        check(fault);
        return fault;
    }

    private static Optional<SourceId> source(String name, String text) {
        if (name.equals("*")) {
            return Optional.empty();
        }
        return Optional.of(Sources.ids().stream()
                .filter(source -> source.id().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> bad(text, "the sources are * " + sources())));
    }

    private static void check(Fault fault) {
        String argument = fault.argument();
        boolean fits = switch (fault.kind()) {
            case WALL -> argument.isEmpty() || STATUS.matcher(argument).matches();
            case STATUS -> STATUS.matcher(argument).matches();
            case DELAY -> DURATION.matcher(argument).matches();
            case HANG -> argument.isEmpty() || DURATION.matcher(argument).matches();
            case RATE_LIMIT -> argument.matches("\\d{0,9}");
            case CUT -> argument.isEmpty() || argument.equals("quiet");
            case CHARSET -> argument.isEmpty() || isCharset(argument);
            case PRICES, AMOUNTS -> argument.matches("|\\d{1,6}(\\.\\d{1,6})?");
            case RESET, HTML, LAYOUT, YESTERDAY, EMPTY, HALF, SHORT -> argument.isEmpty();
        };
        if (!fits) {
            throw bad(
                    fault.text(),
                    "its argument is not valid (status:503, delay:500ms, hang:30s, rate-limit:2, "
                            + "cut:quiet, charset:UTF-16, prices:100, amounts:0.01)");
        }
        if (fault.share() > 100) {
            throw bad(fault.text(), "the share must be at most 100%");
        }
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** {@code 500ms}, {@code 2s}, {@code 1m}. */
    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("invalid duration \"" + text + "\" (expected 500ms, 2s or 1m)");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private static String or(@Nullable String text, String other) {
        return text == null ? other : text;
    }

    private static String kinds() {
        return Arrays.stream(FaultKind.values()).map(FaultKind::word).collect(Collectors.joining(" "));
    }

    private static String sources() {
        return Sources.ids().stream().map(SourceId::id).collect(Collectors.joining(" "));
    }

    private static IllegalArgumentException bad(String text, String advice) {
        return new IllegalArgumentException("invalid fault \"" + text + "\"; " + advice);
    }
}
