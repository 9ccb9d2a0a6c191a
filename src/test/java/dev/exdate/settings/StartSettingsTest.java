package dev.exdate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartSettingsTest {
    @Test
    void whatTheStartHasReadIsNotReadAgain() {
        Settings read = Settings.of(Map.of(), Path.of("/nowhere"), Optional.empty());
        List<Settings> seen = new ArrayList<>();
        StartSettings.during(read, () -> seen.add(StartSettings.of(name -> "/no/such/file")));
        assertThat(seen).singleElement().isSameAs(read);
    }
}
