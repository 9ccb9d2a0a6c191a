package dev.exdate.cli;

import dev.exdate.process.Version;
import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exdate} itself: without a command it shows its help. Its commands are those of {@link CommandLines}. */
@TopCommand
@Command(
        name = "exdate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Updates a dividend-stock database every night.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nFirst steps:%n",
        footer = {
            "  exdate demo      the whole daily run on a made-up market; no set-up needed",
            "  exdate doctor    checks your set-up for a real run"
        })
final class ExdateCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
