package dev.exdate.source.toy;

import dev.exdate.format.Answer;
import dev.exdate.format.CsvFile;
import dev.exdate.format.CsvLine;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.StatusCode;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Reads the file: {@code Symbol,Ex-Date,Amount}. */
final class ToyParser implements Parser<ToyDividend> {
    private static final CsvFile<ToyDividend> FILE =
            new CsvFile<>(List.of("Symbol", "Ex-Date", "Amount"), "dividends", 10_000, ToyParser::dividend);

    @Override
    public Answer<ToyDividend> parse(Payload payload) {
        return StatusCode.<ToyDividend>refusal(payload).orElseGet(() -> FILE.read(payload.text()));
    }

    private static ToyDividend dividend(CsvLine line) {
        String symbol = line.stated("Symbol");
        Ticker ticker = SymbolSpelling.ACT.read(symbol).orElseThrow(() -> new UnreadableCell("symbol", symbol));
        LocalDate exDate = line.date("Ex-Date");
        BigDecimal amount = line.number("Amount");
        if (exDate == null || amount == null) {
            throw new UnreadableCell("dividend", line.toString());
        }
        return new ToyDividend(ticker, exDate, amount);
    }
}
