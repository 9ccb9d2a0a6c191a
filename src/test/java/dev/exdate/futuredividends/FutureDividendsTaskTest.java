package dev.exdate.futuredividends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.Ticker;
import dev.exdate.payment.Told;
import dev.exdate.settings.SourceId;
import dev.exdate.source.nasdaq.NasdaqSource;
import dev.exdate.task.RecordingLog;
import dev.exdate.task.TaskFailed;
import dev.exdate.task.TaskOptions;
import dev.exdate.task.TaskOutcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FutureDividendsTaskTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 20);
    private static final String TABLE =
            "SELECT symbol, ex_date, amount, payment_date, source FROM public.raw_future_dividends ORDER BY symbol, ex_date";

    private final RecordingLog log = new RecordingLog();
    private TestDatabase database;

    @BeforeEach
    void fill() {
        database = TestDatabase.fresh();
        database.execute("""
                INSERT INTO public.raw_future_dividends (symbol, ex_date, amount, payment_date, source, updated_at) VALUES
                    ('PAST', '2026-01-19', 1.0, NULL, NULL, '2020-01-01Z'),
                    ('SAME', '2026-01-21', 0.25, '2026-02-01', 'Nasdaq', '2020-01-01Z'),
                    ('MORE', '2026-01-22', 0.5, NULL, 'Nasdaq', '2020-01-01Z'),
                    ('GONE', '2026-01-23', 0.5, NULL, 'FMP', '2020-01-01Z'),
                    ('MINE', '2026-01-23', 0.7, NULL, 'AlphaVantage', '2020-01-01Z'),
                    ('LATE', '2026-06-01', 0.7, NULL, 'Nasdaq', '2020-01-01Z')
                """);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void theWindowIsReplacedAndWhatLeavesItMovesToHistory() throws Exception {
        TaskOutcome outcome = run(
                dividend("SAME", "2026-01-21", "0.25", "2026-02-01"),
                dividend("MORE", "2026-01-22", "0.55", "2026-02-03"),
                dividend("NEW", "2026-01-20", "0.1", null));

        assertThat(database.rows(TABLE))
                .containsExactly(
                        "LATE|2026-06-01|0.7|-|Nasdaq",
                        "MINE|2026-01-23|0.7|-|AlphaVantage",
                        "MORE|2026-01-22|0.55|2026-02-03|Nasdaq",
                        "NEW|2026-01-20|0.1|-|Nasdaq",
                        "SAME|2026-01-21|0.25|2026-02-01|Nasdaq");
        assertThat(
                        database.rows(
                                "SELECT symbol, ex_date, amount, source, reason, moved_at FROM exdate.future_dividend_history ORDER BY 1"))
                .containsExactly(
                        "GONE|2026-01-23|0.5|FMP|withdrawn|2026-01-21 03:00:00+00",
                        "PAST|2026-01-19|1.0|-|past|2026-01-21 03:00:00+00");
        assertThat(database.value(
                        "SELECT updated_at = '2020-01-01Z' FROM public.raw_future_dividends WHERE symbol = 'SAME'"))
                .as("an unchanged row is not touched")
                .isEqualTo("t");
        assertThat(((TaskOutcome.Succeeded) outcome).tally().words())
                .isEqualTo("asked 91, read 3, new 1, changed 2, same 1, failed 0");
    }

    @Test
    void onlyTheNamedSymbolsAreReplacedAndUnknownOnesNamed() throws Exception {
        database.execute("INSERT INTO public.raw_stocks (symbol) VALUES ('MORE'), ('GONE')");
        TaskOptions options =
                TaskOptions.ofTheRun(DAY).only(Set.of(Ticker.of("MORE"), Ticker.of("GONE"), Ticker.of("QQQQ")));
        TaskOutcome outcome = task(new Days(
                        List.of(
                                dividend("SAME", "2026-01-21", "0.99", "2026-02-01"),
                                dividend("MORE", "2026-01-22", "0.55", "2026-02-03"),
                                dividend("NEW", "2026-01-20", "0.1", null)),
                        null))
                .run(log.context(options));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        TaskOutcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo("unknown symbol QQQQ (none is similar; `exdate discover` loads new symbols);"
                                        + " all else was done"));
        assertThat(database.rows(TABLE))
                .contains("MORE|2026-01-22|0.55|2026-02-03|Nasdaq", "SAME|2026-01-21|0.25|2026-02-01|Nasdaq")
                .noneMatch(row -> row.startsWith("GONE") || row.startsWith("NEW"));
    }

    @Test
    void whatTheCalendarLeavesOutComesFromTheAnnouncements() throws Exception {
        Told.by("snowball")
                .pays("SAME", LocalDate.parse("2026-01-21"), "0.25", "-", "2026-03-01", "2026-01-19", "Weekly")
                .pays("MORE", LocalDate.parse("2026-01-22"), "9", "-", "-", "2026-01-19", "Weekly")
                .to(database);
        FutureDividend[] listed = {
            dividend("SAME", "2026-01-21", "0.25", "2026-02-01"), dividend("MORE", "2026-01-22", "0.55", "2026-02-03")
        };
        run(listed);
        String sql = "SELECT symbol, declaration_date, payment_date, frequency, xmin FROM raw_future_dividends"
                + " WHERE symbol IN ('SAME', 'MORE') ORDER BY 1";
        List<String> first = database.rows(sql);
        assertThat(first.get(0)).startsWith("MORE|-|2026-02-03|-|");
        assertThat(first.get(1)).startsWith("SAME|2026-01-19|2026-02-01|Weekly|");
        run(listed);
        assertThat(database.rows(sql)).isEqualTo(first);
    }

    @Test
    void issuersAndNoticesSayWhatLiesAheadToo() throws Exception {
        LocalDate exDate = LocalDate.parse("2026-01-28");
        Told.by("cboe").pays("WEEK", exDate, "0.233034", "-", "2026-01-29").to(database);
        Told.by("yieldmax")
                .pays("SAME", LocalDate.parse("2026-01-21"), "0.2512")
                .to(database);
        run(dividend("SAME", "2026-01-21", "0.25", "2026-02-01"));
        assertThat(database.rows(TABLE))
                .contains("WEEK|2026-01-28|0.233034|2026-01-29|cboe", "SAME|2026-01-21|0.2512|2026-02-01|yieldmax");
    }

    @Test
    void oneFailedDayLeavesTheTableAsItWas() {
        List<String> before = database.rows(TABLE);

        assertThatThrownBy(() -> task(new Days(
                                List.of(dividend("NEW", "2026-01-20", "0.1", null)), LocalDate.of(2026, 2, 3)))
                        .run(log.context(DAY)))
                .isInstanceOf(TaskFailed.class)
                .hasMessage(
                        "Nasdaq's calendar could not be read for 2026-02-03: unavailable: HTTP 503; the table is unchanged");

        assertThat(database.rows(TABLE)).isEqualTo(before);
    }

    @Test
    void anImplausiblySmallCalendarIsRefused() {
        database.execute("""
                INSERT INTO public.raw_future_dividends (symbol, ex_date, amount, source)
                SELECT 'ZZ' || i, date '2026-02-01', 1, 'Nasdaq' FROM generate_series(1, 98) i
                """);
        List<String> before = database.rows(TABLE);

        assertThatThrownBy(() -> run(some(50)))
                .hasMessage(
                        "held back (short): Nasdaq lists 50 dividends from 2026-01-20 to 2026-04-20; 51 of 100 stored"
                                + " dividends are missing. Stored data unchanged. If the source is right: --accept=short");
        assertThatThrownBy(this::run).hasMessageContaining("lists no dividend at all");
        assertThat(database.rows(TABLE)).isEqualTo(before);
    }

    @Test
    void twoAmountsForOneExDateAreSaidAndTheirSumIsStored() throws Exception {
        run(
                dividend("SAME", "2026-01-21", "0.25", "2026-02-01"),
                dividend("SAME", "2026-01-21", "0.250", "2026-02-01"),
                dividend("SAME", "2026-01-21", "1.5", "2026-02-01"),
                dividend("MORE", "2026-01-22", "0.5", null));

        assertThat(database.value("SELECT amount FROM public.raw_future_dividends WHERE symbol = 'SAME'"))
                .isEqualTo("1.750");
        assertThat(log.lines())
                .filteredOn(line -> line.contains("is listed with"))
                .containsExactly("⚠️  SAME 2026-01-21 is listed with 0.250 and 1.5; their sum is stored");
    }

    @Test
    void aDayWithoutItsDividendsIsAskedForAgain() throws Exception {
        FutureDividend[] listed = {
            dividend("SAME", "2026-01-21", "0.25", "2026-02-01"), dividend("MORE", "2026-01-22", "0.5", null)
        };
        AtomicInteger asked = new AtomicInteger();
        DividendCalendar forgetful = new DividendCalendar() {
            private final Days days = new Days(List.of(listed), null);

            @Override
            public String name() {
                return days.name();
            }

            @Override
            public SourceId source() {
                return days.source();
            }

            @Override
            public List<Span> spans(LocalDate first, LocalDate last) {
                return days.spans(first, last);
            }

            @Override
            public Answer<FutureDividend> of(Span span) {
                boolean first = span.first().equals(LocalDate.of(2026, 1, 22)) && asked.getAndIncrement() == 0;
                return first ? Answer.nothing() : days.of(span);
            }
        };
        task(forgetful).run(log.context(DAY));

        assertThat(database.rows(TABLE)).contains("MORE|2026-01-22|0.5|-|Nasdaq");
        assertThat(database.rows("SELECT symbol FROM exdate.future_dividend_history WHERE reason = 'withdrawn'"))
                .containsExactly("GONE");
    }

    @Test
    void aHundredfoldAmountStaysOutsideAndTheRowThatIsThereStays() throws Exception {
        database.execute("INSERT INTO raw_dividends (symbol, ex_date, amount)"
                + " SELECT 'NEW', date '2026-01-01' - 91 * n, 0.1 FROM generate_series(0, 5) n");
        FutureDividend[] listed = some(12);
        listed[0] = dividend("SAME", "2026-01-21", "25", "2026-02-01");
        listed[1] = dividend("NEW", "2026-01-26", "10", null);
        TaskOutcome outcome = run(listed);

        assertThat(database.rows(TABLE))
                .contains("SAME|2026-01-21|0.25|2026-02-01|Nasdaq")
                .noneMatch(row -> row.startsWith("NEW|"));
        assertThat(log.lines())
                .anyMatch(
                        line -> line.contains("held back (amounts): SAME: amount 25 on 2026-01-21, but 0.25 is stored"))
                .anyMatch(line -> line.contains("held back (amounts): NEW: amount 10 on 2026-01-26, but usually 0.1"));
        assertThat(((TaskOutcome.Succeeded) outcome).tally().failed()).isEqualTo(2);
    }

    private TaskOutcome run(FutureDividend... dividends) throws Exception {
        return task(new Days(List.of(dividends), null)).run(log.context(DAY));
    }

    private FutureDividendsTask task(DividendCalendar calendar) {
        Clock clock = Clock.fixed(Instant.parse("2026-01-21T03:00:00Z"), ZoneOffset.UTC);
        return new FutureDividendsTask(List.of(calendar), database, new CopyBulkWriter(), clock);
    }

    private static FutureDividend[] some(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> dividend("ZZ" + i, "2026-02-01", "1", null))
                .toArray(FutureDividend[]::new);
    }

    private static FutureDividend dividend(String symbol, String exDate, String amount, String payment) {
        return new FutureDividend(
                Ticker.of(symbol),
                LocalDate.parse(exDate),
                List.of(new BigDecimal(amount)),
                null,
                payment == null ? null : LocalDate.parse(payment),
                null,
                null,
                null,
                null,
                "Nasdaq");
    }

    /** A calendar a day a span, with one day perhaps failing. */
    private record Days(List<FutureDividend> all, LocalDate failing) implements DividendCalendar {
        @Override
        public String name() {
            return "Nasdaq";
        }

        @Override
        public SourceId source() {
            return NasdaqSource.ID;
        }

        @Override
        public List<Span> spans(LocalDate first, LocalDate last) {
            return first.datesUntil(last.plusDays(1))
                    .map(day -> new Span(day, day))
                    .toList();
        }

        @Override
        public Answer<FutureDividend> of(Span span) {
            if (span.first().equals(failing)) {
                return Answer.failed(Failure.UNAVAILABLE, "HTTP 503");
            }
            return Answer.rowsOrNothing(
                    all.stream().filter(it -> it.exDate().equals(span.first())).toList());
        }
    }
}
