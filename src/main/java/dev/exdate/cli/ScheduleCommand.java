package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.process.Version;
import dev.exdate.run.ExitCode;
import dev.exdate.run.Signals;
import dev.exdate.schedule.CronTimer;
import dev.exdate.schedule.CronTimes;
import dev.exdate.schedule.ScheduleLog;
import dev.exdate.schedule.ScheduledStarts;
import dev.exdate.settings.InvalidSetting;
import io.quarkus.scheduler.Scheduler;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exdate schedule}: stays up and starts the daily run on schedule, until it is stopped. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Stays up and starts `exdate run` on a schedule.",
            "Times are New York's. It runs one at a time and makes up for missed starts. `exdate status` shows the last and the next start."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate schedule", "  exdate schedule --cron \"30 21 * * MON-FRI,SUN\" -- --skip nyse --strict"})
final class ScheduleCommand implements Callable<Integer>, Prepares {
    private final Scheduler scheduler;
    private final ExdateLine line;
    private final ScheduleLog diary;
    private final Clock clock;

    /** Whether Quarkus' scheduler works, which it does in no other command. */
    static final String SCHEDULER = "quarkus.scheduler.start-mode";

    /** A database that hangs must not keep the program from ending. */
    private static final Duration LAST_ENTRY = Duration.ofSeconds(5);

    @Option(
            names = "--cron",
            paramLabel = "EXPRESSION",
            defaultValue = "0 22 * * MON-FRI,SUN",
            description = "when to start (default: \"${DEFAULT-VALUE}\"): minute, hour, day of the month, month, day of"
                    + " the week, in New York time")
    String cron = "";

    @Parameters(paramLabel = "RUN-OPTION", description = "options for each `exdate run`, after --")
    List<String> runOptions = new ArrayList<>();

    @Mixin
    PrivateOption database = new PrivateOption();

    @Spec
    CommandSpec spec;

    ScheduleCommand(Scheduler scheduler, ExdateLine line, ScheduleLog diary, Clock clock) {
        this.scheduler = scheduler;
        this.line = line;
        this.diary = diary;
        this.clock = clock;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        return Preparation.database(sourcesOfTheRun(), database).configure(SCHEDULER, "forced");
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        CronTimes times = CronTimes.of(cron, clock.instant());
        CompletableFuture<Integer> end = new CompletableFuture<>();
        ScheduledStarts starts = new ScheduledStarts(times, this::run, end::complete, diary, clock, out);
        // These threads end with the process, so that a run in its first steps can't delay the exit.
        Executor threads = work -> Thread.ofVirtual().start(work);
        try (Signals signals = Signals.catching(reason -> end.complete(ExitCode.DONE))) {
            Optional<Instant> missed = starts.begin();
            missed.ifPresent(due -> threads.execute(() -> starts.makeUpFor(due)));
            new CronTimer(scheduler).start(times, due -> threads.execute(() -> starts.due(due)));
            int exitCode = end.get();
            CompletableFuture.runAsync(starts::ends, threads)
                    .completeOnTimeout(null, LAST_ENTRY.toSeconds(), TimeUnit.SECONDS)
                    .join();
            return signals.exitCode().orElse(exitCode);
        }
    }

    /** A mistake in the run's options shows now and not in the evening. */
    private Optional<Path> sourcesOfTheRun() {
        CommandLine line = CommandLines.of(new DescribingFactory(), new ExdateCommand(), runArguments());
        try {
            CommandLine.ParseResult run = line.parseArgs(runArguments()).subcommand();
            if (run.isUsageHelpRequested() || run.isVersionHelpRequested()) {
                throw new InvalidSetting("the options after -- must not contain --help or --version");
            }
            return Optional.ofNullable(run.matchedOptionValue("--sources", null));
        } catch (CommandLine.ParameterException e) {
            throw new InvalidSetting("the options after -- are not valid for `exdate run`: " + e.getMessage());
        }
    }

    private String[] runArguments() {
        return Stream.concat(Stream.of("run"), runOptions.stream()).toArray(String[]::new);
    }

    private int run() {
        return line.execute(runArguments());
    }
}
