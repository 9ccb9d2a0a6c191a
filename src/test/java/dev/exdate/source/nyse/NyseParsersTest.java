package dev.exdate.source.nyse;

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

class NyseParsersTest {
    private static final String PAGE =
            "<html><body><table><thead><tr><th>Symbol</th><th>Security Name</th><th>Ex-Date</th>"
                    + "<th>Record Date</th><th>Declaration Date</th></tr></thead><tbody>%s</tbody></table></body></html>";
    private static final String ROW =
            "<tr><td>ZZT.B</td><td>Zedco &lt;script&gt;</td><td>01/06/2031</td><td>12/30/2030</td><td>-</td></tr>";
    private final NyseExDateParser exDates = new NyseExDateParser();
    private final NyseCorpaxParser corpax = new NyseCorpaxParser();

    @Test
    void anExceptionIsReadWithItsDatesAndWithoutAnAmount() {
        assertThat(exDates.parse(ok(PAGE.formatted(ROW))).rowsOrEmpty())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.ticker()).hasToString("ZZT.B");
                    assertThat(row.name()).isEqualTo("Zedco <script>");
                    assertThat(row.exDate()).isEqualTo("2031-01-06");
                    assertThat(row.recordDate()).isEqualTo("2030-12-30");
                    assertThat(row.declaredDate()).isNull();
                });
    }

    @Test
    void aTableWithoutRowsIsNothingAndAPageWithoutATableHasChanged() {
        assertThat(exDates.parse(ok(PAGE.formatted("")))).isInstanceOf(Answer.Nothing.class);
        assertThat(failure(exDates.parse(ok("<html><body><p>soon</p></body></html>"))))
                .isEqualTo(Failure.LAYOUT_CHANGED);
        assertThat(failure(exDates.parse(ok(PAGE.formatted(ROW).replace("Ex-Date", "Day")))))
                .isEqualTo(Failure.LAYOUT_CHANGED);
    }

    @Test
    void actionsMayLackDateSymbolAndIssuer() {
        String body =
                "{\"count\":2,\"next\":\"http://listingmanager.nyse.com/api/corpax/?a=1&&page=2\",\"previous\":null,\"results\":["
                        + "{\"action_date\":null,\"action_status\":\"x\",\"action_type\":\"Change Symbol\",\"issue_symbol\":null,\"issuer_name\":null,"
                        + "\"updated_at\":\"2031-01-03T09:00:00.000000-05:00\",\"market_event\":\"e1\"},"
                        + "{\"action_date\":\"2031-01-06\",\"action_status\":\"x\",\"action_type\":\"Suspend\",\"issue_symbol\":\"ZZT PRA\",\"issuer_name\":\"Z\","
                        + "\"updated_at\":\"2031-01-03T09:00:00.000000-05:00\",\"market_event\":\"e2\"}]}";
        ActionPage page = corpax.parse(ok(body)).rowsOrEmpty().getFirst();
        assertThat(page.last()).isFalse();
        assertThat(page.actions()).extracting(CorporateAction::symbol).containsExactly(null, "ZZT$A");
        assertThat(page.actions().getFirst().date()).isNull();
        assertThat(corpax.parse(ok("{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}")))
                .isInstanceOf(Answer.Nothing.class);
    }

    static List<Payload> hostile() {
        return Payloads.hostile();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatNoSourceMeansIsNeverRows(Payload payload) {
        assertThat(exDates.parse(payload)).isInstanceOf(Answer.Failed.class);
        assertThat(corpax.parse(payload)).isInstanceOf(Answer.Failed.class);
    }
}
