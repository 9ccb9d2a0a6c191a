package dev.exdate.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.source.Source;
import dev.exdate.source.Sources;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolSpellingTest {
    @ParameterizedTest
    @CsvSource({
        "ZZT,yahoo,ZZT",
        "ZZT.B,yahoo,ZZT-B",
        "ZZT$A,yahoo,ZZT-PA",
        "ZZT.U,yahoo,ZZT-UN",
        "ZZT.W,fmp,ZZT-WT",
        "ZZT.B,fmp,ZZT-B",
        "ZZT$A,fmp,ZZT-PA",
        "ZZT.B,alphavantage,ZZT-B",
        "ZZT$A,alphavantage,ZZT-P-A",
        "ZZT.U,alphavantage,ZZT-U",
        "ZZT.W,alphavantage,ZZT-WS",
        "ZZT.TO,yahoo,ZZT.TO"
    })
    void symbolsAreSpelledAsTheSourceWantsThemAndReadBack(String symbol, String source, String spelled) {
        SymbolSpelling spelling = Sources.ALL.stream()
                .filter(one -> one.id().id().equals(source))
                .findFirst()
                .orElseThrow()
                .spelling();
        assertThat(spelling.of(new Ticker(symbol))).isEqualTo(spelled);
        assertThat(spelling.read(spelled)).contains(new Ticker(symbol));
    }

    @Test
    void bothSpellingsOfAPreferredAreOneSymbol() {
        assertThat(SymbolSpelling.DASHED.read("ZZT^C")).contains(new Ticker("ZZT$C"));
        assertThat(SymbolSpelling.DASHED.read("zzt-pc ")).contains(new Ticker("ZZT$C"));
    }

    @Test
    void nasdaqsSlashAndCaretAreReadAsWell() {
        assertThat(SymbolSpelling.ACT.read("ZZT/B")).contains(new Ticker("ZZT.B"));
        assertThat(SymbolSpelling.ACT.read("ZZT^A")).contains(new Ticker("ZZT$A"));
    }

    @Test
    void whatCannotBeASymbolIsNone() {
        assertThat(SymbolSpelling.DASHED.read("<script>")).isEmpty();
        assertThat(SymbolSpelling.DASHED.read("")).isEmpty();
    }

    @Test
    void whateverIsReadIsReadTheSameAgain() {
        Random random = new Random(7);
        String alphabet = "ABCPUWTS.-$^/1";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(8);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (Source source : Sources.ALL) {
                source.spelling()
                        .read(text.toString())
                        .ifPresent(ticker -> assertThat(SymbolSpelling.ACT.read(ticker.symbol()))
                                .as(source.id() + " " + text)
                                .contains(ticker));
            }
        }
    }
}
