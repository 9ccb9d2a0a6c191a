package dev.exdate.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.doctor.Checkup;
import dev.exdate.doctor.CheckupJson;
import dev.exdate.doctor.Doctor;
import dev.exdate.doctor.Examination;
import dev.exdate.run.DailyRunService;
import dev.exdate.run.ExitCode;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.io.PrintWriter;

/** {@code run --dry-run}: what a run would do and meet. It changes nothing, and asks no source. */
@Dependent
final class Rehearsal {
    private final Doctor doctor;
    private final Settings settings;

    Rehearsal(Doctor doctor, Settings settings) {
        this.doctor = doctor;
        this.settings = settings;
    }

    /** @return the exit code of the run that would come now */
    int lines(RunPlan plan, DailyRunService.Manner manner) throws InterruptedException {
        PrintWriter out = manner.terminal();
        out.println("Market Status: " + manner.hours().status());
        if (manner.putOff()) {
            out.println("A run now would be skipped: " + manner.hours().recommendation());
        }
        Checkup checkup = doctor.examine(
                new Examination(plan, true),
                diagnosis -> out.println(settings.redaction().apply(diagnosis.line())));
        manner.absent().ifPresent(what -> out.println("⚠️  " + what.replace("was done", "would be done")));
        plan.rehearsal().forEach(out::println);
        int exitCode = exitCode(checkup, manner);
        out.println("A run now would end with exit " + exitCode + " if all sources answer");
        return exitCode;
    }

    /** The same as one JSON object. */
    int json(RunPlan plan, DailyRunService.Manner manner, PrintWriter out) throws InterruptedException {
        Checkup checkup = doctor.examine(new Examination(plan, true), diagnosis -> {});
        int exitCode = exitCode(checkup, manner);
        ObjectNode json = CheckupJson.of("run --dry-run", checkup, exitCode, settings.redaction()::apply);
        json.put("marketStatus", manner.hours().status());
        json.put("deferred", manner.putOff());
        manner.absent().ifPresent(what -> json.put("absent", what));
        CheckupJson.plan(json, plan);
        out.println(json);
        return exitCode;
    }

    private int exitCode(Checkup checkup, DailyRunService.Manner manner) {
        int exitCode = checkup.exitCodeOfRun(manner.strict());
        if (manner.putOff()) {
            // It is refused without any database, and looks at none that is named.
            boolean refused = exitCode == ExitCode.USAGE && settings.database().isEmpty();
            return refused ? exitCode : ExitCode.DONE;
        }
        boolean well = exitCode == ExitCode.DONE || exitCode == ExitCode.STRICT;
        return well && manner.absent().isPresent() ? ExitCode.TASK_FAILED : exitCode;
    }
}
