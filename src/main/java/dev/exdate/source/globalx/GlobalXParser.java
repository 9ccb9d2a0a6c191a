package dev.exdate.source.globalx;

import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.CsvFile;
import dev.exdate.format.CsvLine;
import dev.exdate.format.DateText;
import dev.exdate.format.Payload;
import dev.exdate.format.UnreadableCell;
import dev.exdate.source.issuer.IssuerPosition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Global X's files: the fund's name and the day above the header, numbers with thousands commas in quotes. */
public final class GlobalXParser implements BodyParser<IssuerPosition> {
    private static final CsvFile<IssuerPosition> POSITIONS = new CsvFile<>(
            List.of("% of Net Assets", "Ticker", "Name", "Shares Held"),
            "positions",
            IssuerPosition.MOST,
            GlobalXParser::position);
    private static final Pattern DAY = Pattern.compile(
            "\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|[A-Z][a-z]{2,8}\\.? \\d{1,2}(?:st|nd|rd|th)?, \\d{4}");
    private static final Pattern WEIGHT = Pattern.compile("-?[\\d.]");

    @Override
    public Answer<IssuerPosition> parseBody(Payload payload) {
        return POSITIONS.read(payload.text());
    }

    private static Optional<LocalDate> day(CsvLine.Header header) {
        for (List<String> line : header.above()) {
            Matcher day = DAY.matcher(String.join(",", line));
            if (day.find()) {
                return Optional.ofNullable(DateText.parse(day.group()));
            }
        }
        return Optional.empty();
    }

    /** Null for a disclaimer, which does not begin with a weight. */
    private static @Nullable IssuerPosition position(CsvLine line) {
        if (!line.isWhole() && !WEIGHT.matcher(line.stated("% of Net Assets")).lookingAt()) {
            return null;
        }
        String name = line.text("Name");
        if (!line.isWhole() || name == null) {
            throw new UnreadableCell("position", line.toString());
        }
        return new IssuerPosition(
                day(line.header()).orElseThrow(() -> new UnreadableCell("day above the header", "")),
                null,
                line.text("Ticker"),
                null,
                name,
                line.number("Shares Held"),
                line.number("Market Price ($)"),
                line.number("Market Value ($)"),
                line.number("% of Net Assets"));
    }
}
