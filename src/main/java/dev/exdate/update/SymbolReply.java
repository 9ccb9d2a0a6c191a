package dev.exdate.update;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.Distribution;
import dev.exdate.market.PriceBar;
import dev.exdate.market.PriceBars;
import dev.exdate.market.Split;
import dev.exdate.settings.SourceId;
import java.util.List;
import java.util.Optional;

/**
 * One source's answer about one symbol, by kind; only the requested kinds may be read. Dividends carry the amounts as
 * declared, prices are split-adjusted.
 *
 * @param held dividends that are left out, and why
 * @param rest bars that are believed although the prices as an answer are not
 */
record SymbolReply(
        SourceId source,
        Answer<PriceBar> prices,
        Answer<Distribution> dividends,
        Answer<Split> splits,
        List<HeldValue> held,
        PriceBars rest) {
    SymbolReply {
        held = List.copyOf(held);
    }

    SymbolReply(SourceId source, Answer<PriceBar> prices, Answer<Distribution> dividends, Answer<Split> splits) {
        this(source, prices, dividends, splits, List.of(), PriceBars.NONE);
    }

    /** With other dividends. */
    SymbolReply paying(Answer<Distribution> other, List<HeldValue> because) {
        return new SymbolReply(source, prices, other, splits, because, rest);
    }

    /** Its believed bars, if there are any, as its prices. */
    Optional<SymbolReply> ofRest() {
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new SymbolReply(source, new Answer.Rows<>(rest), dividends, splits, held, rest));
    }

    static SymbolReply nothing(SourceId source) {
        return new SymbolReply(source, Answer.nothing(), Answer.nothing(), Answer.nothing());
    }

    static SymbolReply failed(SourceId source, Failure failure, String message) {
        return new SymbolReply(
                source,
                Answer.failed(failure, message),
                Answer.failed(failure, message),
                Answer.failed(failure, message));
    }

    Answer<?> answer(DataKind kind) {
        return switch (kind) {
            case PRICES -> prices;
            case DIVIDENDS -> dividends;
            case SPLITS -> splits;
            case COMPANY -> throw new IllegalArgumentException("companies are not asked for one by one");
        };
    }
}
