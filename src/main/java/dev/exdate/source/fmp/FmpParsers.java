package dev.exdate.source.fmp;

import static dev.exdate.format.JsonTree.date;
import static dev.exdate.format.JsonTree.number;
import static dev.exdate.format.JsonTree.symbol;
import static dev.exdate.format.JsonTree.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exdate.format.Parser;
import dev.exdate.format.UnreadableCell;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents of {@code /stable}, field by field. */
final class FmpParsers {
    private FmpParsers() {}

    static Parser<PriceBar> prices() {
        return new FmpJson<>(
                "prices",
                List.of("date", "close"),
                row -> new PriceBar(
                        day(row),
                        number(row, "open"),
                        number(row, "high"),
                        number(row, "low"),
                        must(row, "close"),
                        number(row, "adjClose"),
                        number(row, "volume")));
    }

    static Parser<Distribution> dividends() {
        return new OncePerShare(
                new FmpJson<>("dividends", List.of("symbol", "date", "dividend"), FmpParsers::dividend));
    }

    private static @Nullable Distribution dividend(JsonNode row) {
        BigDecimal amount = number(row, "dividend");
        BigDecimal adjusted = number(row, "adjDividend");
        if (amount == null) {
            return null;
        }
        if (amount.signum() < 0) {
            throw new UnreadableCell("dividend", amount.toString());
        }
        return new Distribution(
                FmpJson.ticker(row),
                day(row),
                date(row, "recordDate"),
                date(row, "paymentDate"),
                date(row, "declarationDate"),
                amount,
                adjusted,
                text(row, "frequency"),
                null);
    }

    static Parser<Split> splits() {
        return new FmpJson<>("splits", List.of("date", "numerator", "denominator"), FmpParsers::split);
    }

    /** World-wide, with names that are no US symbol. */
    static Parser<FmpSplit> splitsCalendar() {
        return new FmpJson<>("splits", List.of("symbol", "date", "numerator", "denominator"), row -> {
            String stated = symbol(row, "symbol");
            return stated == null
                    ? null
                    : FmpSource.SPELLING
                            .read(stated)
                            .map(ticker -> new FmpSplit(ticker, split(row)))
                            .orElse(null);
        });
    }

    static Split split(JsonNode row) {
        BigDecimal numerator = must(row, "numerator");
        BigDecimal denominator = must(row, "denominator");
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new UnreadableCell("split", row.toString());
        }
        return new Split(day(row), numerator, denominator);
    }

    static Parser<FmpProfile> profile() {
        return new FmpJson<>(
                "profiles",
                List.of("symbol", "companyName"),
                row -> new FmpProfile(
                        FmpJson.ticker(row),
                        text(row, "companyName"),
                        text(row, "description"),
                        text(row, "sector"),
                        text(row, "industry"),
                        either(row, "exchangeShortName", "exchange"),
                        row.has("marketCap") ? number(row, "marketCap") : number(row, "mktCap"),
                        text(row, "currency"),
                        row.path("isEtf").asBoolean(false),
                        row.path("isFund").asBoolean(false)));
    }

    static Parser<FmpHolding> holdings() {
        return new FmpJson<>(
                "holdings",
                List.of("name", "weightPercentage"),
                row -> new FmpHolding(
                        asset(row),
                        text(row, "name"),
                        text(row, "isin"),
                        either(row, "securityCusip", "cusip"),
                        number(row, "sharesNumber"),
                        number(row, "weightPercentage"),
                        number(row, "marketValue"),
                        either(row, "updatedAt", "updated")));
    }

    private static @Nullable String asset(JsonNode row) {
        String stated = text(row, "asset");
        return stated == null
                ? null
                : FmpSource.SPELLING.read(stated).map(Object::toString).orElse(stated);
    }

    static Parser<FmpFundInfo> fundInfo() {
        return new FmpJson<>(
                "funds",
                List.of("symbol", "expenseRatio"),
                row -> new FmpFundInfo(
                        FmpJson.ticker(row),
                        text(row, "name"),
                        text(row, "etfCompany"),
                        text(row, "description"),
                        number(row, "expenseRatio"),
                        number(row, "assetsUnderManagement"),
                        number(row, "nav")));
    }

    /** The name is {@code companyName} in the list of shares, {@code name} in that of funds. */
    static Parser<FmpSymbol> symbols() {
        return new FmpJson<>("symbols", List.of("symbol"), row -> {
            String stated = symbol(row, "symbol");
            // The worldwide lists also have names that are not a share's symbol.
            return stated == null
                    ? null
                    : FmpSource.SPELLING
                            .read(stated)
                            .map(ticker -> new FmpSymbol(ticker, either(row, "companyName", "name")))
                            .orElse(null);
        });
    }

    private static @Nullable String either(JsonNode row, String one, String other) {
        String text = text(row, one);
        return text == null ? text(row, other) : text;
    }

    private static LocalDate day(JsonNode row) {
        LocalDate day = date(row, "date");
        if (day == null) {
            throw new UnreadableCell("date", String.valueOf(text(row, "date")));
        }
        return day;
    }

    private static BigDecimal must(JsonNode row, String field) {
        BigDecimal value = number(row, field);
        if (value == null) {
            throw new UnreadableCell(field, String.valueOf(text(row, field)));
        }
        return value;
    }
}
