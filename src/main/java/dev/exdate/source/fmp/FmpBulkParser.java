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

/** The files of {@code /stable/eod-bulk} and {@code profile-bulk}: CSV, all text quoted, in any order of columns. */
record FmpBulkParser<R>(CsvFile<R> file) implements Parser<R> {
    /** All bars of a day. */
    static FmpBulkParser<FmpBulkBar> prices() {
        return new FmpBulkParser<>(new CsvFile<>(
                List.of("symbol", "date", "open", "low", "high", "close", "volume"),
                "prices",
                RowCollector.MOST_ROWS,
                FmpBulkParser::bar));
    }

    /** One part of all profiles. */
    static FmpBulkParser<FmpProfile> profiles() {
        return new FmpBulkParser<>(new CsvFile<>(
                List.of("symbol", "companyName", "sector", "industry", "marketCap"),
                "profiles",
                RowCollector.MOST_ROWS,
                FmpBulkParser::profile));
    }

    @Override
    public Answer<R> parse(Payload payload) {
        String text = payload.text();
        boolean json =
                text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
        Optional<Answer<R>> refusal = FmpRefusal.of(payload, json ? JsonTree.read(payload) : Optional.empty());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (text.strip().equals("[]")) {
            return Answer.nothing();
        }
        if (json) {
            return Answer.failed(Failure.MALFORMED, "JSON instead of a CSV file");
        }
        return file.read(text);
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

    /** Null if it is not a share's symbol. */
    private static @Nullable FmpProfile profile(CsvLine line) {
        if (!line.isWhole()) {
            throw new UnreadableCell("line", line.toString());
        }
        return FmpSource.SPELLING
                .read(line.stated("symbol"))
                .map(ticker -> new FmpProfile(
                        ticker,
                        line.text("companyName"),
                        line.text("description"),
                        line.text("sector"),
                        line.text("industry"),
                        line.text("exchange"),
                        line.number("marketCap"),
                        line.text("currency"),
                        Boolean.parseBoolean(line.stated("isEtf")),
                        Boolean.parseBoolean(line.stated("isFund"))))
                .orElse(null);
    }
}
