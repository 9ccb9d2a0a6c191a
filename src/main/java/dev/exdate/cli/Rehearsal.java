package dev.exdate.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.doctor.Checkup;
import dev.exdate.doctor.CheckupJson;
import dev.exdate.doctor.Doctor;
import dev.exdate.doctor.Examination;
import dev.exdate.run.DailyRunService;
import dev.exdate.run.ExitCode;
import dev.exdate.run.ResumePlanner;
import dev.exdate.run.RunPreview;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** {@code run --dry-run}: what a run would do and meet. It changes nothing, and asks no source. */
@Dependent
final class Rehearsal {
    /** Where nothing is left to do. */
    private static final RunPlan NOTHING = RunPlan.only(LocalDate.EPOCH, List.of(), Map.of());

    private final Doctor doctor;
    private final RunPreview preview;
    private final Settings settings;

    Rehearsal(Doctor doctor, RunPreview preview, Settings settings) {
        this.doctor = doctor;
        this.preview = preview;
        this.settings = settings;
    }

    /** @return the exit code of the run that would come now */
    int lines(ResumePlanner.Request request, DailyRunService.Manner manner) throws InterruptedException, SQLException {
        PrintWriter out = manner.terminal();
        out.println("Market Status: " + manner.hours().status());
        if (manner.putOff()) {
            out.println("A run now would be skipped: " + manner.hours().recommendation());
        }
        RunPreview.Preview coming = preview.of(request);
        Checkup checkup = doctor.examine(
                new Examination(coming.plan().orElse(NOTHING), true),
                diagnosis -> out.println(settings.redaction().apply(diagnosis.line())));
        manner.absent().ifPresent(what -> out.println("⚠️  " + what.replace("was done", "would be done")));
        coming.lines().forEach(out::println);
        coming.plan().map(RunPlan::rehearsal).orElse(List.of()).forEach(out::println);
        int exitCode = exitCode(checkup, manner);
        out.println("A run now would end with exit " + exitCode + " if all sources answer");
        return exitCode;
    }

    /** The same as one JSON object. */
    int json(ResumePlanner.Request request, DailyRunService.Manner manner, PrintWriter out)
            throws InterruptedException, SQLException {
        RunPreview.Preview coming = preview.of(request);
        Checkup checkup = doctor.examine(new Examination(coming.plan().orElse(NOTHING), true), diagnosis -> {});
        int exitCode = exitCode(checkup, manner);
        ObjectNode json = CheckupJson.of("run --dry-run", checkup, exitCode, settings.redaction()::apply);
        json.put("marketStatus", manner.hours().status());
        json.put("deferred", manner.putOff());
        manner.absent().ifPresent(what -> json.put("absent", what));
        ArrayNode earlier = json.putArray("earlier");
        coming.lines().forEach(earlier::add);
        coming.plan().ifPresent(plan -> CheckupJson.plan(json, plan));
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
