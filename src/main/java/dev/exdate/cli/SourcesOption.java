package dev.exdate.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where sources are reached, for commands that ask them. */
final class SourcesOption {
    @Option(
            names = "--sources",
            paramLabel = "FILE",
            description = "a properties file with EXDATE_SOURCE_… settings; `exdate sandbox` writes one")
    @Nullable Path sources;

    Optional<Path> file() {
        return Optional.ofNullable(sources);
    }
}
