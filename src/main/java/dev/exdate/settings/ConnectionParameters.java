package dev.exdate.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parameters of a connection: people write libpq's names, the driver knows its own. */
final class ConnectionParameters {
    private static final List<String> SSL_MODES =
            List.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /** Those that differ; the driver leaves alone what it does not know. */
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

    /** @param sslSetting where the {@code sslmode} was written, for the message about a wrong one */
    static Map<String, String> forTheDriver(String sslSetting, Map<String, String> given) {
        String mode = given.get("sslmode");
        if (mode != null && !SSL_MODES.contains(mode)) {
            throw InvalidSetting.of(sslSetting, mode, "one of " + String.join(", ", SSL_MODES));
        }
        Map<String, String> parameters = new TreeMap<>();
        given.forEach((name, value) -> parameters.put(
                DRIVERS_NAMES.getOrDefault(name, name),
                name.equals("target_session_attrs") ? SERVER_TYPES.getOrDefault(value, value) : value));
        return parameters;
    }
}
