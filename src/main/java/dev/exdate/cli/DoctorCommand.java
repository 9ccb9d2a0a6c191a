package dev.exdate.cli;

import dev.exdate.settings.Settings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exdate doctor}: what is missing for a real run. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Checks database, rights, pg_dump, browser, keys, sources, disk and clock; one line each.",
        footerHeading = "%nExample:%n",
        footer = "  DATABASE_URL=postgresql://user:password@host/stocks exdate doctor")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    SourcesOption sources = new SourcesOption();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = Settings.load(sources.file());
        List<Diagnosis> all = new Doctor(settings, Clock.systemUTC()).examine(diagnosis -> {
            out.println(settings.redaction().apply(diagnosis.line()));
            out.flush();
        });
        return all.stream().anyMatch(diagnosis -> diagnosis.state() == Diagnosis.State.BROKEN)
                ? ExitCode.USAGE
                : ExitCode.DONE;
    }
}
