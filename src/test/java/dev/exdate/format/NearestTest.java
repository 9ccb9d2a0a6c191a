package dev.exdate.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static List<String> to(String typed, String... known) {
        return new Nearest(List.of(known)).to(typed);
    }

    @Test
    void aLetterMoreLessOrOtherIsOneEdit() {
        assertThat(to("MSTZ", "AAPL", "MSTY", "JEPI")).first().isEqualTo("MSTY");
        assertThat(to("MSTTY", "AAPL", "MSTY", "MS")).first().isEqualTo("MSTY");
    }

    @Test
    void twoNeighboursSwappedAreNearerThanTwoOtherLetters() {
        assertThat(to("APAL", "APXY", "AAPL")).containsExactly("AAPL");
    }

    @Test
    void aBeginningCountsAsNear() {
        assertThat(to("SCHWAB", "SCHW", "XCXWXB")).first().isEqualTo("SCHW");
    }

    @Test
    void theNearestThreeComeInOrder() {
        assertThat(to("AAAAAAAAA", "AAAAAAABB", "AAAAAAAAB", "AAAAAABBB", "AAAAABBBB"))
                .containsExactly("AAAAAAAAB", "AAAAAAABB", "AAAAAABBB");
    }

    @Test
    void aNameWithNothingInCommonIsNotNamed() {
        assertThat(to("NOSUCH", "ZZTA", "QQ")).isEmpty();
        assertThat(to("AAPL", "BDP", "A", "AA", "AAXX")).isEmpty();
    }

    @Test
    void aLimitLeavesOutWhatIsFurther() {
        assertThat(new Nearest(List.of("nasdaq", "nyse")).within("nasdac", 2)).containsExactly("nasdaq");
        assertThat(new Nearest(List.of("nasdaq", "nyse")).within("foo", 2)).isEmpty();
    }
}
