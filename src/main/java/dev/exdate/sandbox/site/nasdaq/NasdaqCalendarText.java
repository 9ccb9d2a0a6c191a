package dev.exdate.sandbox.site.nasdaq;

import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutYear;
import dev.exdate.sandbox.market.StockSplit;
import dev.exdate.sandbox.site.JsonText;
import dev.exdate.sandbox.site.Spelling;
import dev.exdate.sandbox.site.UsDate;
import dev.exdate.source.nasdaq.NasdaqSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The exchange's calendars of one day. On the ex-date itself many rows come twice under a long and a short company name;
 * a week later the yearly rate of many has become 0.
 */
final class NasdaqCalendarText {
    private static final DateTimeFormatter AS_OF = DateTimeFormatter.ofPattern("EEE, MMM d, yyyy", Locale.US);
    private static final int DAYS_UNTIL_FORGOTTEN = 7;

    private final Market market;
    private final Spelling spelling;

    NasdaqCalendarText(Market market, Spelling spelling) {
        this.market = market;
        this.spelling = spelling;
    }

    String dividends(LocalDate day) {
        List<Payout> payouts = market.payoutsExOn(day).stream()
                .filter(payout -> payout.sources().contains(NasdaqSource.ID))
                .toList();
        return NasdaqEnvelope.of(
                json -> {
                    json.object("calendar").field("asOf", AS_OF.format(day));
                    if (payouts.isEmpty()) {
                        json.absent("headers").absent("rows");
                    } else {
                        headers(json);
                        rows(json, day, payouts);
                    }
                    json.end()
                            .object("timeframe")
                            .field("minDate", "1922-05-22T00:00:00")
                            .field("maxDate", "2104-06-02T00:00:00")
                            .end();
                },
                payouts.isEmpty() ? "There are no dividends to show for this date." : null);
    }

    private static void headers(JsonText json) {
        json.object("headers")
                .field("symbol", "Symbol")
                .field("companyName", "Name")
                .field("dividend_Ex_Date", "Ex-Dividend Date")
                .field("payment_Date", "Payment Date")
                .field("record_Date", "Record Date")
                .field("dividend_Rate", "Dividend")
                .field("indicated_Annual_Dividend", "Indicated Annual Dividend")
                .field("announcement_Date", "Announcement Date")
                .end();
    }

    private void rows(JsonText json, LocalDate day, List<Payout> payouts) {
        json.array("rows");
        for (Payout payout : payouts) {
            row(
                    json,
                    payout,
                    market.listing(payout.ticker()).map(Listing::company).orElse(""));
            if (day.equals(market.today()) && Chance.oneIn(3, "twice", payout.ticker())) {
                row(
                        json,
                        payout,
                        market.listing(payout.ticker()).map(Listing::name).orElse(""));
            }
        }
        json.end();
    }

    private void row(JsonText json, Payout payout, String name) {
        json.object()
                .field("companyName", name)
                .field("symbol", spelling.of(payout.ticker()))
                .field("dividend_Ex_Date", date(payout, payout.exDate()))
                .field("payment_Date", date(payout, payout.payDate()))
                .field("record_Date", UsDate.padded(payout.recordDate()))
                .field("dividend_Rate", market.rounded(payout.amount()))
                .field("indicated_Annual_Dividend", yearly(payout))
                .field(
                        "announcement_Date",
                        Chance.oneIn(6, "announced", payout.ticker()) ? "N/A" : date(payout, payout.declared()))
                .end();
    }

    private BigDecimal yearly(Payout payout) {
        boolean forgotten = payout.exDate().isBefore(market.today().minusDays(DAYS_UNTIL_FORGOTTEN))
                && !Chance.oneIn(3, "remembered", payout.ticker());
        return forgotten
                ? new BigDecimal("0.0")
                : payout.amount().multiply(new BigDecimal(PayoutYear.payments(payout.frequency())));
    }

    /** Padded, with a bare month, or bare altogether: mixed within one row. */
    private static String date(Payout payout, LocalDate day) {
        return switch (Chance.of(4, "padding", payout.ticker(), day)) {
            case 0 -> UsDate.monthUnpadded(day);
            case 1 -> UsDate.unpadded(day);
            default -> UsDate.padded(day);
        };
    }

    String splits(LocalDate day) {
        return NasdaqEnvelope.of(
                json -> {
                    json.object("headers")
                            .field("symbol", "Symbol")
                            .field("name", "Company Name")
                            .field("ratio", "Ratio")
                            .field("payableDate", "Payable Date")
                            .field("executionDate", "Ex-Date")
                            .field("announcedDate", "Announced")
                            .end()
                            .array("rows");
                    market.listings()
                            .forEach(listing -> market.splits(listing.ticker()).stream()
                                    .filter(split -> split.date().equals(day))
                                    .forEach(split -> split(json, listing, split)));
                    json.end();
                },
                null);
    }

    private void split(JsonText json, Listing listing, StockSplit split) {
        json.object()
                .field("symbol", spelling.of(listing.ticker()))
                .field("name", listing.name())
                .field(
                        "ratio",
                        split.numerator().toPlainString() + " : "
                                + split.denominator().toPlainString())
                .field("payableDate", UsDate.padded(split.date()))
                .field("executionDate", UsDate.padded(split.date()))
                .field("announcedDate", "N/A")
                .end();
    }

    /** A symbol's own history, newest first. */
    String history(Listing listing) {
        List<Payout> payouts = market.payouts(listing.ticker()).reversed().stream()
                .filter(payout -> payout.sources().contains(NasdaqSource.ID))
                .toList();
        String latest =
                payouts.isEmpty() ? "N/A" : UsDate.padded(payouts.getFirst().exDate());
        return NasdaqEnvelope.of(
                json -> {
                    json.array("dividendHeaderValues")
                            .object()
                            .field("label", "Ex-Dividend Date")
                            .field("value", latest)
                            .end()
                            .end()
                            .field("exDividendDate", latest)
                            .field(
                                    "dividendPaymentDate",
                                    payouts.isEmpty()
                                            ? "N/A"
                                            : UsDate.padded(payouts.getFirst().payDate()))
                            .field("yield", "N/A")
                            .field(
                                    "annualizedDividend",
                                    payouts.isEmpty()
                                            ? "N/A"
                                            : yearly(payouts.getFirst()).toPlainString())
                            .field("payoutRatio", "N/A")
                            .object("dividends")
                            .absent("asOf");
                    json.object("headers")
                            .field("exOrEffDate", "Ex/EFF Date")
                            .field("type", "Type")
                            .field("amount", "Cash Amount")
                            .field("declarationDate", "Declaration Date")
                            .field("recordDate", "Record Date")
                            .field("paymentDate", "Payment Date")
                            .end()
                            .array("rows");
                    payouts.forEach(payout -> json.object()
                            .field("exOrEffDate", UsDate.padded(payout.exDate()))
                            .field("type", "Cash")
                            .field(
                                    "amount",
                                    "$" + market.rounded(payout.amount()).toPlainString())
                            .field("declarationDate", UsDate.padded(payout.declared()))
                            .field("recordDate", UsDate.padded(payout.recordDate()))
                            .field("paymentDate", UsDate.padded(payout.payDate()))
                            .field("currency", "USD")
                            .end());
                    json.end().end();
                },
                payouts.isEmpty() ? "Dividend History for Non-Nasdaq symbols is not available" : null);
    }
}
