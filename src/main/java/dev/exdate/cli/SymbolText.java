package dev.exdate.cli;

import dev.exdate.market.SymbolSpelling;
import dev.exdate.market.Ticker;
import dev.exdate.settings.InvalidSetting;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/** Symbols as people write them: commas or blanks between them, any number on a line. */
record SymbolText(Set<Ticker> tickers) {
    private static final int SHOWN = 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String BETWEEN = ", \t\r\n\f" + BYTE_ORDER_MARK;

    /**
     * @param where for the message
     * @throws InvalidSetting with all words that can't be symbols, or if there is none at all
     */
    static SymbolText read(String where, List<String> lines) {
        Set<Ticker> tickers = new LinkedHashSet<>();
        List<String> wrong = new ArrayList<>();
        int number = 0;
        for (String line : lines) {
            number++;
            StringTokenizer words = new StringTokenizer(line, BETWEEN);
            while (words.hasMoreTokens()) {
                String word = words.nextToken();
                Optional<Ticker> ticker = SymbolSpelling.DASHED.read(word);
                ticker.ifPresent(tickers::add);
                if (ticker.isEmpty()) {
                    wrong.add((lines.size() == 1 ? "\"" : "line " + number + " \"") + word + "\"");
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidSetting(where + ": " + refusal(wrong));
        }
        if (tickers.isEmpty()) {
            throw new InvalidSetting(where + " is empty");
        }
        return new SymbolText(tickers);
    }

    private static String refusal(List<String> wrong) {
        if (wrong.size() == 1) {
            return wrong.getFirst() + " is not a valid symbol";
        }
        String more = wrong.size() > SHOWN ? " and %,d more".formatted(wrong.size() - SHOWN) : "";
        return "%,d words are not valid symbols: %s%s"
                .formatted(wrong.size(), String.join(", ", wrong.subList(0, Math.min(SHOWN, wrong.size()))), more);
    }
}
