package dev.exdate.backup;

import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Redaction;
import dev.exdate.settings.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The server and database to dump, over a session connection (a transaction pooler cannot serve pg_dump).
 *
 * @param host name, address, or the folder of a Unix socket
 * @param password null where the server asks for none
 * @param parameters of the connection, {@code sslmode} and {@code sslrootcert} for two, by the driver's names
 */
public record DumpTarget(
        String host,
        int port,
        String user,
        @Nullable Secret password,
        String database,
        Map<String, String> parameters) {
    /** What pg_dump must know of them to speak to the server as safely as Exdate itself does. */
    private static final Map<String, String> VARIABLES = Map.of(
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT",
            "sslkey", "PGSSLKEY",
            "channelBinding", "PGCHANNELBINDING",
            "gssEncMode", "PGGSSENCMODE",
            "options", "PGOPTIONS");

    public static DumpTarget of(DatabaseAddress address) {
        return new DumpTarget(
                address.host(),
                address.port(),
                address.user(),
                address.password(),
                address.database(),
                address.parameters());
    }

    /** All of it goes through the environment: arguments can be read by every user of the machine. */
    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PGHOST", host);
        variables.put("PGPORT", Integer.toString(port));
        variables.put("PGUSER", user);
        variables.put("PGDATABASE", database);
        variables.put("PGCONNECT_TIMEOUT", "20");
        variables.put("PGAPPNAME", "exdate backup");
        variables.put("LC_MESSAGES", "C");
        if (password != null) {
            variables.put("PGPASSWORD", password.reveal());
        }
        VARIABLES.forEach((parameter, variable) -> {
            String value = parameters.get(parameter);
            if (value != null) {
                variables.put(variable, value);
            }
        });
        return variables;
    }

    Redaction redaction() {
        return new Redaction(password == null ? List.of() : List.of(password));
    }
}
