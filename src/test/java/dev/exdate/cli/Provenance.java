package dev.exdate.cli;

import dev.exdate.format.Payload;
import dev.exdate.format.PlainText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Whether what was read can be found in what was sent: a number's digits, a date in one of the forms that sources use, a
 * symbol's letters.
 */
final class Provenance {
    private static final Pattern EPOCH = Pattern.compile("(?<!\\d)\\d{1,10}(?!\\d)");
    private static final long DAY = 86_400;

    private final String text;
    private final Map<Map.Entry<String, Object>, Boolean> found = new HashMap<>();

    Provenance(byte[] body) {
        String sent = unescaped(PlainText.of(Payload.of(200, body).text()));
        String shown = PlainText.of(Parser.unescapeEntities(sent.replaceAll("<sup>[^<]*</sup>|<[^>]*>", ""), false));
        this.text = String.join("\n", sent, shown, withoutMarks(sent), withoutMarks(shown))
                .replace('\u00A0', ' ')
                .toUpperCase(Locale.ROOT);
    }

    private static String unescaped(String json) {
        return Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|/)")
                .matcher(json)
                .replaceAll(escape -> escape.group(1) == null
                        ? "/"
                        : Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    private static String withoutMarks(String text) {
        return text.replaceAll("(?<=\\d)[,](?=\\d{3})", "");
    }

    /** The fields that cannot be found. */
    List<String> inventedOf(Map<String, Object> row) {
        return row.entrySet().stream()
                .filter(field -> !found.computeIfAbsent(
                        Map.entry(field.getKey(), field.getValue()), one -> isFound(one.getValue(), one.getKey())))
                .map(field -> field.getKey() + "=" + field.getValue())
                .toList();
    }

    private boolean isFound(Object value, String field) {
        return switch (value) {
            case BigDecimal number -> isFound(number);
            case LocalDate date -> isFound(date);
            default -> !field.equals("symbol") || hasLettersOf(value.toString());
        };
    }

    private boolean isFound(BigDecimal number) {
        String digits = number.toString().toUpperCase(Locale.ROOT).replaceFirst("^-", "");
        return text.contains(digits) || digits.startsWith("0.") && text.contains(digits.substring(1));
    }

    private boolean isFound(LocalDate date) {
        String month =
                date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toUpperCase(Locale.ROOT);
        int shortYear = date.getYear() % 100;
        Pattern us = Pattern.compile("0?%d/0?%d/(?:%d|%02d)"
                .formatted(date.getMonthValue(), date.getDayOfMonth(), date.getYear(), shortYear));
        Pattern words = Pattern.compile("%s[A-Z]*\\.?\\s+0?%d(?:ST|ND|RD|TH)?,?\\s+(?:%d|%02d)"
                .formatted(month, date.getDayOfMonth(), date.getYear(), shortYear));
        return text.contains(date.toString())
                || us.matcher(text).find()
                || words.matcher(text).find()
                || isEpoch(date);
    }

    /** Within a day: the exchange's zone is not known here. */
    private boolean isEpoch(LocalDate date) {
        return EPOCH.matcher(text)
                .results()
                .mapToLong(epoch -> Long.parseLong(epoch.group()))
                .anyMatch(second -> Math.abs(second / DAY - date.toEpochDay()) <= 1);
    }

    private boolean hasLettersOf(String symbol) {
        return text.contains(symbol.split("[.$]")[0].toUpperCase(Locale.ROOT));
    }
}
