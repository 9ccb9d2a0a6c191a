package dev.exdate.discovery;

import java.util.regex.Pattern;

/**
 * One classification rule.
 *
 * @param number stored with each result, so that a later version knows what to check again
 * @param words searched in the lower-cased name
 * @param related a symbol or {@code Multiple…}; {@link #BY_INDEX} where the name's index decides
 */
record EtfRule(int number, Pattern words, String strategy, String related) {
    /** SPY, QQQ or IWM if the name has the index, else {@code Multiple}. */
    static final String BY_INDEX = "by index";

    /** RSP if the name has the S&P 500, else {@code Multiple}. */
    static final String EQUAL_WEIGHT = "equal weight";

    static EtfRule of(int number, String words, String strategy, String related) {
        return new EtfRule(number, Pattern.compile(words), strategy, related);
    }

    String relatedFor(String lowerCaseName) {
        return switch (related) {
            case BY_INDEX ->
                lowerCaseName.contains("s&p")
                        ? "SPY"
                        : lowerCaseName.contains("nasdaq")
                                ? "QQQ"
                                : lowerCaseName.contains("russell") ? "IWM" : "Multiple";
            case EQUAL_WEIGHT -> lowerCaseName.contains("s&p 500") ? "RSP" : "Multiple";
            default -> related;
        };
    }
}
