package dev.exdate.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolSpellingTest {
    @ParameterizedTest
    @CsvSource({
        "ZZT,YAHOO,ZZT",
        "ZZT.B,YAHOO,ZZT-B",
        "ZZT$A,YAHOO,ZZT-PA",
        "ZZT.U,YAHOO,ZZT-UN",
        "ZZT.W,FMP,ZZT-WT",
        "ZZT.B,FMP,ZZT-B",
        "ZZT$A,FMP,ZZT-PA",
        "ZZT.B,ALPHA_VANTAGE,ZZT-B",
        "ZZT$A,ALPHA_VANTAGE,ZZT-P-A",
        "ZZT.U,ALPHA_VANTAGE,ZZT-U",
        "ZZT.W,ALPHA_VANTAGE,ZZT-WS",
        "ZZT.TO,YAHOO,ZZT.TO"
    })
    void symbolsAreSpelledAsTheSourceWantsThemAndReadBack(String symbol, SymbolSpelling source, String spelled) {
        assertThat(source.of(new Ticker(symbol))).isEqualTo(spelled);
        assertThat(source.read(spelled)).contains(new Ticker(symbol));
    }

    @Test
    void bothSpellingsOfAPreferredAreOneSymbol() {
        assertThat(SymbolSpelling.FMP.read("ZZT^C")).contains(new Ticker("ZZT$C"));
        assertThat(SymbolSpelling.FMP.read("zzt-pc ")).contains(new Ticker("ZZT$C"));
    }

    @Test
    void nasdaqsSlashAndCaretAreReadAsWell() {
        assertThat(SymbolSpelling.ACT.read("ZZT/B")).contains(new Ticker("ZZT.B"));
        assertThat(SymbolSpelling.ACT.read("ZZT^A")).contains(new Ticker("ZZT$A"));
    }

    @Test
    void whatCannotBeASymbolIsNone() {
        assertThat(SymbolSpelling.YAHOO.read("<script>")).isEmpty();
        assertThat(SymbolSpelling.YAHOO.read("")).isEmpty();
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
            for (SymbolSpelling source : SymbolSpelling.values()) {
                source.read(text.toString())
                        .ifPresent(ticker -> assertThat(SymbolSpelling.ACT.read(ticker.symbol()))
                                .as(source + " " + text)
                                .contains(ticker));
            }
        }
    }
}
