package dev.exdate.cli;

import dev.exdate.process.Version;
import dev.exdate.run.DatabaseDoor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exdate findings}: doubts, conflicts, repairs, one line each. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists doubts, conflicts and repairs.",
            "Each has one line: day, symbol, code, what each source says, and what is believed and why. docs/truth.md explains the codes."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate findings --open", "  exdate findings --symbol MSTY --json"})
final class FindingsCommand implements Callable<Integer>, Looks {
    private final DatabaseDoor door;

    @Mixin
    FindingsOptions options = new FindingsOptions();

    @Spec
    CommandSpec spec;

    FindingsCommand(DatabaseDoor door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        return options.print(PlainWriter.on(spec.commandLine().getOut()), door, List.of());
    }
}
