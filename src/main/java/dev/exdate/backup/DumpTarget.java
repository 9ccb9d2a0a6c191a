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
 * @param sslMode as libpq names it ({@code require}, {@code verify-full}); null for libpq's own default
 */
public record DumpTarget(
        String host,
        int port,
        String user,
        @Nullable Secret password,
        String database,
        @Nullable String sslMode) {

    public static DumpTarget of(DatabaseAddress address) {
        return new DumpTarget(
                address.host(),
                address.port(),
                address.user(),
                address.password(),
                address.database(),
                address.parameters().get("sslmode"));
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
        if (sslMode != null) {
            variables.put("PGSSLMODE", sslMode);
        }
        return variables;
    }

    Redaction redaction() {
        return new Redaction(password == null ? List.of() : List.of(password));
    }
}
