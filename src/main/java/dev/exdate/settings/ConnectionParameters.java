package dev.exdate.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Converts connection parameters from libpq's names, which people write, to the driver's names. */
final class ConnectionParameters {
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /** The names that differ; the driver ignores unknown ones. */
    private static final Map<String, String> DRIVERS_NAMES = Map.of(
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "gssencmode", "gssEncMode",
            "target_session_attrs", "targetServerType",
            "sslnegotiation", "sslNegotiation");

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "read-write",
            "primary",
            "read-only",
            "secondary",
            "standby",
            "secondary",
            "prefer-standby",
            "preferSecondary");

    private ConnectionParameters() {}

    /**
     * @param sslSetting the place of the {@code sslmode}, for the message about a wrong one
     * @param timeoutSetting the place of the {@code connect_timeout}, likewise
     */
    static Map<String, String> forTheDriver(String sslSetting, String timeoutSetting, Map<String, String> given) {
        String mode = given.get("sslmode");
        if (mode != null && !SSL_MODES.contains(mode)) {
            throw InvalidSetting.of(sslSetting, mode, "one of " + String.join(", ", SSL_MODES));
        }
        String patience = given.get("connect_timeout");
        if (patience != null && !patience.matches("\\d{1,6}")) {
            throw InvalidSetting.of(timeoutSetting, patience, "a whole number of seconds");
        }
        Map<String, String> parameters = new TreeMap<>();
        given.forEach((name, value) -> parameters.put(
                DRIVERS_NAMES.getOrDefault(name, name),
                name.equals("target_session_attrs") ? SERVER_TYPES.getOrDefault(value, value) : value));
        return parameters;
    }
}
