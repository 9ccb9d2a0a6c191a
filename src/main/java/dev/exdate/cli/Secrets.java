package dev.exdate.cli;

import dev.exdate.settings.InvalidSetting;
import dev.exdate.settings.Redaction;
import dev.exdate.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Redacts what a failed command prints, even if the settings are invalid. */
final class Secrets {
    private Secrets() {}

    /** @param parsed may contain the path of a file with more settings */
    static Redaction named(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return of(Optional.ofNullable(last.matchedOptionValue("--sources", null)));
    }

    static Redaction ofThisProcess() {
        return of(Optional.empty());
    }

    private static Redaction of(Optional<Path> sources) {
        try {
            return Settings.redactionOf(System.getenv(), Path.of("").toAbsolutePath(), sources);
        } catch (InvalidSetting e) {
            // The failure to read this file is about to be reported anyway.
            return sources.isPresent() ? ofThisProcess() : Redaction.UNKNOWN;
        }
    }
}
