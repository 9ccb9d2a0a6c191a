package dev.exdate.source.issuer;

import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.CsvFile;
import dev.exdate.format.CsvLine;
import dev.exdate.format.Payload;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.Ticker;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The layout of Tidal and US Bank, which YieldMax, Roundhill and others use (a file of 2026-07-17): columns by name, those
 * from {@code Price} on may be missing, a line of disclaimer may follow.
 */
public final class TidalParser implements BodyParser<IssuerPosition> {
    private static final List<String> REQUIRED = List.of("Date", "Account", "StockTicker", "SecurityName", "Shares");
    private static final Pattern DATE = Pattern.compile("\\d[\\d/-]*");
    private static final CsvFile<IssuerPosition> POSITIONS =
            new CsvFile<>(REQUIRED, "positions", IssuerPosition.MOST, TidalParser::position);

    @Override
    public Answer<IssuerPosition> parseBody(Payload payload) {
        return POSITIONS.read(payload.text());
    }

    /** Null for a disclaimer, which has no date where the positions have theirs. */
    private static @Nullable IssuerPosition position(CsvLine line) {
        if (!line.isWhole() && !DATE.matcher(line.stated("Date")).lookingAt()) {
            return null;
        }
        LocalDate date = line.date("Date");
        String name = line.text("SecurityName");
        String ticker = line.text("StockTicker");
        String account = line.text("Account");
        boolean ofFund = account == null || Ticker.isValid(account);
        if (!line.isWhole() || date == null || !ofFund || name == null && ticker == null) {
            throw new UnreadableCell("position", line.toString());
        }
        return new IssuerPosition(
                date,
                account,
                ticker,
                line.text("CUSIP"),
                name == null ? String.valueOf(ticker) : name,
                line.number("Shares"),
                line.number("Price"),
                line.number("MarketValue"),
                line.number("Weightings"));
    }
}
