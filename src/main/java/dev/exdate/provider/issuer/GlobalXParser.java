package dev.exdate.provider.issuer;

import dev.exdate.format.Answer;
import dev.exdate.format.DateText;
import dev.exdate.format.Failure;
import dev.exdate.format.NotReadable;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.StatusCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Global X's files: the fund's name and the day above the header, numbers with thousands commas in quotes. */
final class GlobalXParser implements Parser<IssuerPosition> {
    private static final List<String> REQUIRED = List.of("% of Net Assets", "Ticker", "Name", "Shares Held");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{4}-\\d{2}-\\d{2})");

    @Override
    public Answer<IssuerPosition> parse(Payload payload) {
        return StatusCode.<IssuerPosition>refusal(payload).orElseGet(() -> read(payload.text()));
    }

    private static Answer<IssuerPosition> read(String text) {
        if (text.isBlank() || text.stripLeading().startsWith("<")) {
            return Answer.failed(Failure.MALFORMED, "a web page or nothing where the file should be");
        }
        Optional<CsvRows> csv = CsvRows.read(text, REQUIRED);
        if (csv.isEmpty()) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "no header with the columns " + REQUIRED);
        }
        Optional<LocalDate> day = day(csv.get());
        if (day.isEmpty()) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "no day above the header");
        }
        RowCollector<IssuerPosition> rows = new RowCollector<>();
        csv.get().lines().forEach(line -> rows.add(() -> position(csv.get(), line, day.get())));
        return rows.answer("positions");
    }

    private static Optional<LocalDate> day(CsvRows csv) {
        for (List<String> line : csv.above()) {
            Matcher day = DAY.matcher(String.join(" ", line));
            if (day.find()) {
                try {
                    return Optional.ofNullable(DateText.parse(day.group(1)));
                } catch (NotReadable e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable IssuerPosition position(CsvRows csv, List<String> line, LocalDate day) {
        if (line.size() < REQUIRED.size()) {
            return null;
        }
        String name = csv.text(line, "Name");
        if (name == null) {
            throw new NotReadable("position", String.join(",", line));
        }
        return new IssuerPosition(
                day,
                null,
                csv.text(line, "Ticker"),
                null,
                name,
                csv.number(line, "Shares Held"),
                csv.number(line, "Market Price ($)"),
                csv.number(line, "Market Value ($)"),
                csv.number(line, "% of Net Assets"));
    }
}
