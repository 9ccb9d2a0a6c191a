package dev.exdate.cli;

import dev.exdate.database.server.PrivateServer;
import dev.exdate.process.Version;
import dev.exdate.run.ExitCode;
import dev.exdate.run.Signals;
import dev.exdate.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exdate database}: runs the private server, for use with psql. */
@Command(
        name = "database",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Runs the private PostgreSQL server until you stop it.",
        footerHeading = "%nExample:%n",
        footer = "  exdate database")
final class DatabaseCommand implements Callable<Integer>, Prepares {
    private final Settings settings;

    @Option(names = "--data", paramLabel = "DIR", description = "the data folder (default: EXDATE_DATA_DIR or data)")
    @Nullable Path data;

    @Mixin
    PrivateOption database = new PrivateOption();

    @Spec
    CommandSpec spec;

    DatabaseCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Preparation prepare(PrintWriter out) {
        return Preparation.settings(Optional.empty());
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = data == null ? settings.dataFolder() : data;
        if (!database.said && !settings.privateDatabase()) {
            PrivateServer.require(folder);
        }
        try (PrivateServer server = PrivateServer.start(folder)) {
            out.println("ready " + server.address().shown() + "; Ctrl-C stops it. Connect with:");
            out.println("  " + PrivateServer.psql(folder, server.address()));
            CountDownLatch ended = new CountDownLatch(1);
            try (Signals signals = Signals.catching(reason -> ended.countDown())) {
                ended.await();
                return signals.exitCode().orElse(ExitCode.DONE);
            }
        }
    }
}
