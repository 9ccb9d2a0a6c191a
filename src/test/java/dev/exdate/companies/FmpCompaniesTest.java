package dev.exdate.companies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.market.Ticker;
import dev.exdate.source.fmp.FmpClient;
import dev.exdate.task.RecordingLog;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.LoopbackServer;
import dev.exdate.web.TestWeb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FmpCompaniesTest {
    private static final String HEADER = "\uFEFF\"symbol\",\"marketCap\",\"companyName\",\"exchange\",\"industry\","
            + "\"description\",\"sector\",\"isEtf\",\"isFund\"\n";

    private final LoopbackServer server = new LoopbackServer();
    private final RecordingLog log = new RecordingLog();

    @AfterEach
    void close() {
        server.close();
    }

    private static String line(String symbol, boolean fund) {
        return "\"%s\",\"1000\",\"Zed %s\",\"NYSE\",\"Oil\",\"It drills.\",\"Energy\",\"%s\",\"false\"\n"
                .formatted(symbol, symbol, fund);
    }

    private static List<DueCompany> due(int many, int emptyAnswers) {
        return IntStream.range(0, many)
                .mapToObj(i -> new DueCompany(Ticker.of("Z" + (char) ('A' + i)), null, null, false, emptyAnswers))
                .collect(Collectors.toList());
    }

    private List<CompanyFinding> listed(List<DueCompany> due) throws Exception {
        try (HttpWeb web = TestWeb.at(server.address(), Map.of("FMP_API_KEY", "planted77"))) {
            return new FmpCompanies(new FmpClient(web)).listed(due, log);
        }
    }

    @Test
    void allPartsFillWhatIsDueInOneGo() throws Exception {
        server.on(
                "/stable/profile-bulk?part=0&apikey=planted77",
                200,
                "text/csv",
                HEADER + line("ZA", false) + line("ZF", true));
        server.on(
                "/stable/profile-bulk?part=1&apikey=planted77",
                200,
                "text/csv",
                HEADER + line("ZB", false) + line("NOTDUE", false));
        server.on("/stable/profile-bulk?part=2&apikey=planted77", 200, "text/csv", HEADER);
        List<DueCompany> due = new ArrayList<>(due(FmpCompanies.WORTH_A_LIST, 0));
        due.add(new DueCompany(Ticker.of("FUND"), null, null, true, 0));
        assertThat(listed(due)).extracting(found -> found.facts().company()).containsExactly("Zed ZA", "Zed ZB");
        assertThat(listed(due).getFirst().facts().description()).isEqualTo("It drills.");
    }

    @Test
    void forAFewOrWhatIsKnownToBeUnknownNoListIsAskedFor() throws Exception {
        assertThat(listed(due(FmpCompanies.WORTH_A_LIST - 1, 0))).isEmpty();
        assertThat(listed(due(FmpCompanies.WORTH_A_LIST, 1))).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aPlanWithoutTheListIsALineAndNoMore() throws Exception {
        server.on("/stable/profile-bulk", 402, "text/plain", "Premium Query Parameter: 'Special Endpoint : no'");
        assertThat(listed(due(FmpCompanies.WORTH_A_LIST, 0))).isEmpty();
        assertThat(log.lines()).singleElement().asString().startsWith("⚠️  FMP's list of profiles failed (part 0): ");
    }
}
