package dev.exdate.source.alphavantage;

import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.CsvFile;
import dev.exdate.format.CsvLine;
import dev.exdate.format.Failure;
import dev.exdate.format.JsonTree;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import java.util.List;
import java.util.Set;

/** {@code LISTING_STATUS}: CSV with CRLF; errors are JSON. */
final class ListingStatusParser implements BodyParser<AlphaVantageListing> {
    private static final Set<String> STATUS = Set.of("Active", "Delisted");
    private static final CsvFile<AlphaVantageListing> LISTINGS = new CsvFile<>(
            List.of("symbol", "name", "exchange", "assetType", "status"),
            "listings",
            RowCollector.MOST_ROWS,
            ListingStatusParser::listing);

    @Override
    public Answer<AlphaVantageListing> parseBody(Payload payload) {
        String text = payload.text().strip();
        if (text.startsWith("{")) {
            return JsonTree.read(payload)
                    .flatMap(AlphaVantageRefusal::<AlphaVantageListing>of)
                    .orElseGet(() -> text.equals("{}")
                            ? Answer.nothing()
                            : Answer.failed(Failure.MALFORMED, "JSON instead of a CSV file"));
        }
        return LISTINGS.read(text);
    }

    private static AlphaVantageListing listing(CsvLine line) {
        String status = line.stated("status");
        if (!line.isWhole() || !STATUS.contains(status)) {
            throw new UnreadableCell("listing", line.toString());
        }
        String symbol = line.stated("symbol");
        return new AlphaVantageListing(
                AlphaVantageSource.SPELLING.read(symbol).orElseThrow(() -> new UnreadableCell("symbol", symbol)),
                line.text("name"),
                line.stated("exchange"),
                line.stated("assetType"),
                status);
    }
}
