package dev.exdate.source.nasdaqtrader;

import static dev.exdate.format.Payloads.failure;
import static dev.exdate.format.Payloads.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Payload;
import dev.exdate.format.Payloads;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DirectoryParserTest {
    private static final String NASDAQ =
            "Symbol|Security Name|Market Category|Test Issue|Financial Status|Round Lot Size|ETF|NextShares\r\n"
                    + "ZZTA|Zedco  \"Z\" Inc. - Common Stock|Q|N|N|100|N|N\r\n"
                    + "ZZTZ|Zedco Test Issue|G|Y|N|100|N|N\r\n"
                    + "ZZTE|Zed Fund|G|N|N|100|Y|N\r\n"
                    + "ZZTO|Zed Open|G|N|D|100||N\r\n"
                    + "File Creation Time: 0106203109:30|||||\r\n\r\n";
    private static final String OTHER =
            "ACT Symbol|Security Name|Exchange|CQS Symbol|ETF|Round Lot Size|Test Issue|NASDAQ Symbol\n"
                    + "ZZT$A|Zed Preferred|N|ZZTpA|N|100|N|ZZT-A\n"
                    + "ZZT.B|Zed Class B|A|ZZT.B|N|100|N|ZZT.B\n"
                    + "ZZP|Zed Arca|P|ZZP|Y|100|N|ZZP\n"
                    + "ZZB|Zed Bats|Z|ZZB|Y|100|N|ZZB\n"
                    + "ZZV|Zed Iex|V|ZZV|N|100|N|ZZV\n"
                    + "File Creation Time: 0106203109:30||||||\n";

    private static List<ListedLine> read(DirectoryParser parser, String text) {
        return parser.parse(ok(text)).rowsOrEmpty();
    }

    @Test
    void testIssuesAreDroppedAndAnOpenEtfFlagStaysOpen() {
        List<ListedLine> lines = read(DirectoryParser.nasdaqListed(), NASDAQ);
        assertThat(lines).extracting(line -> line.ticker().symbol()).containsExactly("ZZTA", "ZZTE", "ZZTO");
        assertThat(lines).extracting(ListedLine::etf).containsExactly(false, true, null);
        assertThat(lines).extracting(ListedLine::financialStatus).containsExactly("N", "N", "D");
        assertThat(lines.getFirst().name()).isEqualTo("Zedco  \"Z\" Inc. - Common Stock");
    }

    @Test
    void exchangesGetTheDatabasesShortNames() {
        assertThat(read(DirectoryParser.otherListed(), OTHER))
                .extracting(line -> line.ticker() + " " + line.exchange())
                .containsExactly("ZZT$A NYSE", "ZZT.B AMEX", "ZZP PCX", "ZZB BATS", "ZZV IEX");
        assertThat(read(DirectoryParser.nasdaqListed(), NASDAQ))
                .allMatch(line -> line.exchange().equals("NASDAQ"));
    }

    @Test
    void columnsAreFoundByTheirHeaders() {
        String turned = "Security Name|Symbol|ETF|Test Issue\nZed|ZZTA|N|N\nFile Creation Time: 1|||\n";
        assertThat(read(DirectoryParser.nasdaqListed(), turned))
                .singleElement()
                .satisfies(line -> assertThat(line.ticker()).hasToString("ZZTA"));
    }

    @Test
    void aFileCutOffAnywhereIsRefused() {
        for (int end = 0; end < NASDAQ.indexOf("File Creation Time") + 10; end++) {
            assertThat(DirectoryParser.nasdaqListed().parse(ok(NASDAQ.substring(0, end))))
                    .isInstanceOf(Answer.Failed.class);
        }
    }

    @Test
    void theOtherFileOrAMissingColumnIsAChangedLayout() {
        assertThat(failure(DirectoryParser.nasdaqListed().parse(ok(OTHER)))).isEqualTo(Failure.LAYOUT_CHANGED);
        assertThat(failure(DirectoryParser.otherListed().parse(ok(OTHER.replace("Test Issue", "Issue")))))
                .isEqualTo(Failure.LAYOUT_CHANGED);
    }

    @Test
    void aNameWithAScriptOrControlCharactersComesThroughAsText() {
        String odd = NASDAQ.replace("Zed Fund", "<script>alert(1)</script>\u0007Zed");
        assertThat(read(DirectoryParser.nasdaqListed(), odd).get(1).name())
                .isEqualTo("<script>alert(1)</script>\uFFFDZed");
    }

    static List<Payload> hostile() {
        return Payloads.hostile();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatNoSourceMeansIsNeverRows(Payload payload) {
        assertThat(DirectoryParser.nasdaqListed().parse(payload)).isInstanceOf(Answer.Failed.class);
        assertThat(DirectoryParser.otherListed().parse(payload)).isInstanceOf(Answer.Failed.class);
    }
}
