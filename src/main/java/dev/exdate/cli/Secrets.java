package dev.exdate.cli;

import dev.exdate.settings.InvalidSetting;
import dev.exdate.settings.Redaction;
import dev.exdate.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Secrets for what is printed when a command has failed, settings that can't be used included. */
final class Secrets {
    private Secrets() {}

    /** @param parsed may name a file with more settings */
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
            // The file that can't be read is what is about to be told.
            return sources.isPresent() ? ofThisProcess() : Redaction.UNKNOWN;
        }
    }
}
