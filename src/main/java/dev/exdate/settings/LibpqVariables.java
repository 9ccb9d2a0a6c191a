package dev.exdate.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** libpq's variables: a database by themselves, and what {@code DATABASE_URL} leaves out. */
record LibpqVariables(UnprefixedConfig config) {
    /** Empty when none of the variables that name a database is set. */
    Optional<DatabaseAddress> address() {
        Map<String, String> parameters =
                ConnectionParameters.forTheDriver("PGSSLMODE", "PGCONNECT_TIMEOUT", parameters());
        if (Stream.of(host(), config.pgport(), config.pguser(), password(), database(), config.pgsslmode())
                .noneMatch(Optional::isPresent)) {
            return Optional.empty();
        }
        String host = host().orElse("localhost");
        if (!host.matches("[\\w.-]+|[0-9A-Fa-f:.]+(%\\w+)?")) {
            // Its value may be a whole address with the password in it.
            throw new InvalidSetting("PGHOST must be the name or address of one host; Unix sockets are not supported");
        }
        return Optional.of(new DatabaseAddress(
                host,
                config.pgport()
                        .map(text -> InvalidSetting.orElse("PGPORT", text, new SettingConverters.Port()))
                        .orElse(DatabaseAddress.DEFAULT_PORT),
                database().orElseGet(this::user),
                user(),
                password().orElse(null),
                parameters));
    }

    /** By libpq's names of the parameters. */
    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        config.pgsslmode().ifPresent(value -> parameters.put("sslmode", value));
        config.pgsslrootcert().ifPresent(value -> parameters.put("sslrootcert", value));
        config.pgsslcert().ifPresent(value -> parameters.put("sslcert", value));
        config.pgsslkey().ifPresent(value -> parameters.put("sslkey", value));
        config.pgconnectTimeout().ifPresent(value -> parameters.put("connect_timeout", value));
        config.pgoptions().ifPresent(value -> parameters.put("options", value));
        return parameters;
    }

    Optional<String> host() {
        return config.pghost();
    }

    Optional<String> database() {
        return config.pgdatabase();
    }

    /** As libpq: who runs the program, where nothing else is said. */
    String user() {
        return config.pguser().orElseGet(() -> {
            String name = System.getProperty("user.name", "");
            if (name.isBlank() || name.equals("?")) {
                throw new InvalidSetting("the database user is missing; add it to DATABASE_URL or set PGUSER");
            }
            return name;
        });
    }

    Optional<Secret> password() {
        return Secret.of(config.pgpassword());
    }
}
