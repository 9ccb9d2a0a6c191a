package dev.exdate.provider.nasdaqtrader;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.NotReadable;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.StatusCode;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.market.Ticker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code nasdaqlisted.txt} and {@code otherlisted.txt} (definitions: nasdaqtrader.com/trader.aspx?id=symboldirdefs):
 * columns between bars, known by their header words; the last line says when the file was made, and a file without it is
 * cut off. A wrong address answers 200 with a web page.
 */
final class DirectoryParser implements Parser<ListedLine> {
    private static final String TRAILER = "File Creation Time";

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
    public Answer<ListedLine> parse(Payload payload) {
        return StatusCode.<ListedLine>refusal(payload).orElseGet(() -> read(payload.text()));
    }

    private Answer<ListedLine> read(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || text.stripLeading().startsWith("<")) {
            return Answer.failed(Failure.MALFORMED, "a web page or nothing where the directory should be");
        }
        if (!lines.getLast().startsWith(TRAILER)) {
            return Answer.failed(Failure.MALFORMED, "the file is cut off: its last line is no \"" + TRAILER + "\"");
        }
        List<String> headers = cells(lines.getFirst());
        Map<String, Integer> columns = IntStream.range(0, headers.size())
                .boxed()
                .collect(Collectors.toMap(headers::get, i -> i, (first, second) -> first));
        for (String required : List.of(symbolColumn, "Security Name", "Test Issue", "ETF")) {
            if (!columns.containsKey(required)) {
                return Answer.failed(Failure.LAYOUT_CHANGED, "no column \"" + required + "\"");
            }
        }
        RowCollector<ListedLine> rows = new RowCollector<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            rows.add(() -> line(new Cells(cells(line), columns), headers.size()));
        }
        return rows.answer("lines");
    }

    private static List<String> cells(String line) {
        return List.of(line.replaceAll("\\p{Cntrl}", " ").split("\\|", -1)).stream()
                .map(String::strip)
                .toList();
    }

    private @Nullable ListedLine line(Cells cells, int width) {
        if (cells.texts().size() != width) {
            throw new NotReadable("line of the directory", String.join("|", cells.texts()));
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
                ticker.orElseThrow(() -> new NotReadable("symbol", symbol)),
                name,
                exchange(exchange),
                etf.isEmpty() ? null : etf.equals("Y"),
                status.isEmpty() ? null : status);
    }

    private static String exchange(String code) {
        return switch (code) {
            // The file of NASDAQ's own listings has no such column.
            case "" -> "NASDAQ";
            case "A" -> "AMEX";
            case "N" -> "NYSE";
            case "P" -> "PCX";
            case "Z" -> "BATS";
            case "V" -> "IEX";
            default -> code;
        };
    }

    private record Cells(List<String> texts, Map<String, Integer> columns) {
        String get(String column) {
            Integer index = columns.get(column);
            return index == null ? "" : texts.get(index);
        }
    }
}
