package dev.exdate.source.nasdaqtrader;

import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.Failure;
import dev.exdate.format.Payload;
import dev.exdate.format.PlainText;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.market.Ticker;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code nasdaqlisted.txt} and {@code otherlisted.txt} (definitions: nasdaqtrader.com/trader.aspx?id=symboldirdefs):
 * columns between bars, known by their header words; the last line says when the file was made, and a file without it is
 * cut off. A wrong address answers 200 with a web page.
 */
final class DirectoryParser implements BodyParser<ListedLine> {
    private static final String TRAILER = "File Creation Time";
    private static final int LONGEST_HEADER = 1000;

    private final String symbolColumn;

    private DirectoryParser(String symbolColumn) {
        this.symbolColumn = symbolColumn;
    }

    static DirectoryParser nasdaqListed() {
        return new DirectoryParser("Symbol");
    }

    static DirectoryParser otherListed() {
        return new DirectoryParser("ACT Symbol");
    }

    @Override
    public Answer<ListedLine> parseBody(Payload payload) {
        return read(payload.text());
    }

    private Answer<ListedLine> read(String text) {
        if (text.isBlank() || text.stripLeading().startsWith("<")) {
            return Answer.failed(Failure.MALFORMED, "a web page or an empty answer instead of the directory");
        }
        Iterator<String> lines = text.lines().filter(line -> !line.isBlank()).iterator();
        String first = lines.next();
        if (first.length() > LONGEST_HEADER) {
            return Answer.failed(Failure.MALFORMED, "no header in the first line");
        }
        List<String> headers = cells(first, LONGEST_HEADER);
        Map<String, Integer> columns = IntStream.range(0, headers.size())
                .boxed()
                .collect(Collectors.toMap(headers::get, i -> i, (one, other) -> one));
        for (String required : List.of(symbolColumn, "Security Name", "Test Issue", "ETF")) {
            if (!columns.containsKey(required)) {
                return Answer.failed(Failure.LAYOUT_CHANGED, "no column \"" + required + "\"");
            }
        }
        return rows(lines, new Columns(columns, headers.size()));
    }

    private Answer<ListedLine> rows(Iterator<String> lines, Columns columns) {
        RowCollector<ListedLine> rows = new RowCollector<>();
        boolean whole = false;
        while (lines.hasNext() && !rows.isFull()) {
            String line = lines.next();
            whole = line.startsWith(TRAILER) && !lines.hasNext();
            if (!whole) {
                rows.add(() -> line(new Cells(cells(line, columns.count() + 1), columns)));
            }
        }
        return whole || rows.isFull()
                ? rows.answer("lines")
                : Answer.failed(Failure.MALFORMED, "the file is incomplete: its last line is not \"" + TRAILER + "\"");
    }

    private static List<String> cells(String line, int most) {
        return Stream.of(PlainText.of(line).split("\\|", most))
                .map(String::strip)
                .toList();
    }

    private record Columns(Map<String, Integer> byName, int count) {}

    private @Nullable ListedLine line(Cells cells) {
        if (cells.texts().size() != cells.columns().count()) {
            throw new UnreadableCell("line of the directory", String.join("|", cells.texts()));
        }
        if (cells.get("Test Issue").equals("Y")) {
            return null;
        }
        String symbol = cells.get(symbolColumn);
        Optional<Ticker> ticker = SymbolSpelling.ACT.read(symbol);
        String name = cells.get("Security Name");
        String exchange = cells.get("Exchange");
        String etf = cells.get("ETF");
        String status = cells.get("Financial Status");
        return new ListedLine(
                ticker.orElseThrow(() -> new UnreadableCell("symbol", symbol)),
                name,
                exchange(exchange),
                etf.isEmpty() ? null : etf.equals("Y"),
                status.isEmpty() ? null : status);
    }

    private static String exchange(String code) {
        return switch (code) {
            // The file of NASDAQ's own listings lacks this column.
            case "" -> "NASDAQ";
            case "A" -> "AMEX";
            case "N" -> "NYSE";
            case "P" -> "PCX";
            case "Z" -> "BATS";
            case "V" -> "IEX";
            default -> code;
        };
    }

    private record Cells(List<String> texts, Columns columns) {
        String get(String column) {
            Integer index = columns.byName().get(column);
            return index == null ? "" : texts.get(index);
        }
    }
}
