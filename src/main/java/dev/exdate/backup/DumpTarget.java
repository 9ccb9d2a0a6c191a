package dev.exdate.backup;

import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Redaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The server and database to dump, as libpq's variables: a session connection (a transaction pooler cannot serve pg_dump).
 *
 * @param address where; its parameters by the driver's names
 */
record DumpTarget(DatabaseAddress address) {
    /** The parameters that make pg_dump's connection as safe as Exdate's own. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT",
            "sslkey", "PGSSLKEY",
            "channelBinding", "PGCHANNELBINDING",
            "gssEncMode", "PGGSSENCMODE",
            "options", "PGOPTIONS");

    String database() {
        return address.database();
    }

    /** Everything but the password, which {@link PasswordForTools} hands over. Every user of the machine can read arguments. */
    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PGHOST", address.host());
        variables.put("PGPORT", Integer.toString(address.port()));
        variables.put("PGUSER", address.user());
        variables.put("PGDATABASE", address.database());
        variables.put("PGCONNECT_TIMEOUT", "20");
        variables.put("PGAPPNAME", "exdate backup");
        variables.put("LC_MESSAGES", "C");
        PARAMETERS.forEach((parameter, variable) -> {
            String value = address.parameters().get(parameter);
            if (value != null) {
                variables.put(variable, value);
            }
        });
        return variables;
    }

    Redaction redaction() {
        return new Redaction(address.secret().map(List::of).orElse(List.of()));
    }
}
