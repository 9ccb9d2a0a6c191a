package dev.exdate.database.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSourceConfigurationTest {
    private static SmallRyeConfig configured(Map<String, String> environment) {
        DatabaseAddress address = Settings.of(environment, Path.of("target"), Optional.empty())
                .database()
                .orElseThrow();
        return configured(address);
    }

    private static SmallRyeConfig configured(DatabaseAddress address) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(DataSourceConfiguration.properties(address), "test", 450))
                .build();
    }

    private static String value(SmallRyeConfig config, String name) {
        return config.getValue("quarkus.datasource." + name, String.class);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://ann:secret@db.example/stocks, jdbc:postgresql://db.example:5432/stocks",
        "postgres://ann:secret@db.example:6432/stocks, jdbc:postgresql://db.example:6432/stocks",
        "postgresql://ann:secret@[::1]/stocks, jdbc:postgresql://[::1]:5432/stocks"
    })
    void theDatabaseIsThatOfTheUrl(String url, String jdbcUrl) {
        SmallRyeConfig config = configured(Map.of("DATABASE_URL", url));
        assertThat(value(config, "jdbc.url")).isEqualTo(jdbcUrl);
        assertThat(value(config, "username")).isEqualTo("ann");
        assertThat(value(config, "password")).isEqualTo("secret");
    }

    @Test
    void theVariablesOfLibpqNameItAsWell() {
        SmallRyeConfig config = configured(
                Map.of("PGHOST", "db.example", "PGDATABASE", "stocks", "PGUSER", "ann", "PGSSLMODE", "require"));
        assertThat(value(config, "jdbc.url")).isEqualTo("jdbc:postgresql://db.example:5432/stocks");
        assertThat(value(config, "jdbc.additional-jdbc-properties.\"sslmode\"")).isEqualTo("require");
        assertThat(config.getOptionalValue("quarkus.datasource.password", String.class))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${HOME}", "a$b", "$$", "\\", "\\${x}", "a\\$b", "back\\\\slash", "a,b", "\\,", "ü:€"})
    void aPasswordIsTakenAsItIs(String password) {
        DatabaseAddress address = new DatabaseAddress(
                "db.example", 5432, "stocks", "ann", new dev.exdate.settings.Secret(password), Map.of());
        assertThat(value(configured(address), "password")).isEqualTo(password);
    }

    @Test
    void theSetUpOfASessionIsTakenAsItIs() {
        SmallRyeConfig config = configured(Map.of("DATABASE_URL", "postgresql://ann:secret@db.example/stocks"));
        assertThat(value(config, "jdbc.new-connection-sql")).isEqualTo(dev.exdate.database.Connections.SET_UP);
    }
}
