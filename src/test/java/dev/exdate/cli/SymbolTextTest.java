package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.market.Ticker;
import dev.exdate.settings.InvalidSetting;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SymbolTextTest {
    private static Set<Ticker> read(String... lines) {
        return SymbolText.read("--symbols @list.txt", List.of(lines)).tickers();
    }

    private static void refused(String message, List<String> lines) {
        assertThatThrownBy(() -> SymbolText.read("--symbols @list.txt", lines))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage(message);
    }

    @Test
    void commasBlanksAndLinesSeparateSymbols() {
        assertThat(read("\uFEFFmsty, brk-b", "", "\tABR-PD"))
                .extracting(Ticker::symbol)
                .containsExactly("MSTY", "BRK.B", "ABR$D");
    }

    @Test
    void aBadWordIsNamedWithItsLine() {
        refused("--symbols @list.txt: line 2 \"MS!TY\" is not a valid symbol", List.of("A", "B MS!TY"));
    }

    @Test
    void allBadWordsAreNamedInOneMessage() {
        refused(
                "--symbols @list.txt: 2 words are not valid symbols: line 1 \"?\", line 3 \"#x\"",
                List.of("? A", "B", "#x"));
    }

    @Test
    void ofManyBadWordsTheFirstTwentyAreNamed() {
        assertThatThrownBy(() -> SymbolText.read("--symbols", Collections.nCopies(1_234, "?")))
                .message()
                .startsWith("--symbols: 1,234 words are not valid symbols: line 1 \"?\", ")
                .endsWith(", line 20 \"?\" and 1,214 more");
    }

    @Test
    void aListWithoutAnySymbolIsRefused() {
        refused("--symbols @list.txt is empty", List.of(" ,", ""));
    }

    /** By the processor's time of this thread, which other work on the machine does not change. */
    @Test
    void aListOf25000SymbolsTakesAFifthOfASecond() {
        List<String> lines = IntStream.range(0, 25_000).mapToObj(i -> "Z" + i).toList();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        assertThat(SymbolText.read("--symbols", lines).tickers()).hasSize(25_000);
        assertThat(threads.getCurrentThreadCpuTime() - before).isLessThan(200_000_000L);
    }
}
