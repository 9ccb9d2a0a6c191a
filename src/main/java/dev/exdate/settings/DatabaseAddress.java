package dev.exdate.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of the database, and the user to log in as.
 *
 * @param host a name or address; IPv6 without brackets
 * @param password null if not given, and in libpq's password file neither
 * @param parameters of the connection, such as {@code sslmode}, by the driver's names
 */
public record DatabaseAddress(
        String host,
        int port,
        String database,
        String user,
        @Nullable Secret password,
        Map<String, String> parameters) {
    static final int DEFAULT_PORT = 5432;

    public DatabaseAddress {
        parameters = Map.copyOf(parameters);
    }

    /** For the driver, without user and password. */
    public String jdbcUrl() {
        String encoded = URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
        return "jdbc:postgresql://" + hostAndPort() + "/" + encoded;
    }

    /** For people: {@code exdate@db.example:5432/stocks}. */
    public String shown() {
        return user + "@" + hostAndPort() + "/" + database;
    }

    /** {@code db.example:5432}, {@code [::1]:5432}. */
    public String hostAndPort() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    public DatabaseAddress withDatabase(String name) {
        return new DatabaseAddress(host, port, name, user, password, parameters);
    }

    DatabaseAddress withPassword(Secret found) {
        return new DatabaseAddress(host, port, database, user, found, parameters);
    }

    public Optional<Secret> secret() {
        return Optional.ofNullable(password);
    }

    /** The secrets that no text may show: the password, and the password of the client's key. */
    List<Secret> secrets() {
        return Stream.concat(
                        secret().stream(), Optional.ofNullable(parameters.get("sslpassword")).map(Secret::new).stream())
                .toList();
    }

    /** As {@link #shown()}. */
    @Override
    public String toString() {
        return shown();
    }
}
