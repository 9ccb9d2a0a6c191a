package dev.exdate.source.globenewswire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.format.Payload;
import dev.exdate.market.Ticker;
import dev.exdate.source.yieldmax.CatalogueParser;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinkParsersTest {
    @Test
    void theCatalogueNamesEveryFundOnce() {
        assertThat(new CatalogueParser().parse(payload("""
                                <html><body><a href="/our-etfs/">All</a> <a href="/our-etfs/zzty/">ZZTY</a>
                                <a href="https://www.yieldmaxetfs.com/our-etfs/ZZTY">again</a> <a href="/our-etfs/zzqy/#top">ZZQY</a>
                                <a href="https://elsewhere.example/our-etfs/zzno/">copy</a></body></html>""")).rowsOrEmpty())
                .containsExactly(Ticker.of("ZZTY"), Ticker.of("ZZQY"));
    }

    @Test
    void aCatalogueWithoutFundsIsAChangedLayout() {
        assertThat(new CatalogueParser().parse(payload("<html><body>Welcome</body></html>")))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.failure()).isEqualTo(Failure.LAYOUT_CHANGED));
    }

    @Test
    void theSearchGivesReleasesWithTheirDay() {
        var links = new SearchPageParser().parse(payload("""
                        <html><body>
                        <a href="https://www.globenewswire.com/news-release/2031/01/06/3000002/0/en/YieldMax-ETFs-Announces-Distributions.html"><img></a>
                        <a href="/news-release/2031/01/06/3000002/0/en/YieldMax-ETFs-Announces-Distributions.html">YieldMax® ETFs Announces Distributions</a>
                        <a href="/news-release/2031/01/06/3000002/0/fr/YieldMax-ETFs-Announces-Distributions.html">en français</a>
                        <a href="/news-release/2031/02/31/3000003/0/en/No-Such-Day.html">YieldMax distributions</a>
                        <a href="https://copy.example/news-release/2031/01/06/3000004/0/en/YieldMax-Distributions.html">copy</a>
                        <a href="/news-release/2031/01/05/2900001/0/en/Zedco-Reports-Results.html">Zedco Reports Results</a>
                        </body></html>""")).rowsOrEmpty();
        assertThat(links)
                .containsExactly(
                        new ReleaseLink(
                                "/news-release/2031/01/06/3000002/0/en/YieldMax-ETFs-Announces-Distributions.html",
                                LocalDate.of(2031, 1, 6),
                                3_000_002,
                                "YieldMax® ETFs Announces Distributions"),
                        new ReleaseLink(
                                "/news-release/2031/01/05/2900001/0/en/Zedco-Reports-Results.html",
                                LocalDate.of(2031, 1, 5),
                                2_900_001,
                                "Zedco Reports Results"));
        assertThat(links).filteredOn(ReleaseLink::declares).hasSize(1);
    }

    @Test
    void aCorrectionComesAfterWhatItCorrects() {
        LocalDate day = LocalDate.of(2031, 1, 6);
        ReleaseLink correction = new ReleaseLink("/a", day, 1, "CORRECTION - YieldMax Distributions");
        ReleaseLink first = new ReleaseLink("/b", day, 2, "YieldMax Distributions");
        ReleaseLink older = new ReleaseLink("/c", day.minusDays(1), 3, "UPDATE - YieldMax Distributions");
        assertThat(Stream.of(correction, first, older).sorted(ReleaseLink.BY_TIME))
                .containsExactly(older, first, correction);
    }

    @Test
    void aSearchWithoutHitsIsNothingAndAnotherPageIsAFailure() {
        assertThat(new SearchPageParser().parse(payload("<html><body>0 results</body></html>")))
                .isInstanceOf(Answer.Nothing.class);
        assertThat(new SearchPageParser().parse(payload("<html><body>Just a moment</body></html>")))
                .isInstanceOf(Answer.Failed.class);
    }

    private static Payload payload(String text) {
        return Payload.of(200, text.getBytes(StandardCharsets.UTF_8));
    }
}
