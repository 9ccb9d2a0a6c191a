package dev.exdate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxRoutesTest {
    private static SandboxClient client;

    @BeforeAll
    static void start() throws IOException {
        client = SandboxClient.sound();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /our-etfs/|text/html|/our-etfs/zzty/
                    /our-etfs/zzty/|text/html|Distribution per Share
                    /wp-content/uploads/funds/ZZTY/TidalFG_Holdings_ZZTY.csv|text/csv|Date,Account,StockTicker
                    /en/search/keyword/yieldmax?pageSize=25|text/html|/news-release/2026/10/13/
                    /search/tag/yieldmax|text/html|/news-release/2026/10/13/
                    /us/equities/notices/data/dividends/?year=2026|application/json|"declaration_dt":"2026-10-13"
                    /us/equities/notices/dividends/details/?declaration_dt=2026-10-13&firm_name=Roundhill%20Financial%20Inc.&symbols=ZZRH|text/html|$0.1234
                    /us/equities/notices/dividends/details/?declaration_dt=2026-10-13&firm_name=Nobody|text/html|No dividend notices
                    /api/calendar/dividends?date=2026-10-14|application/json|"dividend_Rate":0.1234
                    /api/calendar/dividends?date=2026-10-11|application/json|"rows":null
                    /api/calendar/dividends?date=tomorrow|application/json|"rCode":400
                    /api/calendar/splits?date=2026-10-12|application/json|2 : 1
                    /api/quote/ZZTA/dividends?assetclass=stocks|application/json|$0.1234
                    /api/quote/NONE/dividends?assetclass=stocks|application/json|Symbol not exists.
                    /api/screener/stocks?tableonly=true&limit=25&offset=0|application/json|"totalrecords"
                    /api/screener/stocks?download=true|application/json|"sector":"Technology"
                    /api/screener/etf?download=true|application/json|"symbol":"ZZTY"
                    /ex-date-dividends|text/html|fetch('/ex-date-dividends/data?from='
                    /ex-date-dividends/data?from=2026-10-14&to=2026-10-20|application/json|"ZZT$A"
                    /api/corpax/?action_date__gte=2026-01-01&action_date__lte=2026-10-14&page=1&page_size=20|application/json|"results"
                    /calendars/dividend-calendar/us-popular-div|text/html|Dividend Calendar
                    /extapi/api/public/dividend-calendar/paged?type=us-popular-div&dateType=payment&pageSize=50&page=1|application/json|"status":"declared"
                    /v8/finance/chart/ZZTA?period1=1790000000&period2=1800000000&interval=1d&events=div%2Csplit|application/json|"splitRatio":"2:1"
                    /v8/finance/chart/ZZT-PA?range=5d|application/json|"symbol":"ZZT-PA"
                    /stable/historical-price-eod/full?symbol=ZZT-B&from=2026-10-12&to=2026-10-14&apikey=sandbox|application/json|"vwap"
                    /stable/historical-price-eod/light?symbol=ZZTA&apikey=sandbox|application/json|"price"
                    /stable/historical-price-eod/non-split-adjusted?symbol=ZZTA&apikey=sandbox|application/json|"adjOpen"
                    /stable/historical-price-eod/dividend-adjusted?symbol=ZZTA&apikey=sandbox|application/json|"adjClose"
                    /stable/eod-bulk?date=2026-10-13&apikey=sandbox|text/csv|"symbol","date","open","low","high"
                    /stable/dividends?symbol=ZZTA&apikey=sandbox|application/json|"adjDividend"
                    /stable/dividends?symbol=NONE&apikey=sandbox|application/json|[]
                    /stable/dividends-calendar?from=2026-10-14&to=2026-10-20&apikey=sandbox|application/json|"ZZT^A"
                    /stable/splits?symbol=ZZTA&apikey=sandbox|application/json|"numerator":2
                    /stable/splits-calendar?apikey=sandbox|application/json|"ZZTA"
                    /stable/profile?symbol=ZZTA&apikey=sandbox|application/json|"marketCap":1000000000
                    /stable/profile-bulk?part=0&apikey=sandbox|text/csv|"ZZTA"
                    /stable/quote?symbol=ZZTA&apikey=sandbox|application/json|"yearHigh"
                    /stable/batch-quote?symbols=ZZTA,NONE,ZZTY&apikey=sandbox|application/json|"ZZTY"
                    /stable/stock-list?apikey=sandbox|application/json|"companyName"
                    /stable/actively-trading-list?apikey=sandbox|application/json|"name"
                    /stable/etf-list?apikey=sandbox|application/json|"ZZXG"
                    /stable/company-screener?limit=5&apikey=sandbox|application/json|"exchangeShortName"
                    /stable/delisted-companies?page=0&apikey=sandbox|application/json|"delistedDate"
                    /stable/etf/holdings?symbol=ZZTY&apikey=sandbox|application/json|"sharesNumber"
                    /stable/etf/holdings?symbol=ZZTA&apikey=sandbox|application/json|[]
                    /stable/etf/info?symbol=ZZTY&apikey=sandbox|application/json|"expenseRatio"
                    /stable/etf/sector-weightings?symbol=ZZTY&apikey=sandbox|application/json|97.5
                    /stable/etf/country-weightings?symbol=ZZTY&apikey=sandbox|application/json|97.5%
                    /query?function=DIVIDENDS&symbol=ZZT-P-A&apikey=sandbox|application/json|"ex_dividend_date"
                    /query?function=TIME_SERIES_DAILY&symbol=ZZTA&apikey=sandbox|application/json|Time Series (Daily)
                    /query?function=TIME_SERIES_DAILY_ADJUSTED&symbol=ZZTA&apikey=sandbox|application/json|premium endpoint
                    /query?function=TIME_SERIES_DAILY_ADJUSTED&symbol=ZZTA&apikey=premium|application/json|5. adjusted close
                    /query?function=OVERVIEW&symbol=ZZTA&apikey=sandbox|application/json|"DividendPerShare"
                    /query?function=ETF_PROFILE&symbol=ZZTY&apikey=sandbox|application/json|"net_expense_ratio"
                    /query?function=GLOBAL_QUOTE&symbol=ZZTA&apikey=sandbox|application/json|05. price
                    /query?function=LISTING_STATUS&apikey=sandbox|application/x-download|symbol,name,exchange
                    /query?function=NONE&apikey=sandbox|application/json|does not exist
                    /dynamic/SymDir/nasdaqlisted.txt|text/plain|File Creation Time: 10142026
                    /dynamic/SymDir/otherlisted.txt|text/plain|ACT Symbol
                    /dynamic/SymDir/nasdaqtraded.txt|text/plain|Nasdaq Traded
                    /dynamic/SymDir/nothing.txt|text/html|Page Not Available
                    /assets/data/FilepointRoundhill.40RU.RU_Holdings_10122026.csv|text/csv|10/13/2026,ZZRH
                    /assets/data/FilepointRoundhill.40RU.RU_Holdings_10112026.csv|text/html|<div id="root">
                    /funds/holdings/zzxg_full-holdings_20261012.csv|text/csv|% of Net Assets
                    """)
    void everySourceAnswersAtItsRealPath(String path, String type, String part) throws Exception {
        HttpResponse<byte[]> answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SandboxClient.type(answer)).startsWith(type);
        assertThat(SandboxClient.text(answer)).contains(part);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /our-etfs/zzta/|404|Page not found
                    /news-release/2026/10/13/1/0/en/None.html|404|404 Not Found
                    /v8/finance/chart/NONE|404|No data found, symbol may be delisted
                    /v8/finance/chart/ZZTA?period1=2&period2=1|400|Invalid input
                    /v8/finance/chart/ZZTA?period1=two|400|Invalid input
                    /v8/finance/chart/ZZTA?range=1d&interval=1m|422|not available for this range
                    /v7/finance/quote?symbols=ZZTA|401|Invalid Crumb
                    /stable/profile?symbol=ZZTA|401|Invalid API KEY
                    /stable/profile?symbol=ZZTA&apikey=wrong|401|Invalid API KEY
                    /stable/none?apikey=sandbox|404|404 Not Found
                    /api/v3/profile/ZZTA?apikey=sandbox|403|Legacy Endpoint
                    /api/v4/etf-info?symbol=ZZTA&apikey=sandbox|403|Legacy Endpoint
                    /query?function=DIVIDENDS&symbol=ZZTA|200|apikey is invalid or missing
                    /funds/holdings/zzxg_full-holdings_20261011.csv|404|404 Not Found
                    /funds/holdings/zzxg_full-holdings_20269999.csv|400|400 Bad Request
                    /extapi/api/private/holdings|401|401 Unauthorized
                    /nowhere|404|404 Not Found
                    """)
    void refusalsLookLikeTheSources(String path, int status, String part) throws Exception {
        HttpResponse<byte[]> answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(SandboxClient.text(answer)).contains(part);
    }

    @ParameterizedTest
    @CsvSource({
        "/v8/finance/chart/ZZTA, 429, Too Many Requests",
        "/api/calendar/dividends?date=2026-10-14, 403, Access Denied",
        "/our-etfs/, 403, 403 Forbidden",
        "/wp-content/uploads/funds/ZZTY/TidalFG_Holdings_ZZTY.csv, 403, 403 Forbidden",
        "/us/equities/notices/data/dividends/?year=2026, 403, 403 Forbidden",
        "/en/search/keyword/yieldmax, 403, 403 Forbidden",
        "/dynamic/SymDir/nasdaqlisted.txt, 200, Symbol|Security Name",
        "/stable/stock-list?apikey=sandbox, 200, ZZTA",
        "/extapi/api/public/dividend-calendar/paged?type=nyse, 200, totalCount",
    })
    void clientsThatAreNoBrowserAreTreatedAsTheSourceTreatsThem(String path, int status, String part) throws Exception {
        HttpResponse<byte[]> answer = client.get(path, "User-Agent", "Java-http-client/25");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(SandboxClient.text(answer)).contains(part);
    }

    @Test
    void theKeyMayComeInAHeader() throws Exception {
        assertThat(client.get("/stable/profile?symbol=ZZTA", "apikey", "sandbox")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPageAskedForWithoutItsLastSlashHasMoved() throws Exception {
        HttpResponse<byte[]> answer = client.get("/our-etfs/zzty");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains("/our-etfs/zzty/");
    }

    @Test
    void everyListedReleaseIsThere() throws Exception {
        String list = client.text("/en/search/keyword/yieldmax?pageSize=50");
        List<String> paths = Pattern.compile("https://www.globenewswire.com(/news-release/[^\"]+)")
                .matcher(list)
                .results()
                .map(hit -> hit.group(1))
                .toList();

        assertThat(paths).isNotEmpty();
        for (String path : paths) {
            assertThat(client.text(path)).contains("article-headline");
        }
    }

    @Test
    void longBodiesAreCompressedForThoseWhoTakeIt() throws Exception {
        HttpResponse<byte[]> answer = client.get("/our-etfs/zzty/", "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(client.text("/our-etfs/zzty/"));
        }
    }

    @Test
    void shortBodiesAreNot() throws Exception {
        HttpResponse<byte[]> answer = client.get("/v8/finance/chart/NONE", "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void theTruthIsServedAsTables() throws Exception {
        assertThat(client.text("/truth/splits")).isEqualTo("symbol,date,numerator,denominator\nZZTA,2026-10-12,2,1\n");
        assertThat(client.get("/truth/none").statusCode()).isEqualTo(404);
    }
}
