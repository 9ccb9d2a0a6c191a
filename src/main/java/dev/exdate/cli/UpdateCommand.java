package dev.exdate.cli;

import dev.exdate.database.DatabaseUnavailable;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.market.Ticker;
import dev.exdate.process.Version;
import dev.exdate.settings.InvalidSetting;
import dev.exdate.task.TaskName;
import dev.exdate.task.TaskOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code exdate update}. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Updates prices, dividends, splits and company data.",
            "It updates all symbols that are due, or those of --symbols."
        },
        footerHeading = "%nExample:%n",
        footer = {"  exdate update --symbols MSTY,SCHD", "  exdate update --symbols @symbols.txt --from 2024-01-01"})
final class UpdateCommand implements Callable<Integer>, Prepares {
    private final TaskCommand tasks;

    @Option(
            names = "--symbols",
            paramLabel = "A,B|@FILE",
            description =
                    "update only these symbols, whether due or not; @FILE reads them from a file (one per line or comma-separated)")
    @Nullable String symbols;

    @Option(names = "--from", paramLabel = "DAY", description = "the first day to read, for all symbols")
    @Nullable LocalDate from;

    @Option(names = "--date", paramLabel = "DAY", description = "the market day (default: today in New York)")
    @Nullable LocalDate date;

    @Mixin
    AcceptOption accept = new AcceptOption();

    @Mixin
    PrivateOption database = new PrivateOption();

    @Mixin
    SourcesOption sources = new SourcesOption();

    @Spec
    CommandSpec spec;

    UpdateCommand(TaskCommand tasks) {
        this.tasks = tasks;
    }

    @Override
    public Preparation prepare(PrintWriter out) throws DatabaseUnavailable, InterruptedException {
        return Preparation.database(sources.file(), database);
    }

    @Override
    public Integer call() throws Exception {
        TaskOptions options = date == null ? tasks.options() : tasks.options(date);
        TaskOptions.Update update = options.update();
        if (symbols != null) {
            update = update.of(tickers(symbols));
        }
        if (from != null) {
            update = update.since(from);
        }
        options = options.updating(update).accepting(accept.accepted());
        return tasks.run(
                "update", List.of(TaskName.UPDATE), options, spec.commandLine().getOut());
    }

    private static Set<Ticker> tickers(String typed) throws IOException {
        String text = typed;
        if (typed.startsWith("@")) {
            Path file = Path.of(typed.substring(1));
            if (!Files.isReadable(file)) {
                throw new InvalidSetting("can't read the file " + file + " of --symbols; check the path");
            }
            text = Files.readString(file, StandardCharsets.UTF_8);
        }
        Set<Ticker> tickers = new LinkedHashSet<>();
        for (String symbol : text.split("[,\\s]+")) {
            if (!symbol.isBlank()) {
                tickers.add(SymbolSpelling.DASHED
                        .read(symbol)
                        .orElseThrow(() -> new InvalidSetting("--symbols: \"" + symbol + "\" is not a valid symbol")));
            }
        }
        if (tickers.isEmpty()) {
            throw new InvalidSetting("--symbols is empty");
        }
        return tickers;
    }
}
