package dev.exdate.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code DATABASE_URL}: an address in libpq's form ({@code postgresql://user:password@host:port/database?sslmode=…},
 * the password percent-encoded) or in the JDBC driver's form ({@code
 * jdbc:postgresql://host/database?user=…&password=…}). No message shows any part of it that may be a password.
 */
record DatabaseUrl(String host, String port, String database, String user, String password, Map<String, String> query) {
    private static final String FORM = "postgresql://user:password@host:port/database";
    private static final String ENCODE = "; percent-encode characters such as @ : / # ? % in user and password";
    private static final Pattern WHOLE = Pattern.compile("(?:jdbc:)?(?:postgresql|postgres):(.*)", Pattern.DOTALL);
    private static final Pattern PARTS = Pattern.compile(
            "//(?:(?<user>[^:@/?#]*)(?::(?<password>[^/?#]*))?@)?(?<place>[^/?#@]*)(?:/(?<database>[^/?#@]*))?(?:\\?(?<query>[^#]*))?");
    private static final Pattern PLACE =
            Pattern.compile("(?:\\[(?<six>[0-9A-Fa-f:.%]+)]|(?<host>[\\w.-]*))(?::(?<port>[^:]*))?");

    /** @throws InvalidSetting if the text is not an address */
    static DatabaseUrl read(String text) {
        Matcher whole = WHOLE.matcher(text.strip());
        if (!whole.matches()) {
            throw new InvalidSetting("DATABASE_URL is not a PostgreSQL address; expected " + FORM);
        }
        String rest = whole.group(1);
        Matcher parts = PARTS.matcher(rest.startsWith("//") ? rest : "///" + rest.replaceFirst("^/", ""));
        if (!parts.matches()) {
            throw new InvalidSetting("DATABASE_URL is not a valid address" + ENCODE);
        }
        if (parts.group("place").contains(",")) {
            throw new InvalidSetting("DATABASE_URL has several hosts; use only the primary");
        }
        Matcher place = PLACE.matcher(parts.group("place"));
        if (!place.matches()) {
            throw new InvalidSetting("DATABASE_URL has no valid host; expected " + FORM + ENCODE);
        }
        return new DatabaseUrl(
                text(place, "host") + text(place, "six"),
                text(place, "port"),
                decoded(text(parts, "database")),
                decoded(text(parts, "user")),
                decoded(text(parts, "password")),
                parameters(text(parts, "query")));
    }

    /**
     * Missing parts come from the address's parameters, then from libpq's variables.
     *
     * @throws InvalidSetting if the database is still incomplete
     */
    DatabaseAddress address(LibpqVariables variables) {
        Map<String, String> parameters = new LinkedHashMap<>(query);
        String named = first(host, parameters.remove("host"), variables.host().orElse("localhost"));
        if (named.startsWith("/")) {
            throw new InvalidSetting("DATABASE_URL has a Unix socket; use a host, such as localhost for this machine");
        }
        String wantedUser = first(user, parameters.remove("user"));
        String wantedPassword = first(password, parameters.remove("password"));
        String wantedPort = first(port, parameters.remove("port"));
        String wantedDatabase = first(
                database, parameters.remove("dbname"), variables.database().orElse(null));
        if (wantedDatabase.isEmpty()) {
            throw new InvalidSetting("DATABASE_URL has no database; expected " + FORM);
        }
        return new DatabaseAddress(
                named,
                wantedPort.isEmpty() ? DatabaseAddress.DEFAULT_PORT : number(wantedPort),
                wantedDatabase,
                wantedUser.isEmpty() ? variables.user() : wantedUser,
                wantedPassword.isEmpty() ? variables.password().orElse(null) : new Secret(wantedPassword),
                ConnectionParameters.forTheDriver(
                        "DATABASE_URL's sslmode", "DATABASE_URL's connect_timeout", parameters));
    }

    private static int number(String port) {
        int number = port.matches("\\d{1,5}") ? Integer.parseInt(port) : 0;
        if (number < 1 || number > 65_535) {
            throw new InvalidSetting("DATABASE_URL's port must be a number from 1 to 65535" + ENCODE);
        }
        return number;
    }

    private static String first(@org.jspecify.annotations.Nullable String... values) {
        for (String value : values) {
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String text(Matcher matcher, String group) {
        return Optional.ofNullable(matcher.group(group)).orElse("");
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // The cause's message would show part of the address.
            throw new InvalidSetting("DATABASE_URL has a % without two hex digits after it; write % itself as %25");
        }
    }
}
