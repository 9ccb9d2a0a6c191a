package dev.exdate.settings;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.SecretKeys;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All settings with their values and where each was set. */
final class SettingList {
    private final SmallRyeConfig config;
    private final SettingNames names;
    private final Redaction redaction;
    private final Set<String> secrets;

    SettingList(SmallRyeConfig config, SettingNames names, Redaction redaction) {
        this.config = config;
        this.names = names;
        secrets = names.secretProperties();
        this.redaction = redaction;
    }

    List<SettingValue> all() {
        return names.all().entrySet().stream()
                .map(setting -> of(setting.getKey(), setting.getValue()))
                .toList();
    }

    private SettingValue of(String name, String property) {
        ConfigValue value = SecretKeys.doUnlocked(() -> config.getConfigValue(property));
        boolean isSet = value.getValue() != null && !value.isDefault();
        return new SettingValue(
                name,
                Optional.ofNullable(value.getValue()).map(text -> shown(property, text)),
                isSet ? value.getConfigSourceName() : SettingValue.DEFAULT);
    }

    private String shown(String property, String value) {
        return secrets.contains(property) ? "***" : ControlCharacters.seenOnOneLine(redaction.apply(value));
    }
}
