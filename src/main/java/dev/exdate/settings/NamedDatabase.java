package dev.exdate.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The database that the settings name.
 *
 * @param address empty for the private server
 * @param passwordFile libpq's file of passwords, as people write it, if the password is from there
 */
record NamedDatabase(Optional<DatabaseAddress> address, Optional<String> passwordFile) {
    /** @throws InvalidSetting when the settings can't be used */
    static NamedDatabase of(UnprefixedConfig config, Path folder) {
        LibpqVariables libpq = new LibpqVariables(config);
        Optional<DatabaseAddress> named = Secret.of(config.databaseUrl())
                .map(url -> Optional.of(DatabaseUrl.read(url.reveal()).address(libpq)))
                .orElseGet(libpq::address);
        Path home = Path.of(System.getProperty("user.home", "."));
        PasswordFile file = PasswordFile.of(config.pgpassfile(), folder, home);
        Optional<DatabaseAddress> withPassword = named.filter(
                        address -> address.secret().isEmpty())
                .flatMap(address -> file.password(address).map(address::withPassword));
        return withPassword.isPresent()
                ? new NamedDatabase(
                        withPassword,
                        Optional.of(config.pgpassfile()
                                .map(path -> path + " (PGPASSFILE)")
                                .orElse("~/.pgpass")))
                : new NamedDatabase(named, Optional.empty());
    }
}
