package dev.exdate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.guard.Overrides;
import dev.exdate.settings.InvalidSetting;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptOptionTest {
    private static Overrides accepted(String typed) {
        AcceptOption option = new AcceptOption();
        option.typed = typed;
        return option.accepted();
    }

    @Test
    void guardsTasksAndSymbolsAreTaken() {
        assertThat(accepted("all")).isEqualTo(Overrides.ALL);
        assertThat(accepted("prices,update,MSTY,BRK-B"))
                .isEqualTo(new Overrides(false, Set.of("prices", "update", "MSTY", "BRK.B")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "price", "updates", "msty", "prices,foo", "", "x y"})
    void anythingElseIsRefusedWithWhatThereIs(String typed) {
        assertThatThrownBy(() -> accepted(typed))
                .isInstanceOf(InvalidSetting.class)
                .message()
                .contains("--accept: unknown '", "stale, short, prices", "discovery, classify-etfs", "symbols")
                .hasLineCount(1);
    }
}
