package dev.exdate.source.fmp;

import dev.exdate.format.Answer;
import dev.exdate.format.CsvFile;
import dev.exdate.format.CsvLine;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /stable/eod-bulk}: CSV, all text quoted, low before high; columns by name. */
final class FmpBulkParser implements Parser<FmpBulkBar> {
    private static final CsvFile<FmpBulkBar> PRICES = new CsvFile<>(
            List.of("symbol", "date", "open", "low", "high", "close", "volume"),
            "prices",
            RowCollector.MOST_ROWS,
            FmpBulkParser::bar);

    @Override
    public Answer<FmpBulkBar> parse(Payload payload) {
        String text = payload.text();
        boolean json =
                text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
        Optional<Answer<FmpBulkBar>> refusal = FmpRefusal.of(payload, json ? JsonTree.read(payload) : Optional.empty());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (text.strip().equals("[]")) {
            return Answer.nothing();
        }
        if (json) {
            return Answer.failed(Failure.MALFORMED, "JSON instead of a CSV file");
        }
        return PRICES.read(text);
    }

    /** Null if it is not a share's symbol, or has no close. */
    private static @Nullable FmpBulkBar bar(CsvLine line) {
        LocalDate day = line.date("date");
        if (!line.isWhole() || day == null) {
            throw new UnreadableCell("line", line.toString());
        }
        BigDecimal close = line.number("close");
        Optional<Ticker> ticker = FmpSource.SPELLING.read(line.stated("symbol"));
        if (ticker.isEmpty() || close == null) {
            return null;
        }
        return new FmpBulkBar(
                ticker.get(),
                new PriceBar(
                        day,
                        line.number("open"),
                        line.number("high"),
                        line.number("low"),
                        close,
                        line.number("adjClose"),
                        line.number("volume")));
    }
}
