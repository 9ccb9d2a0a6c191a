package dev.exdate.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * The settings whose names others have chosen, but for the sources' keys, which {@link SourceProfile} names. All are read as text: an unusable one must not keep the secrets among them
 * from being known, and so from being taken out of the message about it.
 */
@ConfigMapping(prefix = "")
public interface UnprefixedConfig {
    /** The database: {@code postgresql://…} or {@code jdbc:postgresql:…}. */
    Optional<Secret<String>> databaseUrl();

    /** The database's host, when {@code DATABASE_URL} does not say; as libpq reads it, like all that follow. */
    Optional<String> pghost();

    /** The database's port. */
    Optional<String> pgport();

    /** The user to log in as. */
    Optional<String> pguser();

    /** The user's password. */
    Optional<Secret<String>> pgpassword();

    /** The database's name. */
    Optional<String> pgdatabase();

    /** Whether the connection is encrypted: {@code require}, {@code verify-full} and so on. */
    Optional<String> pgsslmode();

    /** The file with the certificates that the server's is checked against. */
    Optional<String> pgsslrootcert();

    /** The file with the client's certificate. */
    Optional<String> pgsslcert();

    /** The file with the client's key. */
    Optional<String> pgsslkey();

    /** How many seconds connecting may take. */
    Optional<String> pgconnectTimeout();

    /** Options for the server's side of each session. */
    Optional<String> pgoptions();

    /** The file of passwords, where no other place has one. */
    Optional<String> pgpassfile();

    /** The proxy for sources with {@code https:}. */
    Optional<String> httpsProxy();

    /** The proxy for sources with {@code http:}. */
    Optional<String> httpProxy();

    /** The hosts that are asked without a proxy. */
    Optional<String> noProxy();

    /** Whether to run during market hours too. */
    @WithDefault("false")
    String forceRun();
}
