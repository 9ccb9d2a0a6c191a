package dev.exdate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingListTest {
    private static Map<String, SettingValue> all(Map<String, String> environment) {
        List<SettingValue> all =
                Settings.of(environment, Path.of("/nowhere"), Optional.empty()).all();
        assertThat(all).extracting(SettingValue::name).isSorted().doesNotHaveDuplicates();
        return all.stream().collect(Collectors.toMap(SettingValue::name, Function.identity()));
    }

    @Test
    void secretsAreStars() {
        Map<String, SettingValue> all = all(Map.of(
                "DATABASE_URL", "postgresql://me:planted77@h/d",
                "PGPASSWORD", "planted77",
                "FMP_API_KEY", "planted77",
                "ALPHA_VANTAGE_API_KEY", "planted77",
                "EXDATE_BACKUP_HOOK", "/hooks/planted77"));
        assertThat(all.toString()).doesNotContain("planted77");
        for (String secret : List.of("DATABASE_URL", "PGPASSWORD", "FMP_API_KEY", "ALPHA_VANTAGE_API_KEY")) {
            assertThat(all.get(secret)).isEqualTo(new SettingValue(secret, Optional.of("***"), "environment"));
        }
    }

    @Test
    void whatIsNotSetHasItsDefaultOrNothing() {
        Map<String, SettingValue> all = all(Map.of("EXDATE_LOG_DIR", "", "PGHOST", ""));
        assertThat(all.get("FMP_API_KEY")).isEqualTo(new SettingValue("FMP_API_KEY", Optional.empty(), "default"));
        assertThat(all.get("PGHOST")).isEqualTo(new SettingValue("PGHOST", Optional.empty(), "default"));
        assertThat(all.get("EXDATE_LOG_DIR"))
                .isEqualTo(new SettingValue("EXDATE_LOG_DIR", Optional.of(""), "environment"));
        assertThat(all.get("EXDATE_RUN_TIMEOUT").value()).contains("8h");
        assertThat(all.get("EXDATE_TASK_UPDATE_TIMEOUT").value()).contains("3h");
        assertThat(all.get("EXDATE_TASK_CBOE_TIMEOUT").value()).contains("45m");
        assertThat(all.get("EXDATE_SOURCE_SNOWBALL_REQUESTS_PER_SECOND").value())
                .contains("0.25");
        assertThat(all.get("EXDATE_SOURCE_NASDAQ_BASE_URL").value()).contains("https://api.nasdaq.com");
        assertThat(all.get("FORCE_RUN").value()).contains("false");
    }
}
