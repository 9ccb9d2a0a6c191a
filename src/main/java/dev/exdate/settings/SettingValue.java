package dev.exdate.settings;

import java.util.Optional;

/**
 * One setting as a person may see it.
 *
 * @param name {@code EXDATE_RUN_TIMEOUT}
 * @param value as written, {@code ***} for a secret; empty when it is not set and has no default
 * @param source the environment, a file, or {@link #DEFAULT}
 */
public record SettingValue(String name, Optional<String> value, String source) {
    static final String DEFAULT = "default";
}
