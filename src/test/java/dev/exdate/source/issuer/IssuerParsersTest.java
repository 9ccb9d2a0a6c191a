package dev.exdate.source.issuer;

import static dev.exdate.format.Payloads.failure;
import static dev.exdate.format.Payloads.ok;
import static dev.exdate.format.Payloads.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Payload;
import dev.exdate.format.Payloads;
import dev.exdate.source.globalx.GlobalXParser;
import dev.exdate.source.roundhill.RoundhillParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IssuerParsersTest {
    private static final String TIDAL =
            "Date,Account,StockTicker,CUSIP,SecurityName,Shares,Price,MarketValue,Weightings,NetAssets,SharesOutstanding,CreationUnits\n"
                    + "01/06/2031,ZZTY,2ZZT  310117C00012500,2ZZT  310117C00012500,ZZTA US 01/17/31 C12.5,-150,0.55,-8250.0,-0.83%,1000000.00,50000,5.0\n"
                    + "01/06/2031,ZZTY,Cash&Other,Cash&Other,Cash & Other,250000,1.0,250000.00,25.00%,1000000.00,50000,5.0\n"
                    + "Holdings are subject to change without notice.\n";
    private final TidalParser tidal = new TidalParser();

    @Test
    void writtenOptionsAreNegativeAndTheDisclaimerIsNoRow() {
        List<IssuerPosition> rows = tidal.parse(ok(TIDAL)).rowsOrEmpty();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().asset()).isEqualTo("2ZZT  310117C00012500");
        assertThat(rows.getFirst().shares()).isEqualByComparingTo("-150");
        assertThat(rows.getFirst().weight()).isEqualByComparingTo("-0.83");
        assertThat(rows.getFirst().date()).isEqualTo("2031-01-06");
        assertThat(rows.get(1).asset()).isEqualTo("Cash&Other");
    }

    @Test
    void columnsFromThePriceOnMayBeMissing() {
        String few = "Date,Account,StockTicker,CUSIP,SecurityName,Shares\n01/06/2031,ZZTY,ZZTA,123,Zed,10\n";
        assertThat(tidal.parse(ok(few)).rowsOrEmpty())
                .singleElement()
                .satisfies(position -> assertThat(position.price()).isNull());
    }

    @Test
    void aWebPageIsNoFileAtRoundhillAndSomethingWrongElsewhere() {
        Payload page = ok("<!DOCTYPE html><html><body>Roundhill</body></html>");
        assertThat(failure(new RoundhillParser().parse(page))).isEqualTo(Failure.NOT_FOUND);
        assertThat(failure(tidal.parse(page))).isEqualTo(Failure.MALFORMED);
        assertThat(failure(tidal.parse(status(403, "<html>")))).isEqualTo(Failure.UNAUTHORIZED);
        assertThat(failure(tidal.parse(ok("a,b\n1,2\n")))).isEqualTo(Failure.LAYOUT_CHANGED);
    }

    @Test
    void globalXHasTheDayAboveTheHeaderAndCommasInItsNumbers() {
        String file = "Global X Zed ETF\nFund Holdings Data as of 01/06/2031\n"
                + "% of Net Assets,Ticker,Name,SEDOL,Market Price ($),Shares Held,Market Value ($)\n"
                + "12.50,ZZTA,Zedco Inc,B1,\"1,010.10\",\"12,345\",\"12,469,684.50\"\n";
        assertThat(new GlobalXParser().parse(ok(file)).rowsOrEmpty())
                .singleElement()
                .satisfies(position -> {
                    assertThat(position.date()).isEqualTo("2031-01-06");
                    assertThat(position.shares()).isEqualByComparingTo("12345");
                    assertThat(position.marketValue()).isEqualByComparingTo("12469684.50");
                });
        assertThat(failure(new GlobalXParser().parse(status(404, "")))).isEqualTo(Failure.NOT_FOUND);
        assertThat(failure(new GlobalXParser().parse(ok(file.replace("01/06/2031", "soon")))))
                .isEqualTo(Failure.LAYOUT_CHANGED);
    }

    static List<Payload> hostile() {
        return Payloads.hostile();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatNoSourceMeansIsNeverRows(Payload payload) {
        assertThat(tidal.parse(payload)).isInstanceOf(Answer.Failed.class);
        assertThat(new GlobalXParser().parse(payload)).isInstanceOf(Answer.Failed.class);
    }
}
