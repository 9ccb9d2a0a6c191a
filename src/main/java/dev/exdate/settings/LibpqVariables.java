package dev.exdate.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** libpq's variables: a database by themselves, and what {@code DATABASE_URL} leaves out. */
record LibpqVariables(Values values) {
    private static final List<String> NAMES =
            List.of("PGHOST", "PGPORT", "PGUSER", "PGPASSWORD", "PGDATABASE", "PGSSLMODE");

    /** By libpq's names of the parameters. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "PGSSLMODE", "sslmode",
            "PGSSLROOTCERT", "sslrootcert",
            "PGSSLCERT", "sslcert",
            "PGSSLKEY", "sslkey",
            "PGCONNECT_TIMEOUT", "connect_timeout",
            "PGOPTIONS", "options");

    /** Empty when none of the variables is set. */
    Optional<DatabaseAddress> address() {
        if (NAMES.stream().noneMatch(name -> values.text(name).isPresent())) {
            return Optional.empty();
        }
        String host = host().orElse("localhost");
        if (!host.matches("[\\w.-]+|[0-9A-Fa-f:.]+(%\\w+)?")) {
            // Its value may be a whole address with the password in it.
            throw new InvalidSetting("PGHOST must be one host's name or address; a Unix socket can't be used");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        PARAMETERS.forEach((variable, name) -> values.text(variable).ifPresent(value -> parameters.put(name, value)));
        return Optional.of(new DatabaseAddress(
                host,
                values.number("PGPORT", DatabaseAddress.DEFAULT_PORT, 1, 65_535),
                database().orElseGet(this::user),
                user(),
                password().orElse(null),
                ConnectionParameters.forTheDriver("PGSSLMODE", parameters)));
    }

    Optional<String> host() {
        return values.text("PGHOST");
    }

    Optional<String> database() {
        return values.text("PGDATABASE");
    }

    /** As libpq: who runs the program, where nothing else is said. */
    String user() {
        return values.text("PGUSER").orElseGet(() -> {
            String name = System.getProperty("user.name", "");
            if (name.isBlank() || name.equals("?")) {
                throw new InvalidSetting("no database user is named; write it into DATABASE_URL or set PGUSER");
            }
            return name;
        });
    }

    Optional<Secret> password() {
        return values.text("PGPASSWORD").map(Secret::new);
    }
}
