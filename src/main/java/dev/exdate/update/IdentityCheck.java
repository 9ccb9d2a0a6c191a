package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.Distribution;
import dev.exdate.market.SymbolSpelling;
import dev.exdate.market.Ticker;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer is about the symbol that was asked for. An old name may be answered with another company's data.
 *
 * @param spelling the source's; two tickers may have one
 */
record IdentityCheck(SymbolSpelling spelling) {
    private static final String US_DOLLARS = "USD";

    /**
     * @param answered the symbol in the answer
     * @param currency as stated, null if not
     */
    Optional<String> objection(Ticker asked, Ticker answered, @Nullable String currency) {
        if (!spelling.of(answered).equals(spelling.of(asked))) {
            return Optional.of("asked for %s, the answer is about %s".formatted(asked, answered));
        }
        boolean foreign = asked.symbol().indexOf('.') > 0;
        return currency == null || foreign || currency.equals(US_DOLLARS)
                ? Optional.empty()
                : Optional.of("%s is answered in %s, expected %s".formatted(asked, currency, US_DOLLARS));
    }

    /** The answer, if all of its rows are the symbol's. */
    Answer<Distribution> checked(Ticker asked, Answer<Distribution> answer) {
        return answer.rowsOrEmpty().stream()
                .map(row -> objection(asked, row.ticker(), row.currency()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(message -> Answer.<Distribution>failed(Failure.OTHER_SYMBOL, message))
                .orElse(answer);
    }
}
