package dev.exdate.source.alphavantage;

import static dev.exdate.format.Payloads.failure;
import static dev.exdate.format.Payloads.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.Payloads;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlphaVantageParsersTest {
    private static final List<Parser<?>> ALL = List.of(
            AlphaVantageParsers.dividends(),
            AlphaVantageParsers.daily(),
            AlphaVantageParsers.overview(),
            AlphaVantageParsers.fund(),
            new ListingStatusParser());

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"Information\":\"We have detected your API key as K and our standard API rate limit is 25 requests per day.\"};RATE_LIMITED",
                "{\"Note\":\"Thank you for using Alpha Vantage! 5 calls per minute\"};RATE_LIMITED",
                "{\"Information\":\"Thank you for using Alpha Vantage! This is a premium endpoint.\"};PLAN",
                "{\"Error Message\":\"Invalid API call. Please retry or visit the documentation\"};NOT_FOUND",
                "{\"Error Message\":\"the parameter apikey is invalid or missing.\"};UNAUTHORIZED"
            })
    void errorsComeWith200AsOneKeyAlsoWhereCsvWasAskedFor(String body, Failure failure) {
        ALL.forEach(parser -> assertThat(failure(parser.parse(ok(body)))).isEqualTo(failure));
    }

    @Test
    void theKeyInAnErrorTextIsNeverRepeated() {
        String body =
                "{\"Information\":\"We have detected your API key as SECRETKEY and our rate limit is 25 requests per day\"}";
        ALL.forEach(parser -> assertThat(((Answer.Failed<?>) parser.parse(ok(body))).message())
                .doesNotContain("SECRETKEY"));
    }

    @Test
    void noneIsAbsentAndAmountsAreAsPaid() {
        String body =
                "{\"symbol\":\"ZZT-P-A\",\"data\":[{\"ex_dividend_date\":\"2031-01-06\",\"declaration_date\":\"None\","
                        + "\"record_date\":\"2031-01-06\",\"payment_date\":\"None\",\"amount\":\"0.1250\"}]}";
        assertThat(AlphaVantageParsers.dividends().parse(ok(body)).rowsOrEmpty())
                .singleElement()
                .satisfies(paid -> {
                    assertThat(paid.ticker()).hasToString("ZZT$A");
                    assertThat(paid.declaredDate()).isNull();
                    assertThat(paid.payDate()).isNull();
                    assertThat(paid.amount()).hasToString("0.1250");
                });
        assertThat(AlphaVantageParsers.dividends().parse(ok("{\"symbol\":\"ZZTA\",\"data\":[]}")))
                .isInstanceOf(Answer.Nothing.class);
    }

    @Test
    void bothFormsOfDailyPricesAreRead() {
        String free =
                "{\"Meta Data\":{},\"Time Series (Daily)\":{\"2031-01-07\":{\"1. open\":\"10\",\"2. high\":\"11\",\"3. low\":\"9\",\"4. close\":\"10.5\",\"5. volume\":\"100\"},"
                        + "\"2031-01-06\":{\"1. open\":\"10\",\"2. high\":\"11\",\"3. low\":\"9\",\"4. close\":\"10\",\"5. volume\":\"50\"}}}";
        List<PriceBar> bars = AlphaVantageParsers.daily().parse(ok(free)).rowsOrEmpty().stream()
                .map(AlphaVantageDay::bar)
                .toList();
        assertThat(bars)
                .extracting(bar -> bar.date() + " " + bar.close() + " " + bar.adjClose() + " " + bar.volume())
                .containsExactly("2031-01-06 10 null 50", "2031-01-07 10.5 null 100");
        String paid = free.replace("\"5. volume\"", "\"5. adjusted close\":\"9.9\",\"6. volume\"");
        assertThat(AlphaVantageParsers.daily()
                        .parse(ok(paid))
                        .rowsOrEmpty()
                        .getFirst()
                        .bar()
                        .adjClose())
                .isEqualByComparingTo("9.9");
    }

    @Test
    void theAdjustedSeriesHasDividendsAndSplits() {
        String adjusted = "{\"Meta Data\":{\"2. Symbol\":\"ZZT-B\"},\"Time Series (Daily)\":{"
                + "\"2031-01-07\":{\"4. close\":\"10.5\",\"7. dividend amount\":\"0.1250\",\"8. split coefficient\":\"1.0\"},"
                + "\"2031-01-06\":{\"4. close\":\"21\",\"7. dividend amount\":\"0.0000\",\"8. split coefficient\":\"2.0\"}}}";
        List<AlphaVantageDay> days =
                AlphaVantageParsers.daily().parse(ok(adjusted)).rowsOrEmpty();
        assertThat(days.getFirst().dividend()).isNull();
        assertThat(days.getFirst().split())
                .isEqualTo(new Split(LocalDate.of(2031, 1, 6), new BigDecimal("2.0"), BigDecimal.ONE));
        assertThat(days.getLast().dividend())
                .satisfies(
                        paid -> assertThat(paid.ticker() + " " + paid.amount()).isEqualTo("ZZT.B 0.1250"));
        assertThat(days.getLast().split()).isNull();
    }

    @Test
    void anUnknownSymbolIsNothing() {
        for (Parser<?> parser :
                List.of(AlphaVantageParsers.overview(), AlphaVantageParsers.fund(), AlphaVantageParsers.daily())) {
            assertThat(parser.parse(ok("{}"))).isInstanceOf(Answer.Nothing.class);
        }
    }

    @Test
    void listingsHaveQuotedNamesAndOnesWithoutAName() {
        String csv = "symbol,name,exchange,assetType,ipoDate,delistingDate,status\r\n"
                + "ZZTA,\"Zedco, Inc\",NASDAQ,Stock,2001-01-01,null,Active\r\nZZT-B,,NYSE ARCA,ETF,2001-01-01,null,Active\r\n";
        List<AlphaVantageListing> read =
                new ListingStatusParser().parse(ok(csv)).rowsOrEmpty();
        assertThat(read)
                .extracting(listing -> listing.ticker() + " " + listing.name() + " " + listing.exchange())
                .containsExactly("ZZTA Zedco, Inc NASDAQ", "ZZT.B null NYSE ARCA");
        assertThat(failure(new ListingStatusParser().parse(ok(csv.replace("assetType", "kind")))))
                .isEqualTo(Failure.LAYOUT_CHANGED);
    }

    static List<Payload> hostile() {
        return Payloads.hostile();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatNoSourceMeansIsNeverRows(Payload payload) {
        ALL.forEach(parser -> assertThat(parser.parse(payload)).isInstanceOf(Answer.Failed.class));
    }
}
