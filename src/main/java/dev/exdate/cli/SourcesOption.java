package dev.exdate.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The sources' addresses, for commands that use them. */
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
