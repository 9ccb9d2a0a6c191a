package dev.exdate.cli;

import dev.exdate.market.Ticker;
import dev.exdate.settings.FileFailure;
import dev.exdate.settings.InvalidSetting;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The symbols that a person names, for commands that can do some only. */
final class SymbolsOption {
    @Option(
            names = "--symbols",
            paramLabel = "A,B|@FILE",
            description = "only these symbols, whether due or not; @FILE reads them from a file (one per line or"
                    + " comma-separated)")
    @Nullable String symbols;

    /**
     * Empty if none were named.
     *
     * @throws InvalidSetting if one of them can't be a symbol
     */
    Set<Ticker> tickers() {
        String typed = symbols;
        if (typed == null) {
            return Set.of();
        }
        Path file = typed.startsWith("@") ? Path.of(typed.substring(1)) : null;
        SymbolText text = file == null
                ? SymbolText.read("--symbols", List.of(typed))
                : SymbolText.read("--symbols @" + file, lines(file));
        return text.tickers();
    }

    private static List<String> lines(Path file) {
        if (!Files.isReadable(file)) {
            throw new InvalidSetting("can't read the file " + file + " of --symbols; check the path");
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new InvalidSetting("the file " + file + " of --symbols is not UTF-8 text; convert it");
        } catch (IOException e) {
            throw new InvalidSetting(
                    "can't read the file " + file + " of --symbols (" + FileFailure.reason(e) + "); check the path");
        }
    }
}
