package dev.exdate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.MadeUpMarket;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.site.yahoo.YahooChart;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TruthTablesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private final MadeUpMarket market = MadeUpMarket.of(80, 1, TODAY);
    private final TruthTables truth = new TruthTables(market);

    private static List<String> lines(SandboxPages.Table table) throws IOException {
        StringBuilder csv = new StringBuilder();
        table.write(csv);
        return csv.toString().lines().toList();
    }

    @Test
    void columnsAreNamedAsTheTablesNameThem() throws Exception {
        assertThat(lines(truth::dividends).getFirst())
                .isEqualTo("symbol,ex_date,amount,record_date,payment_date,declaration_date,frequency,sources");
        assertThat(lines(truth::prices).getFirst()).isEqualTo("symbol,date,open,high,low,close,adj_close,volume");
        assertThat(lines(truth::splits).getFirst()).isEqualTo("symbol,split_date,split_ratio,numerator,denominator");
        assertThat(lines(truth::symbols).getFirst())
                .isEqualTo("symbol,name,type,exchange,sector,industry,market_cap,active");
        assertThat(lines(truth::holdings).getFirst()).isEqualTo("symbol,asset,name,shares,weight,market_value");
    }

    @Test
    void anEmptyMarketHasHeadersAlone() throws Exception {
        TruthTables none = new TruthTables(MadeUpMarket.of(0, 1, TODAY));
        for (SandboxPages.Table table : List.<SandboxPages.Table>of(
                none::dividends, none::prices, none::splits, none::symbols, none::holdings)) {
            assertThat(lines(table)).hasSize(1);
        }
    }

    @Test
    void everyDividendIsThereThoseAheadTooButNoDeclarationOfNothing() throws Exception {
        List<String> expected = new ArrayList<>();
        for (Listing listing : market.listings()) {
            for (Payout payout : market.payouts(listing.ticker())) {
                if (payout.amount().signum() > 0) {
                    expected.add(payout.ticker() + "," + payout.exDate() + ","
                            + payout.amount().toPlainString());
                }
            }
        }
        assertThat(lines(truth::dividends).stream().skip(1))
                .map(line -> String.join(",", List.of(line.split(",")).subList(0, 3)))
                .isEqualTo(expected);
    }

    @Test
    void ofADividendAheadHistoriesKnowNothing() throws Exception {
        assertThat(lines(truth::dividends).stream()
                        .skip(1)
                        .filter(line -> line.split(",")[1].compareTo(TODAY.toString()) > 0))
                .isNotEmpty()
                .allMatch(line -> line.contains("nasdaq") && !line.contains("yahoo"));
    }

    @Test
    void numbersAreThoseTheSourcesState() throws Exception {
        String chart = new YahooChart(market, market.listings().getFirst(), "X")
                .text(0, Long.MAX_VALUE, "max", Set.of("div", "split"));
        List<String> prices = lines(truth::prices).stream()
                .filter(line -> line.startsWith(market.listings().getFirst().ticker() + ","))
                .toList();
        assertThat(prices).isNotEmpty().allSatisfy(line -> {
            String[] cells = line.split(",");
            for (int i = 2; i < 7; i++) {
                assertThat(chart).contains(new BigDecimal(cells[i]).toPlainString());
            }
        });
    }

    @Test
    void splitRatiosHaveNoExponent() throws Exception {
        assertThat(lines(truth::splits).stream().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.matches("[A-Z.]+,\\d{4}-\\d\\d-\\d\\d,\\d+(\\.\\d+)?,\\d+,\\d+"));
    }
}
