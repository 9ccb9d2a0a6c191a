package dev.exdate.cli;

import dev.exdate.database.schema.Grants;
import dev.exdate.doctor.Diagnosis;
import dev.exdate.doctor.Doctor;
import dev.exdate.process.Version;
import dev.exdate.run.ExitCode;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.settings.Settings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exdate doctor}: checks the set-up for a real run. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Checks the set-up for a real run.",
            "It checks database, rights, pg_dump, browser, keys, sources, disk and clock."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  DATABASE_URL=postgresql://user:password@host/stocks exdate doctor",
            "  exdate doctor --grants | psql -h HOST -U postgres -d postgres"
        })
final class DoctorCommand implements Callable<Integer>, Prepares {
    private final Doctor doctor;
    private final Settings settings;

    @Mixin
    SourcesOption sources = new SourcesOption();

    @Option(
            names = "--grants",
            description = "only print a psql script with the minimal rights of DATABASE_URL's role, for the server's"
                    + " administrator")
    boolean grants;

    @Spec
    CommandSpec spec;

    DoctorCommand(Doctor doctor, Settings settings) {
        this.doctor = doctor;
        this.settings = settings;
    }

    /** What prints a script looks at no database. */
    @Override
    public Preparation prepare(PrintWriter out) throws InterruptedException {
        return grants
                ? Preparation.settings(sources.file())
                : Preparation.checking(sources.file(), new PrivateOption());
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (grants) {
            out.print(Grants.script(settings.database()
                    .orElseThrow(() -> new InvalidSetting(
                            "DATABASE_URL is not set, and the private server needs no grants; set DATABASE_URL"))));
            out.flush();
            return ExitCode.DONE;
        }
        List<Diagnosis> all = doctor.examine(diagnosis -> {
            out.println(settings.redaction().apply(diagnosis.line()));
            out.flush();
        });
        return all.stream().anyMatch(diagnosis -> diagnosis.state() == Diagnosis.State.BROKEN)
                ? ExitCode.USAGE
                : ExitCode.DONE;
    }
}
