package dev.exdate.settings;

import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The secrets among settings that may not be usable: what is wrong with one must not keep the others from being known. */
final class KnownSecrets {
    private KnownSecrets() {}

    static Redaction redaction(SmallRyeConfig config, SourceCatalog catalog, Path folder) {
        UnprefixedConfig unprefixed = config.getConfigMapping(UnprefixedConfig.class);
        List<Secret> secrets = new ArrayList<>();
        catalog.sources().forEach(source -> key(source, config).ifPresent(secrets::add));
        Secret.of(unprefixed.pgpassword()).ifPresent(secrets::add);
        secrets.addAll(usable(() -> NamedDatabase.of(unprefixed, folder)
                .address()
                .map(DatabaseAddress::secrets)
                .orElse(List.of())));
        secrets.addAll(usable(() -> ProxySettings.of(unprefixed).secrets()));
        return new Redaction(secrets);
    }

    /** The key of a source that needs one. */
    static Optional<Secret> key(SourceProfile source, SmallRyeConfig config) {
        return source.keySetting()
                .flatMap(name -> config.getOptionalValue(name, String.class))
                .map(Secret::new);
    }

    private static List<Secret> usable(Supplier<List<Secret>> secrets) {
        try {
            return secrets.get();
        } catch (InvalidSetting e) {
            return List.of();
        }
    }
}
