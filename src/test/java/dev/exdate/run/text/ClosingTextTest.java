package dev.exdate.run.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The closing report of a run that is read in the journal. */
class ClosingTextTest {
    @Test
    void figuresBecomeTheLinesThatPeopleGrep() {
        ClosingText text = ClosingText.stored("""
                {"database": {"symbols": 24817, "withPrice": 23100, "withDividend": 9000, "withCompany": 20000,
                              "withSector": 19000, "withHoldings": 2000, "stocks": 20000, "etfs": 4000, "trusts": 817,
                              "duplicates": 0, "priceRows": 20500000, "dividendRows": 300000, "futureRows": 1200,
                              "excluded": 77, "top": [{"symbol": "MSTY", "yield": "1.2345", "company": "YieldMax"}]},
                 "findings": [{"code": "price-coverage", "level": "good",
                               "figures": {"symbols": 24817, "withPrice": 23100}},
                              {"code": "held-back", "level": "warning", "figures": {"nasdaq": 1, "cboe": 2},
                               "detail": "held back (amounts): ZZTA pays 50"}],
                 "newFindings": {"counts": {"amount-conflict": 1200, "held-back": 1},
                                 "first": [{"code": "amount-conflict", "symbol": "ZZTA", "day": "2026-11-17",
                                            "field": "amount", "believed": "0.36", "reason": "authority",
                                            "said": [{"source": "yieldmax", "value": "0.36"}], "state": "open"},
                                           {"code": "held-back", "symbol": "", "day": null, "field": "short of list",
                                            "said": [], "believed": null, "reason": "2 of 9", "state": "decided"}]},
                 "phases": [{"phase": "step-1", "seconds": 9}, {"phase": "phase-1", "seconds": 312},
                            {"phase": "step-2", "seconds": 1847}]}
                """);
        assertThat(text.database())
                .contains(
                        "📈 Total symbols in database: 24,817",
                        "  💰 Symbols with prices: 23,100 (93.1%)",
                        "  💰 Price records: 20,500,000",
                        "   1. MSTY     123.45%  YieldMax");
        assertThat(text.checks())
                .containsExactly(
                        "✅ Price data coverage: 93.1%",
                        "🟡 WARNING: Held back as implausible: cboe 2, nasdaq 1; the first: "
                                + "held back (amounts): ZZTA pays 50",
                        "   RECOMMENDED: Check the source; the next run asks again, --accept lets the values in",
                        "🔎 New findings: amount-conflict 1,200, held-back 1; `exdate findings` lists all",
                        "   2026-11-17  ZZTA  amount-conflict  amount: yieldmax 0.36; believed: 0.36 (authority)",
                        "   -  -  held-back  short of list: 2 of 9; decided");
        assertThat(text.phases())
                .containsExactly("  Phase 1 (Parallel Scrapers): 312s", "  Step 2 (Main Update): 1847s");
    }

    @Test
    void whatAnOlderVersionStoredAsTextIsShownAsItIs() {
        ClosingText text = ClosingText.stored("""
                {"status": ["📈 Total symbols in database: 5", "", "📊 DATA COMPLETENESS:"],
                 "findings": [{"level": "critical", "text": "🔴 CRITICAL: No symbols updated in last 2 hours",
                               "action": "ACTION REQUIRED: Check if update script is running"},
                              {"level": "good", "text": "✅ No duplicate symbols detected"}],
                 "phases": [{"phase": "Phase 1 (Parallel Scrapers)", "seconds": 312}]}
                """);
        assertThat(text.database()).containsExactly("📈 Total symbols in database: 5", "", "📊 DATA COMPLETENESS:");
        assertThat(text.checks())
                .containsExactly(
                        "🔴 CRITICAL: No symbols updated in last 2 hours",
                        "   ACTION REQUIRED: Check if update script is running",
                        "✅ No duplicate symbols detected");
        assertThat(text.phases()).containsExactly("  Phase 1 (Parallel Scrapers): 312s");
    }

    @Test
    void aReportThatCouldNotBeReadSaysWhy() {
        ClosingText text = ClosingText.stored("{\"reportError\": \"no answer\", \"findings\": [], \"phases\": []}");
        assertThat(text.database()).containsExactly("❌ Error: no answer");
        assertThat(text.checks()).isEmpty();
    }
}
