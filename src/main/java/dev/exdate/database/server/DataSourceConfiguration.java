package dev.exdate.database.server;

import dev.exdate.database.Connections;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Secret;
import dev.exdate.settings.Settings;
import dev.exdate.settings.StartSettings;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Tells Quarkus where the database is: {@code quarkus.datasource.…} from the settings of this process, for commands that
 * work with one. How the pool works is in {@code application.properties}.
 */
public final class DataSourceConfiguration implements ConfigSourceFactory {
    private static final String DATA_SOURCE = "quarkus.datasource.";

    /** Before the environment: the address is that of DATABASE_URL, whatever else is set. */
    private static final int ORDINAL = 450;

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (value(context, DatabasePlace.WANTED).isEmpty()
                || value(context, DatabasePlace.TROUBLE).isPresent()) {
            return List.of();
        }
        Settings settings = StartSettings.of(name -> value(context, name).orElse(null));
        return settings.database()
                .or(() -> PrivateServer.running(settings.dataFolder()))
                .<ConfigSource>map(
                        address -> new PropertiesConfigSource(properties(address), "database of the settings", ORDINAL))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<String> value(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name)).map(ConfigValue::getValue);
    }

    static Map<String, String> properties(DatabaseAddress address) {
        Connections connections = new Connections(address);
        Map<String, String> properties = new HashMap<>();
        properties.put(DATA_SOURCE + "jdbc.url", address.jdbcUrl());
        properties.put(DATA_SOURCE + "username", address.user());
        address.secret().map(Secret::reveal).ifPresent(password -> properties.put(DATA_SOURCE + "password", password));
        properties.put(DATA_SOURCE + "jdbc.new-connection-sql", Connections.SET_UP);
        connections
                .properties()
                .forEach((name, value) -> properties.put(
                        DATA_SOURCE + "jdbc.additional-jdbc-properties.\"" + name + "\"", value.toString()));
        properties.replaceAll((name, value) -> literal(value));
        return properties;
    }

    /** Nothing in it is an expression. */
    private static String literal(String value) {
        return value.replace("$", "\\$");
    }
}
