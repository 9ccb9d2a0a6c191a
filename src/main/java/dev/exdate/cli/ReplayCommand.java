package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLock;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.market.TradingCalendar;
import dev.exdate.payment.Decisions;
import dev.exdate.process.Version;
import dev.exdate.replay.Replay;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.Session;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exdate replay}: kept answers through today's parsers. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Parses kept answers of sources again.",
            "Of each day with a payment, the newest answer counts. What it says and what is not stored as its source's word is shown and stored, and the day is decided again. Prices and Yahoo's answers are left out."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate replay --dry-run", "  exdate replay --source cboe --since 2026-11-01"})
final class ReplayCommand implements Callable<Integer>, Prepares {
    private final DatabaseDoor door;
    private final ArchivedAnswers kept;
    private final BulkWriter writer;

    @Option(names = "--since", paramLabel = "DAY", description = "only answers from this day on")
    LocalDate since = LocalDate.EPOCH;

    @Option(names = "--source", paramLabel = "S", defaultValue = "", description = "only this source's answers")
    String source = "";

    @Option(names = "--dry-run", description = "only show what is different")
    boolean dryRun;

    @Spec
    CommandSpec spec;

    ReplayCommand(DatabaseDoor door, ArchivedAnswers kept, BulkWriter writer) {
        this.door = door;
        this.kept = kept;
        this.writer = writer;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        return Preparation.existing(Optional.empty());
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = PlainWriter.on(spec.commandLine().getOut());
        Session session = dryRun ? door.look() : door.open();
        if (dryRun) {
            say(out, run(session, out));
            return ExitCode.DONE;
        }
        try (RunLock lock = RunLock.take(session.address())) {
            session.migrate();
            Replay.Result result = run(session, out);
            if (result.differences() > 0) {
                LocalDate today = LocalDate.now(TradingCalendar.NEW_YORK);
                new Decisions(session.database(), writer, today).decide();
            }
            say(out, result);
        }
        return ExitCode.DONE;
    }

    private Replay.Result run(Session session, PrintWriter out) throws Exception {
        return new Replay(session.database(), kept.reader(session), out::println)
                .run(source.strip().toLowerCase(Locale.ROOT), since, !dryRun);
    }

    private void say(PrintWriter out, Replay.Result result) {
        out.println("✅ %,d answers read with %,d payments, %,d unreadable, %,d not kept any more; %,d days %s"
                .formatted(
                        result.answers(),
                        result.payments(),
                        result.failed(),
                        result.missing(),
                        result.differences(),
                        dryRun ? "are different" : "were different and are stored and decided again"));
    }
}
