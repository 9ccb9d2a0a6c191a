package dev.exdate.source.fmp;

import static dev.exdate.format.Payloads.failure;
import static dev.exdate.format.Payloads.ok;
import static dev.exdate.format.Payloads.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.format.Payloads;
import dev.exdate.market.Distribution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FmpParsersTest {
    private static String dividend(String symbol) {
        return "{\"symbol\":\"" + symbol
                + "\",\"date\":\"2031-01-06\",\"recordDate\":\"2031-01-06\",\"paymentDate\":\"2031-01-21\","
                + "\"declarationDate\":\"\",\"adjDividend\":0.125,\"dividend\":0.250,\"yield\":4.76,\"frequency\":\"Quarterly\"}";
    }

    @Test
    void declaredAndAdjustedAmountsAreKeptApartAndEmptyDatesAreAbsent() {
        Distribution read = FmpParsers.dividends()
                .parse(ok("[" + dividend("ZZTA") + "]"))
                .rowsOrEmpty()
                .getFirst();
        assertThat(read.amount()).hasToString("0.250");
        assertThat(read.adjAmount()).hasToString("0.125");
        assertThat(read.declaredDate()).isNull();
        assertThat(read.payDate()).isEqualTo("2031-01-21");
    }

    @Test
    void aPreferredInTwoSpellingsIsOneDividend() {
        assertThat(FmpParsers.dividends()
                        .parse(ok("[" + dividend("ZZT-PC") + "," + dividend("ZZT^C") + "]"))
                        .rowsOrEmpty())
                .singleElement()
                .satisfies(read -> assertThat(read.ticker()).hasToString("ZZT$C"));
    }

    @Test
    void theBulkFilesColumnsAreTakenByName() {
        String csv = "\"symbol\",\"date\",\"open\",\"low\",\"high\",\"close\",\"adjClose\",\"volume\"\n"
                + "\"ZZT-B\",\"2031-01-06\",\"10.1\",\"9.5\",\"11\",\"10.5\",\"10.375\",\"5000000000\"\n"
                + "\"ZZTP\",\"2031-01-06\",\"1e-6\",\"1e-6\",\"2e-6\",\"1e-6\",\"1e-6\",\"0\"\n";
        List<FmpBulkBar> bars = FmpBulkParser.prices().parse(ok(csv)).rowsOrEmpty();
        assertThat(bars).hasSize(2);
        assertThat(bars.getFirst().ticker()).hasToString("ZZT.B");
        assertThat(bars.getFirst().bar().low()).isEqualByComparingTo("9.5");
        assertThat(bars.getFirst().bar().high()).isEqualByComparingTo("11");
        assertThat(bars.getFirst().bar().adjClose()).isEqualByComparingTo("10.375");
        assertThat(bars.getFirst().bar().volume()).isEqualByComparingTo("5000000000");
        assertThat(bars.get(1).bar().close().toPlainString()).isEqualTo("0.000001");
        assertThat(failure(FmpBulkParser.prices().parse(ok(csv.replace("\"volume\"", "\"v\"")))))
                .isEqualTo(Failure.LAYOUT_CHANGED);
    }

    @Test
    void aBulkFileOfProfilesIsReadByItsColumns() {
        String csv = "\uFEFF\"symbol\",\"price\",\"marketCap\",\"companyName\",\"currency\",\"exchange\",\"industry\","
                + "\"description\",\"sector\",\"isEtf\",\"isFund\"\n"
                + "\"ZZT-B\",\"1.5\",\"12000000\",\"Zed, \"\"Inc\"\"\",\"USD\",\"NYSE\",\"Oil\",\"Two\nlines.\",\"Energy\","
                + "\"false\",\"false\"\n"
                + "\"ZZ.PA\",\"1\",\"1\",\"Zed SA\",\"EUR\",\"PAR\",\"\",\"\",\"\",\"false\",\"false\"\n"
                + "\"ZZF\",\"1\",\"\",\"Zed ETF\",\"USD\",\"AMEX\",\"\",\"\",\"\",\"true\",\"false\"\n";
        List<FmpProfile> profiles = FmpBulkParser.profiles().parse(ok(csv)).rowsOrEmpty();
        assertThat(profiles).extracting(FmpProfile::companyName).contains("Zed, \"Inc\"", "Zed ETF");
        assertThat(profiles).extracting(profile -> profile.ticker().symbol()).contains("ZZT.B", "ZZF");
        assertThat(profiles.getFirst().marketCap()).isEqualByComparingTo("12000000");
        assertThat(profiles.getFirst().description()).isNotBlank();
        assertThat(profiles.getLast().isEtf()).isTrue();
        assertThat(FmpBulkParser.profiles().parse(ok("[]"))).isInstanceOf(Answer.Nothing.class);
        assertThat(FmpBulkParser.profiles().parse(ok(csv.lines().findFirst().orElseThrow() + "\n")))
                .isInstanceOf(Answer.Nothing.class);
        assertThat(failure(FmpBulkParser.profiles().parse(ok(csv.replace("\"marketCap\"", "\"m\"")))))
                .isEqualTo(Failure.LAYOUT_CHANGED);
    }

    @Test
    void oddSplitRatiosAreExact() {
        assertThat(FmpParsers.splits()
                        .parse(
                                ok(
                                        "[{\"symbol\":\"ZZTA\",\"date\":\"2031-01-06\",\"numerator\":199,\"denominator\":125}]"))
                        .rowsOrEmpty())
                .singleElement()
                .satisfies(split -> assertThat(split.numerator()).isEqualByComparingTo("199"));
    }

    @Test
    void anEmptyArrayOrTheOldEmptyObjectIsNothing() {
        assertThat(FmpParsers.prices().parse(ok("[]"))).isInstanceOf(Answer.Nothing.class);
        assertThat(FmpParsers.prices().parse(ok("{}"))).isInstanceOf(Answer.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "401;{\"Error Message\":\"Invalid API KEY. Feel free to create one\"};UNAUTHORIZED",
                "402;Premium Query Parameter: 'Special Endpoint : this value set for 'symbol' is not available;PLAN",
                "403;{\"Error Message\":\"Exclusive Endpoint : this endpoint is not available under your subscription\"};PLAN",
                "403;{\"Error Message\":\"Legacy Endpoint : due to legacy\"};PLAN",
                "429;{\"Error Message\":\"Limit Reach . Please upgrade your plan\"};RATE_LIMITED",
                "200;{\"Error Message\":\"Limit Reach . Please upgrade\"};RATE_LIMITED",
                "200;{\"Error Message\":\"Special Endpoint : not in your plan\"};PLAN",
                "500;oops;UNAVAILABLE"
            })
    void errorsAreNamedByTheirText(int status, String body, Failure failure) {
        for (Parser<?> parser :
                List.of(FmpParsers.prices(), FmpParsers.dividends(), FmpParsers.profile(), FmpBulkParser.prices())) {
            assertThat(failure(parser.parse(status(status, body)))).isEqualTo(failure);
        }
    }

    @Test
    void aRowWithoutItsFieldsIsAChangedLayout() {
        assertThat(failure(FmpParsers.prices().parse(ok("[{\"day\":\"2031-01-06\",\"price\":1}]"))))
                .isEqualTo(Failure.LAYOUT_CHANGED);
        assertThat(failure(FmpParsers.holdings().parse(ok("[{\"x\":1}]")))).isEqualTo(Failure.LAYOUT_CHANGED);
    }

    static List<Payload> hostile() {
        return Payloads.hostile();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatNoSourceMeansIsNeverRows(Payload payload) {
        for (Parser<?> parser : List.of(
                FmpParsers.prices(),
                FmpParsers.dividends(),
                FmpParsers.splits(),
                FmpParsers.profile(),
                FmpParsers.holdings(),
                FmpParsers.fundInfo(),
                FmpParsers.symbols())) {
            assertThat(parser.parse(payload)).isInstanceOf(Answer.Failed.class);
        }
        assertThat(FmpBulkParser.prices().parse(payload)).isNotInstanceOf(Answer.Rows.class);
    }
}
