package dev.exdate.cli;

import picocli.CommandLine.Option;

/** The word that makes a private database, for commands that write to one. */
final class PrivateOption {
    @Option(
            names = "--private",
            description = "if no database is set, make a private PostgreSQL server in the data folder; later commands"
                    + " find it there (same as EXDATE_DATABASE=private)")
    boolean said;
}
