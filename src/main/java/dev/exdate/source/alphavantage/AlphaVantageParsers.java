package dev.exdate.source.alphavantage;

import static dev.exdate.format.JsonTree.date;
import static dev.exdate.format.JsonTree.number;
import static dev.exdate.format.JsonTree.symbol;
import static dev.exdate.format.JsonTree.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.AmountText;
import dev.exdate.format.Answer;
import dev.exdate.format.DateText;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON documents, function by function (documentation: alphavantage.co/documentation, 2025/26). */
final class AlphaVantageParsers {
    private AlphaVantageParsers() {}

    static Parser<Distribution> dividends() {
        return payload -> AlphaVantageRefusal.orElse(payload, root -> {
            String symbol = symbol(root, "symbol");
            Optional<Ticker> ticker = symbol == null ? Optional.empty() : AlphaVantageSource.SPELLING.read(symbol);
            if (root.isEmpty()) {
                return Answer.nothing();
            }
            if (!root.path("data").isArray() || ticker.isEmpty()) {
                return Answer.failed(Failure.LAYOUT_CHANGED, "no array \"data\" with a \"symbol\"");
            }
            RowCollector<Distribution> rows = new RowCollector<>();
            root.path("data").forEach(row -> rows.add(() -> dividend(ticker.get(), row)));
            return rows.answer("dividends");
        });
    }

    private static @Nullable Distribution dividend(Ticker ticker, JsonNode row) {
        LocalDate exDate = date(row, "ex_dividend_date");
        BigDecimal amount = number(row, "amount");
        if (exDate == null || !row.has("amount")) {
            throw new UnreadableCell("dividend", row.toString());
        }
        return amount == null
                ? null
                : new Distribution(
                        ticker,
                        exDate,
                        date(row, "record_date"),
                        date(row, "payment_date"),
                        date(row, "declaration_date"),
                        amount,
                        null,
                        null,
                        null);
    }

    /** Raw prices, not adjusted for splits; adjusted closes and events where the document has them. By date. */
    static Parser<AlphaVantageDay> daily() {
        return payload -> AlphaVantageRefusal.orElse(payload, root -> {
            JsonNode days = root.path("Time Series (Daily)");
            if (root.isEmpty()) {
                return Answer.nothing();
            }
            if (!days.isObject()) {
                return Answer.failed(Failure.LAYOUT_CHANGED, "no \"Time Series (Daily)\"");
            }
            List<Map.Entry<String, JsonNode>> entries = new ArrayList<>(days.properties());
            String stated = symbol(root.path("Meta Data"), "2. Symbol");
            Ticker ticker = stated == null
                    ? null
                    : AlphaVantageSource.SPELLING.read(stated).orElse(null);
            RowCollector<AlphaVantageDay> rows = new RowCollector<>();
            entries.reversed()
                    .forEach(day -> rows.add(() -> day(ticker, bar(day.getKey(), day.getValue()), day.getValue())));
            return rows.answer("days");
        });
    }

    /** A dividend of 0 and a coefficient of 1 stand for none. */
    private static AlphaVantageDay day(@Nullable Ticker ticker, PriceBar bar, JsonNode row) {
        BigDecimal amount = number(row, "7. dividend amount");
        BigDecimal coefficient = number(row, "8. split coefficient");
        return new AlphaVantageDay(
                bar,
                ticker == null || amount == null || amount.signum() <= 0
                        ? null
                        : new Distribution(ticker, bar.date(), null, null, null, amount, null, null, null),
                coefficient == null || coefficient.signum() <= 0 || coefficient.compareTo(BigDecimal.ONE) == 0
                        ? null
                        : new Split(bar.date(), coefficient, BigDecimal.ONE));
    }

    private static PriceBar bar(String day, JsonNode row) {
        LocalDate date = DateText.parse(day);
        BigDecimal close = number(row, "4. close");
        if (date == null || close == null) {
            throw new UnreadableCell("day", day + " " + row);
        }
        BigDecimal volume = number(row, row.has("6. volume") ? "6. volume" : "5. volume");
        return new PriceBar(
                date,
                number(row, "1. open"),
                number(row, "2. high"),
                number(row, "3. low"),
                close,
                number(row, "5. adjusted close"),
                volume);
    }

    static Parser<AlphaVantageCompany> overview() {
        return payload -> AlphaVantageRefusal.orElse(payload, root -> {
            if (root.isEmpty()) {
                return Answer.nothing();
            }
            String symbol = symbol(root, "Symbol");
            Optional<Ticker> ticker = symbol == null ? Optional.empty() : AlphaVantageSource.SPELLING.read(symbol);
            if (ticker.isEmpty() || !root.has("Name")) {
                return Answer.failed(Failure.LAYOUT_CHANGED, "no \"Symbol\" and \"Name\"");
            }
            try {
                BigDecimal value = number(root, "MarketCapitalization");
                return new Answer.Rows<>(List.of(new AlphaVantageCompany(
                        ticker.get(),
                        text(root, "Name"),
                        text(root, "Description"),
                        text(root, "Exchange"),
                        text(root, "Sector"),
                        text(root, "Industry"),
                        value == null || value.signum() == 0 ? null : value,
                        text(root, "Currency"))));
            } catch (UnreadableCell e) {
                return Answer.failed(Failure.LAYOUT_CHANGED, String.valueOf(e.getMessage()));
            }
        });
    }

    static Parser<AlphaVantageFund> fund() {
        return payload -> AlphaVantageRefusal.orElse(payload, root -> {
            if (root.isEmpty()) {
                return Answer.nothing();
            }
            if (!root.has("net_assets") || !root.path("holdings").isArray()) {
                return Answer.failed(Failure.LAYOUT_CHANGED, "no \"net_assets\" and \"holdings\"");
            }
            RowCollector<AlphaVantageFund.Holding> holdings = new RowCollector<>();
            root.path("holdings").forEach(row -> holdings.add(() -> holding(row)));
            Answer<AlphaVantageFund.Holding> read = holdings.answer("holdings");
            if (read instanceof Answer.Failed<AlphaVantageFund.Holding>(Failure failure, String message)) {
                return Answer.failed(failure, message);
            }
            try {
                return new Answer.Rows<>(List.of(new AlphaVantageFund(
                        number(root, "net_expense_ratio"), number(root, "net_assets"), read.rowsOrEmpty())));
            } catch (UnreadableCell e) {
                return Answer.failed(Failure.LAYOUT_CHANGED, String.valueOf(e.getMessage()));
            }
        });
    }

    private static AlphaVantageFund.Holding holding(JsonNode row) {
        if (!row.has("weight")) {
            throw new UnreadableCell("holding", row.toString());
        }
        String symbol = text(row, "symbol");
        return new AlphaVantageFund.Holding(
                symbol == null
                        ? null
                        : AlphaVantageSource.SPELLING
                                .read(symbol)
                                .map(Ticker::symbol)
                                .orElse(symbol),
                text(row, "description"),
                AmountText.parse(text(row, "weight")));
    }
}
