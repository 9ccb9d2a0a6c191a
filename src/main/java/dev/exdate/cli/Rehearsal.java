package dev.exdate.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.doctor.Checkup;
import dev.exdate.doctor.CheckupJson;
import dev.exdate.doctor.Doctor;
import dev.exdate.doctor.Examination;
import dev.exdate.market.TradingCalendar;
import dev.exdate.run.DailyRunService;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.ResumePlanner;
import dev.exdate.run.RunPreview;
import dev.exdate.run.cost.NightCosts;
import dev.exdate.run.cost.SourceCost;
import dev.exdate.run.plan.RunPlan;
import dev.exdate.run.plan.RunTasks;
import dev.exdate.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code run --dry-run}: what a run would do and meet. It changes nothing, and asks no source. */
@Dependent
final class Rehearsal {
    /** Where nothing is left to do. */
    private static final RunPlan NOTHING = new RunPlan(
            LocalDate.EPOCH, false, RunPlan.leaving(Set.of(), Set.copyOf(RunTasks.ALL)), true, false, Map.of());

    private final Doctor doctor;
    private final RunPreview preview;
    private final Settings settings;
    private final DatabaseDoor door;
    private final TradingCalendar calendar;
    private final Clock clock;

    Rehearsal(
            Doctor doctor,
            RunPreview preview,
            Settings settings,
            DatabaseDoor door,
            TradingCalendar calendar,
            Clock clock) {
        this.doctor = doctor;
        this.preview = preview;
        this.settings = settings;
        this.door = door;
        this.calendar = calendar;
        this.clock = clock;
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
        coming.plan().ifPresent(plan -> {
            plan.rehearsal().forEach(out::println);
            NightCosts.lines(costs(plan)).forEach(out::println);
        });
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
        coming.plan().ifPresent(plan -> {
            CheckupJson.plan(json, plan);
            ArrayNode requests = json.putArray("requests");
            costs(plan)
                    .forEach(cost -> requests.addObject()
                            .put("source", cost.source())
                            .put("requests", cost.requests())
                            .put("seconds", cost.time().toSeconds())
                            .put("basis", cost.basis()));
        });
        out.println(json);
        return exitCode;
    }

    /** None where there is no database yet, or one of an older version. */
    private List<SourceCost> costs(RunPlan plan) {
        if (door.coming()) {
            return List.of();
        }
        try {
            return new NightCosts(door.look().database(), settings, calendar, clock.instant()).of(plan);
        } catch (DatabaseUnavailable | SQLException e) {
            // The checks have said what is wrong with it.
            return List.of();
        }
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
