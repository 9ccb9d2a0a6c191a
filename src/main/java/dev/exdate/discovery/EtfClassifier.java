package dev.exdate.discovery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Derives a fund's strategy and related stock from its name. Pure. */
final class EtfClassifier {
    /** Readers filter by it. The related stock is the one whose options the fund writes. */
    static final String SINGLE_STOCK_OPTION_INCOME = "Synthetic Covered Call";

    private static final int SINGLE_STOCK_RULE = 100;
    private static final int LONGEST_NAME = 300;
    private static final Pattern SINGLE_STOCK = Pattern.compile(
            "\\b([A-Z]{1,5})\\s+(?i:(?:short\\s+)?option(?:s)?\\s+income|covered\\s+call|(?:option\\s+)?income\\s+strategy"
                    + "|yieldboost|option\\s+income\\s+strategy)\\b");

    /** Capitals that may precede these words and are not tickers. */
    private static final Set<String> NO_TICKER = Set.of(
            "ETF", "US", "USA", "AI", "ESG", "REIT", "MLP", "FX", "EM", "EAFE", "MSCI", "FTSE", "TSX", "NYSE", "CBOE",
            "CLO", "MBS", "IG", "HY", "ODTE", "DTE", "FUND", "BDC");

    private final List<EtfRule> rules;

    EtfClassifier(List<EtfRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Empty if no rule matches: then it is not a fund's name. */
    Optional<Classification> classify(String name) {
        String searched = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        Optional<Classification> singleStock = singleStock(searched);
        if (singleStock.isPresent()) {
            return singleStock;
        }
        String lowerCase = searched.toLowerCase(Locale.ROOT);
        return rules.stream()
                .filter(rule -> rule.words().matcher(lowerCase).find())
                .findFirst()
                .map(rule -> new Classification(rule.number(), rule.strategy(), rule.relatedFor(lowerCase)));
    }

    private static Optional<Classification> singleStock(String name) {
        Matcher matcher = SINGLE_STOCK.matcher(name);
        while (matcher.find()) {
            String ticker = matcher.group(1);
            if (!NO_TICKER.contains(ticker)) {
                return Optional.of(new Classification(SINGLE_STOCK_RULE, SINGLE_STOCK_OPTION_INCOME, ticker));
            }
        }
        return Optional.empty();
    }
}
