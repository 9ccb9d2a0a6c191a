package dev.exdate.cli;

import dev.exdate.database.Database;
import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import dev.exdate.process.Version;
import dev.exdate.report.symbol.SheetJson;
import dev.exdate.report.symbol.SheetReader;
import dev.exdate.report.symbol.SheetText;
import dev.exdate.report.symbol.SymbolSheet;
import dev.exdate.run.DatabaseDoor;
import dev.exdate.run.ExitCode;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.UnknownSymbols;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exdate show}: a symbol on one screen. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Shows what is stored about one symbol.",
            "Price, yields, rhythm, distributions with their source and confidence, splits, holdings, open findings, and when each kind of data was read. The exit code is 1 if there is no such symbol."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate show MSTY", "  exdate show MSTY --as-of 2026-10-31 --json"})
final class ShowCommand implements Callable<Integer>, Looks {
    private final DatabaseDoor door;
    private final Clock clock;

    @Parameters(paramLabel = "SYMBOL", description = "a symbol: MSTY, BRK.B")
    String symbol = "";

    @Option(names = "--as-of", paramLabel = "DAY", description = "what was believed at the end of this day")
    @Nullable LocalDate asOf;

    @Option(names = "--json", description = "print one JSON object instead of lines")
    boolean json;

    @Spec
    CommandSpec spec;

    ShowCommand(DatabaseDoor door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        Set<Ticker> named = SymbolText.read("SYMBOL", List.of(symbol)).tickers();
        if (named.size() > 1) {
            throw new InvalidSetting("SYMBOL is \"" + symbol + "\"; `exdate show` takes one symbol");
        }
        String asked = named.iterator().next().symbol();
        Look look = Look.at(door, spec);
        PrintWriter out = look.out();
        Database database = look.session().database();
        Optional<SymbolSheet> sheet =
                look.journal().read(() -> read(database, asked)).orElse(Optional.empty());
        if (sheet.isEmpty()) {
            throw new TaskFailed(UnknownSymbols.words(database, asked).orElse("unknown symbol " + asked));
        }
        if (json) {
            out.println(SheetJson.of(sheet.get()));
            return ExitCode.DONE;
        }
        look.journal().notice().ifPresent(out::println);
        new SheetText(sheet.get()).lines().forEach(out::println);
        return ExitCode.DONE;
    }

    private Optional<SymbolSheet> read(Database database, String asked) throws SQLException {
        LocalDate today = TradingCalendar.today(clock);
        return database.inTransaction(handle -> {
            handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            return new SheetReader(handle, today, asOf).read(asked);
        });
    }
}
