package dev.exdate.provider.issuer;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.NotReadable;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.StatusCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layout of Tidal and US Bank, which YieldMax, Roundhill and others use (a file of 2026-07-17): columns by name, those
 * from {@code Price} on may be missing, a line of disclaimer may follow. A missing day answers 200 with a web page.
 */
final class TidalParser implements Parser<IssuerPosition> {
    private static final List<String> REQUIRED = List.of("Date", "Account", "StockTicker", "SecurityName", "Shares");

    /** What a web page in the file's place means: no file of that day, or something that must not be there. */
    private final Failure page;

    TidalParser(Failure page) {
        this.page = page;
    }

    @Override
    public Answer<IssuerPosition> parse(Payload payload) {
        return StatusCode.<IssuerPosition>refusal(payload).orElseGet(() -> read(payload.text()));
    }

    private Answer<IssuerPosition> read(String text) {
        if (text.stripLeading().startsWith("<")) {
            return Answer.failed(page, "a web page where the file should be");
        }
        return CsvRows.read(text, REQUIRED)
                .map(TidalParser::rows)
                .orElseGet(() -> Answer.failed(
                        text.isBlank() ? Failure.MALFORMED : Failure.LAYOUT_CHANGED,
                        "no header with the columns " + REQUIRED));
    }

    private static Answer<IssuerPosition> rows(CsvRows csv) {
        RowCollector<IssuerPosition> rows = new RowCollector<>();
        csv.lines().forEach(line -> rows.add(() -> position(csv, line)));
        return rows.answer("positions");
    }

    /** Null for a disclaimer, which stands in one cell. */
    private static @Nullable IssuerPosition position(CsvRows csv, List<String> line) {
        if (line.size() < REQUIRED.size()) {
            return null;
        }
        LocalDate date = csv.date(line, "Date");
        String name = csv.text(line, "SecurityName");
        String ticker = csv.text(line, "StockTicker");
        if (date == null || name == null && ticker == null) {
            throw new NotReadable("position", String.join(",", line));
        }
        return new IssuerPosition(
                date,
                csv.text(line, "Account"),
                ticker,
                csv.text(line, "CUSIP"),
                name == null ? String.valueOf(ticker) : name,
                csv.number(line, "Shares"),
                csv.number(line, "Price"),
                csv.number(line, "MarketValue"),
                csv.number(line, "Weightings"));
    }
}
