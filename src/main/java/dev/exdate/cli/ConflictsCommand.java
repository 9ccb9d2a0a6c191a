package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.database.RunLock;
import dev.exdate.database.bulk.BulkWriter;
import dev.exdate.finding.Code;
import dev.exdate.finding.Verdicts;
import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import dev.exdate.payment.Decisions;
import dev.exdate.process.Version;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.run.Session;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.task.TaskFailed;
import dev.exdate.truth.PaymentKind;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exdate conflicts}: where sources disagree, and what a person decides about it. */
@Command(
        name = "conflicts",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Lists conflicts between sources, or decides one.",
            "Without a word it lists them, as `exdate findings` does. `override` says what is paid on a day, `accept` keeps what is believed, and `forget` takes the decision back. A decision comes before all sources, in later runs too."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  exdate conflicts --open",
            "  exdate conflicts override MSTY 2026-11-20 --amount 0.36 --because notice",
            "  exdate conflicts forget MSTY 2026-11-20"
        })
final class ConflictsCommand implements Callable<Integer>, Prepares {
    private static final List<Code> CONFLICTS = List.of(
            Code.AMOUNT_CONFLICT, Code.PHANTOM_PAYMENT, Code.MISSING_PAYMENT, Code.KIND_CONFLICT, Code.DATE_CONFLICT);

    private final DatabaseDoor door;
    private final BulkWriter writer;

    /** What to do with one. */
    enum Word {
        OVERRIDE,
        ACCEPT,
        FORGET
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "WORD", description = "override, accept or forget")
    @Nullable Word word;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SYMBOL",
            defaultValue = "",
            description = "the symbol to decide about: MSTY, BRK.B")
    String about = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "EX-DATE", description = "the payment's ex-date")
    @Nullable LocalDate exDate;

    @Option(names = "--amount", paramLabel = "A", description = "with override: what is paid per share, as declared")
    @Nullable BigDecimal amount;

    @Option(
            names = "--kind",
            paramLabel = "K",
            description = "with override: which of several payments is meant: regular, special, …")
    @Nullable PaymentKind kind;

    @Option(
            names = "--because",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "why it is decided so; needed with override")
    String because = "";

    @Mixin
    FindingsOptions options = new FindingsOptions();

    @Spec
    CommandSpec spec;

    ConflictsCommand(DatabaseDoor door, BulkWriter writer) {
        this.door = door;
        this.writer = writer;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        refuseWhatIsMissing();
        return Preparation.existing(Optional.empty());
    }

    private void refuseWhatIsMissing() {
        boolean override = word == Word.OVERRIDE;
        if (word != null && (about.isBlank() || exDate == null)) {
            throw new InvalidSetting("`exdate conflicts " + name(word) + "` needs a symbol and an ex-date");
        }
        if (override && (amount == null || because.isBlank())) {
            throw new InvalidSetting("`exdate conflicts override` needs --amount and --because");
        }
        if (!override && (amount != null || kind != null)) {
            throw new InvalidSetting("--amount and --kind need the word override");
        }
        if (amount != null && amount.signum() < 0) {
            throw new InvalidSetting("--amount is " + amount.toPlainString() + "; it must be 0 or more");
        }
    }

    private static String name(Word word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = PlainWriter.on(spec.commandLine().getOut());
        if (word == null || exDate == null) {
            return options.print(out, door, CONFLICTS);
        }
        List<Ticker> named =
                List.copyOf(SymbolText.read("SYMBOL", List.of(about)).tickers());
        Verdicts.Day day = new Verdicts.Day(named.getFirst().symbol(), exDate);
        Session session = door.open();
        try (RunLock lock = RunLock.take(session.address())) {
            session.migrate();
            Optional<String> refusal = session.database().inTransaction(handle -> decide(new Verdicts(handle), day));
            if (refusal.isPresent()) {
                throw new TaskFailed(refusal.get());
            }
            LocalDate today = LocalDate.now(TradingCalendar.NEW_YORK);
            new Decisions(session.database(), writer, today).decide();
        }
        out.println(door.shown());
        out.println("✅ %s %s: %s".formatted(day.exDate(), day.symbol(), believed(session, day)));
        return ExitCode.DONE;
    }

    private Optional<String> decide(Verdicts verdicts, Verdicts.Day day) throws SQLException {
        Verdicts.Because why = new Verdicts.Because(System.getProperty("user.name", ""), because.strip());
        return switch (word) {
            case OVERRIDE -> verdicts.override(day, kind, amount == null ? BigDecimal.ZERO : amount, why);
            case ACCEPT -> verdicts.accept(day, why);
            case FORGET -> verdicts.forget(day);
            case null -> Optional.empty();
        };
    }

    private static String believed(Session session, Verdicts.Day day) throws SQLException {
        String sql = """
                SELECT coalesce(string_agg(format('%s %s (%s, %s)', trim_scale(amount), kind, source, reason), ', '
                                           ORDER BY kind, nth), 'nothing is believed')
                FROM exdate.distribution WHERE symbol = :symbol AND ex_date = :day AND valid_to = 'infinity'
                  AND status <> 'withdrawn'
                """;
        return session.database()
                .reading(handle -> handle.sql(sql)
                        .bind("symbol", day.symbol())
                        .bind("day", day.exDate())
                        .one(row -> row.getString(1)));
    }
}
