package dev.exdate.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.measure.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtfClassifierTest {
    private final EtfClassifier classifier = new EtfClassifier(EtfRules.all());

    /** The predecessor's table: a name each of its 65 rules was made for, with the texts readers filter by. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Acme S&P 500 ETF;Broad Market Index;SPY
            Acme Nasdaq-100 ETF;Tech-Heavy Index;QQQ
            Acme Russell 2000 ETF;Small Cap Index;IWM
            Acme Dow Jones Industrial Average ETF;Blue Chip Index;DIA
            Acme Total Stock Market ETF;Total Market;VTI
            Acme Information Technology ETF;Sector - Technology;XLK
            Acme Health Care ETF;Sector - Healthcare;XLV
            Acme Regional Banks ETF;Sector - Financials;XLF
            Acme Oil & Gas ETF;Sector - Energy;XLE
            Acme Consumer Discretionary ETF;Sector - Consumer Discretionary;XLY
            Acme Consumer Staples ETF;Sector - Consumer Staples;XLP
            Acme Consumer ETF;Sector - Consumer;XLY
            Acme Real Estate ETF;Sector - Real Estate;XLRE
            Acme Utilities ETF;Sector - Utilities;XLU
            Acme Industrials ETF;Sector - Industrials;XLI
            Acme Materials ETF;Sector - Materials;XLB
            Acme Telecommunications ETF;Sector - Communication Services;XLC
            Acme Semiconductor ETF;Industry - Semiconductors;SMH
            Acme Genomics ETF;Industry - Biotechnology;IBB
            Acme Aerospace & Defense ETF;Industry - Aerospace & Defense;ITA
            Acme Gold Trust;Commodity - Precious Metals;GLD
            Acme Silver Trust;Commodity - Precious Metals;SLV
            Acme EAFE ETF;International Developed;EFA
            Acme Emerging Markets ETF;Emerging Markets;EEM
            Acme China ETF;Geographic - China;FXI
            Acme Europe ETF;Geographic - Europe;VGK
            Acme Japan ETF;Geographic - Japan;EWJ
            Acme India ETF;Geographic - Asia Pacific;Multiple (Asia)
            Acme Canada ETF;Geographic - Canada;EWC
            Acme Brazil ETF;Geographic - Latin America;Multiple (LatAm)
            Acme Israel ETF;Geographic - Middle East;Multiple (Middle East)
            Acme Treasury Short-Term ETF;Bonds - Short-Term Treasury;SHY
            Acme Treasury 7-10 Year ETF;Bonds - Intermediate Treasury;IEF
            Acme Treasury 20+ Year ETF;Bonds - Long-Term Treasury;TLT
            Acme Treasury ETF;Bonds - Treasury;IEF
            Acme Corporate Bond ETF;Bonds - Corporate;LQD
            Acme High Yield ETF;Bonds - High Yield;HYG
            Acme Municipal ETF;Bonds - Municipal;MUB
            Acme Aggregate Bond ETF;Bonds - Aggregate;AGG
            Acme TIPS ETF;Bonds - Inflation Protected;TIP
            Acme Growth ETF;Factor - Growth;IWF
            Acme Value ETF;Factor - Value;IWD
            Acme Dividend ETF;Factor - Dividend;VYM
            Acme Momentum ETF;Factor - Momentum;MTUM
            Acme Quality ETF;Factor - Quality;QUAL
            Acme Minimum Volatility ETF;Factor - Low Volatility;USMV
            Acme Multi-Factor ETF;Factor - Multi-Factor;Multiple (Factors)
            Acme ESG ETF;Thematic - ESG;Multiple (ESG)
            Acme Solar ETF;Thematic - Clean Energy;ICLN
            Acme Artificial Intelligence ETF;Thematic - AI;Multiple (AI)
            Acme Robotics ETF;Thematic - Robotics;ROBO
            Acme Cloud ETF;Thematic - Cloud Computing;SKYY
            Acme Cybersecurity ETF;Thematic - Cybersecurity;HACK
            Acme Electric Vehicle ETF;Thematic - Electric Vehicles;DRIV
            Acme Esports ETF;Thematic - Metaverse/Gaming;Multiple (Gaming)
            Acme Bitcoin ETF;Crypto - Bitcoin;BTC
            Acme Ether ETF;Crypto - Ethereum;ETH
            Acme Blockchain ETF;Crypto - Blockchain;Multiple (Blockchain)
            Acme UltraPro ETF;Leveraged - 3x;Multiple
            Acme 2x Russell ETF;Leveraged - 2x;IWM
            Acme Leveraged S&P ETF;Leveraged;SPY
            Acme Inverse Nasdaq ETF;Inverse/Short;QQQ
            Acme S&P 500 Equal Weight ETF;Equal Weight;RSP
            Acme Equal Weight ETF;Equal Weight;Multiple
            Acme Defined Outcome ETF;Buffered/Defined Outcome;SPY
            Acme Opportunities ETF;Other ETF;Multiple
            """)
    void namesThePredecessorClassifiedRightlyKeepTheirTexts(String name, String strategy, String related) {
        assertThat(classifier.classify(name))
                .hasValueSatisfying(found ->
                        assertThat(found.strategy() + " / " + found.related()).isEqualTo(strategy + " / " + related));
    }

    /** The predecessor's known wrong results, beside what is right. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Acme TSLA Option Income Strategy ETF;Factor - Dividend;Synthetic Covered Call;TSLA
            Acme Covered Call ETF;Other ETF;Covered Call;Multiple
            Acme S&P 500 Covered Call ETF;Broad Market Index;Covered Call;SPY
            Acme Biotechnology ETF;Sector - Technology;Industry - Biotechnology;IBB
            Acme Blue Chip Growth ETF;Industry - Semiconductors;Factor - Growth;IWF
            Goldman Access ETF;Commodity - Precious Metals;Other ETF;Multiple
            Acme Intermediate Treasury ETF;Sector - Communication Services;Bonds - Intermediate Treasury;IEF
            Acme Ultra Short Bond ETF;Leveraged - 2x;Bonds - Aggregate;AGG
            Acme 1-3 Year Treasury ETF;Bonds - Treasury;Bonds - Short-Term Treasury;SHY
            Acme 20+ Year Treasury ETF;Bonds - Treasury;Bonds - Long-Term Treasury;TLT
            Acme Short-Term Treasury ETF;Bonds - Treasury;Bonds - Short-Term Treasury;SHY
            Acme Short-Term Corporate ETF;Inverse/Short;Bonds - Corporate;LQD
            Acme Precious Metals ETF;Sector - Materials;Commodity - Precious Metals;Multiple (Precious Metals)
            Acme Clean Energy ETF;Sector - Energy;Thematic - Clean Energy;ICLN
            Acme 3x Nasdaq-100 ETF;Tech-Heavy Index;Leveraged - 3x;QQQ
            Acme High Yield Dividend ETF;Bonds - High Yield;Factor - Dividend;VYM
            Acme Fixed Income ETF;Factor - Dividend;Bonds - Aggregate;AGG
            """)
    void whatThePredecessorGotWrongIsRight(String name, String wrong, String strategy, String related) {
        assertThat(classifier.classify(name)).hasValueSatisfying(found -> {
            assertThat(found.strategy()).isNotEqualTo(wrong);
            assertThat(found.strategy() + " / " + found.related()).isEqualTo(strategy + " / " + related);
        });
    }

    @ParameterizedTest
    @CsvSource({"Zedco Inc. - Common Stock", "Goldman Sachs Group Inc.", "''"})
    void aNameThatIsNoFundsStaysUnclassified(String name) {
        assertThat(classifier.classify(name)).isEmpty();
    }

    @Test
    void capitalsThatAreNoTickerDoNotBecomeTheUnderlying() {
        assertThat(classifier.classify("YieldMax AI Option Income ETF"))
                .hasValueSatisfying(found -> assertThat(found.strategy()).isEqualTo("Covered Call"));
    }

    @Test
    @Timeout(600)
    void theWorkGrowsWithTheLengthOfAName() {
        String half = "short ".repeat(100_000);
        Growth.isLinear("a huge name", () -> classifier.classify(half), () -> classifier.classify(half + half));
    }

    @Test
    void eachRuleHasANumberOfItsOwn() {
        assertThat(EtfRules.all().stream().map(EtfRule::number)).doesNotHaveDuplicates();
    }
}
