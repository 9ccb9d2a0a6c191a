package dev.exdate.cli;

import dev.exdate.database.schema.Grants;
import dev.exdate.database.schema.ReadingGrants;
import dev.exdate.doctor.Checkup;
import dev.exdate.doctor.CheckupJson;
import dev.exdate.doctor.Doctor;
import dev.exdate.doctor.Examination;
import dev.exdate.market.TradingCalendar;
import dev.exdate.process.Version;
import dev.exdate.run.ExitCode;
import dev.exdate.run.TaskLimits;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.settings.DatabaseAddress;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.settings.Settings;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
            "  exdate doctor --grants | psql -h HOST -U postgres -d postgres",
            "  exdate doctor --grants --read-only | psql -h HOST -U postgres -d postgres"
        })
final class DoctorCommand implements Callable<Integer>, Prepares {
    private final Doctor doctor;
    private final Settings settings;
    private final Clock clock;

    @Mixin
    SourcesOption sources = new SourcesOption();

    @Option(
            names = "--grants",
            description = "only print a psql script with the minimal rights of DATABASE_URL's role, for the server's"
                    + " administrator")
    boolean grants;

    @Option(names = "--strict", description = "exit 4 if there is any warning")
    boolean strict;

    @Option(names = "--json", description = "print the result as one JSON object")
    boolean json;

    @Option(
            names = "--read-only",
            description = "with --grants: only the rights of a role that looks (status, history, report)")
    boolean readOnly;

    @Spec
    CommandSpec spec;

    DoctorCommand(Doctor doctor, Settings settings, Clock clock) {
        this.doctor = doctor;
        this.settings = settings;
        this.clock = clock;
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
        if (readOnly && !grants) {
            throw new ParameterException(spec.commandLine(), "--read-only requires --grants");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (grants) {
            DatabaseAddress named = settings.database()
                    .orElseThrow(() -> new InvalidSetting(
                            "DATABASE_URL is not set, and the private server needs no grants; set DATABASE_URL"));
            out.print(readOnly ? ReadingGrants.script(named) : Grants.script(named));
            out.flush();
            return ExitCode.DONE;
        }
        Checkup checkup = doctor.examine(new Examination(plan(), false), diagnosis -> {
            if (!json) {
                out.println(settings.redaction().apply(diagnosis.line()));
                out.flush();
            }
        });
        int exitCode = checkup.exitCode(strict);
        if (json) {
            out.println(CheckupJson.of("doctor", checkup, exitCode, settings.redaction()::apply));
        }
        return exitCode;
    }

    /** Of a run without any option, today. */
    private RunPlan plan() {
        LocalDate today = TradingCalendar.today(clock);
        boolean discovers = today.getDayOfWeek() == DayOfWeek.SUNDAY;
        return new RunPlan(today, discovers, Map.of(), false, settings.backupLast(), TaskLimits.of(settings));
    }
}
