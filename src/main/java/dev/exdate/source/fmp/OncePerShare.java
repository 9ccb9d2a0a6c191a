package dev.exdate.source.fmp;

import dev.exdate.format.Answer;
import dev.exdate.format.Parser;
import dev.exdate.format.Payload;
import dev.exdate.market.Distribution;
import dev.exdate.market.Ticker;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calendar lists a preferred share in two spellings on one day ({@code ZZT-PC} and {@code ZZT^C}): that is one dividend. */
record OncePerShare(Parser<Distribution> all) implements Parser<Distribution> {
    private record Key(Ticker ticker, LocalDate exDate, BigDecimal amount) {}

    @Override
    public Answer<Distribution> parse(Payload payload) {
        return switch (all.parse(payload)) {
            case Answer.Rows<Distribution>(List<Distribution> rows) -> {
                Map<Key, Distribution> once = new LinkedHashMap<>();
                rows.forEach(row -> once.putIfAbsent(
                        new Key(row.ticker(), row.exDate(), row.amount().stripTrailingZeros()), row));
                yield new Answer.Rows<>(List.copyOf(once.values()));
            }
            case Answer<Distribution> other -> other;
        };
    }
}
