package dev.exdate.payment;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.market.Distribution;
import dev.exdate.market.Ticker;
import dev.exdate.truth.Statement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What sources have said before a test: symbols' payments with their dates, kept as the scrapers keep them. */
public final class Told {
    private final String source;
    private final List<Statement.Row> rows = new ArrayList<>();
    private final List<Statement> dates = new ArrayList<>();

    private Told(String source) {
        this.source = source;
    }

    public static Told by(String source) {
        return new Told(source);
    }

    /** @param facts amount, record, pay and declaration day, frequency, kind; {@code -} for none */
    public Told pays(String symbol, LocalDate exDate, String... facts) {
        rows.add(new Statement.Row(
                new Distribution(
                        new Ticker(symbol),
                        exDate,
                        day(facts, 1),
                        day(facts, 2),
                        day(facts, 3),
                        new BigDecimal(facts[0]),
                        null,
                        text(facts, 4),
                        null,
                        text(facts, 5)),
                Statement.Beside.NOTHING));
        return this;
    }

    public Told days(String symbol, LocalDate exDate, @Nullable LocalDate recordDate) {
        dates.add(Statement.ofDates(source, symbol, exDate, recordDate, null, null));
        return this;
    }

    public void to(TestDatabase database) throws Exception {
        List<Statement> all = new ArrayList<>(Statement.of(source, rows));
        all.addAll(dates);
        Reading reading = new Reading(source, "test", Reading.ALWAYS, all);
        database.inTransaction(handle -> new Statements(new CopyBulkWriter()).append(handle, List.of(reading)));
    }

    private static @Nullable String text(String[] facts, int at) {
        return facts.length > at && !facts[at].equals("-") ? facts[at] : null;
    }

    private static @Nullable LocalDate day(String[] facts, int at) {
        String text = text(facts, at);
        return text == null ? null : LocalDate.parse(text);
    }
}
