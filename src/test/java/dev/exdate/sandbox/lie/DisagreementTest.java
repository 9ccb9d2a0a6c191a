package dev.exdate.sandbox.lie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DisagreementTest {
    @Test
    void nothingOrOffSwitchesAllKindsOff() {
        assertThat(Disagreement.of("", 1).isOff()).isTrue();
        assertThat(Disagreement.of("off", 1).isOff()).isTrue();
    }

    @Test
    void allOrSomeKindsCanBeSwitchedOnWithTheirRates() {
        Disagreement all = Disagreement.of("all", 1);
        assertThat(LieKind.values()).allMatch(all::has);

        Disagreement some = Disagreement.of("doubled:20, phantom", 1);
        assertThat(some.times())
                .containsOnlyKeys(LieKind.DOUBLED, LieKind.PHANTOM)
                .containsEntry(LieKind.DOUBLED, 20);
        assertThat(Disagreement.of("all,doubled:0", 1).has(LieKind.DOUBLED)).isFalse();
    }

    @Test
    void anUnknownKindIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> Disagreement.of("doubled,trebled", 1))
                .hasMessageContaining("invalid disagreement \"trebled\"")
                .hasMessageContaining("doubled phantom");
        assertThatThrownBy(() -> Disagreement.of("doubled:many", 1)).hasMessageContaining("doubled:many");
    }

    @Test
    void aKindStrikesAsOftenAsItsRateSays() {
        Disagreement ten = Disagreement.of("moved:10", 1);
        long struck = java.util.stream.IntStream.range(0, 20_000)
                .filter(i -> ten.strikes(LieKind.MOVED, LieKind.MOVED.rate(), "S" + i))
                .count();
        assertThat(struck).isBetween(1_800L, 2_200L);
    }
}
