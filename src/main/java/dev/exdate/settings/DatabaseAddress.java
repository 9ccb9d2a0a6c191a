package dev.exdate.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and as whom to log in.
 *
 * @param password null where none was given: trust or peer authentication, or libpq's pass file is not used
 * @param parameters of the connection, {@code sslmode} for one, by the driver's names
 */
public record DatabaseAddress(
        String host,
        int port,
        String database,
        String user,
        @Nullable Secret password,
        Map<String, String> parameters) {
    private static final int DEFAULT_PORT = 5432;

    public DatabaseAddress {
        parameters = Map.copyOf(parameters);
    }

    /** For the driver, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/" + database;
    }

    /** For people: {@code exdate@db.example:5432/stocks}. */
    public String shown() {
        return user + "@" + host + ":" + port + "/" + database;
    }

    public DatabaseAddress withDatabase(String name) {
        return new DatabaseAddress(host, port, name, user, password, parameters);
    }

    public Optional<Secret> secret() {
        return Optional.ofNullable(password);
    }

    /** @throws BadSetting when the URL is no address; its text, which may hold a password, is not in the message */
    static DatabaseAddress ofUrl(String url) {
        String plain = url.strip();
        if (plain.startsWith("jdbc:")) {
            plain = plain.substring("jdbc:".length());
        }
        if (!plain.startsWith("postgresql://") && !plain.startsWith("postgres://")) {
            throw new BadSetting(
                    "DATABASE_URL is no PostgreSQL address; write postgresql://user:password@host:port/database");
        }
        URI uri = uri(plain);
        String host = uri.getHost();
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (host == null || path.length() < 2) {
            throw new BadSetting(
                    "DATABASE_URL names no host or no database; write"
                            + " postgresql://user:password@host:port/database (with % codes for signs like @ : / in the password)");
        }
        Map<String, String> parameters = parameters(uri.getRawQuery());
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String user = login.length > 0 && !login[0].isEmpty() ? decoded(login[0]) : parameters.remove("user");
        String password = login.length > 1 ? decoded(login[1]) : parameters.remove("password");
        parameters.remove("user");
        parameters.remove("password");
        if (user == null) {
            throw new BadSetting("DATABASE_URL names no user; write postgresql://user:password@host:port/database");
        }
        return new DatabaseAddress(
                host.replaceAll("^\\[|\\]$", ""),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                decoded(path.substring(1)),
                user,
                password == null ? null : new Secret(password),
                parameters);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (java.net.URISyntaxException e) {
            // The cause's message would show the whole address.
            throw new BadSetting("DATABASE_URL cannot be read as an address; write signs like @ : / # % in user and"
                    + " password as % codes");
        }
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                if (parts.length == 2) {
                    parameters.put(decoded(parts[0]), decoded(parts[1]));
                }
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Of libpq's variables; empty when neither {@code PGHOST} nor {@code PGDATABASE} is set. */
    static Optional<DatabaseAddress> ofLibpq(Values values) {
        Optional<String> host = values.text("PGHOST");
        Optional<String> database = values.text("PGDATABASE");
        if (host.isEmpty() && database.isEmpty()) {
            return Optional.empty();
        }
        String user = values.text("PGUSER")
                .orElseThrow(() -> new BadSetting("PGUSER is not set; set it beside PGHOST and PGDATABASE"));
        Map<String, String> parameters = new LinkedHashMap<>();
        values.text("PGSSLMODE").ifPresent(mode -> parameters.put("sslmode", mode));
        return Optional.of(new DatabaseAddress(
                host.orElse("localhost"),
                values.number("PGPORT", DEFAULT_PORT, 1, 65_535),
                database.orElse(user),
                user,
                values.text("PGPASSWORD").map(Secret::new).orElse(null),
                parameters));
    }
}
