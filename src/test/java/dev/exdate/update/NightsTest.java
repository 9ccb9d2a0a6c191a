package dev.exdate.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.database.TestDatabase;
import dev.exdate.database.bulk.CopyBulkWriter;
import dev.exdate.guard.Overrides;
import dev.exdate.market.TradingCalendar;
import dev.exdate.payment.Told;
import dev.exdate.sandbox.Sandbox;
import dev.exdate.sandbox.SandboxOptions;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.MadeUpMarket;
import dev.exdate.sandbox.market.Market;
import dev.exdate.source.nasdaq.NasdaqClient;
import dev.exdate.task.RecordingLog;
import dev.exdate.testing.Truth;
import dev.exdate.web.HttpWeb;
import dev.exdate.web.TestWeb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nights in a row over the sandbox: mostly newest closes, and yet the tables are the truth after each. */
class NightsTest {
    private static final int SYMBOLS = 40;
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 13);

    /** The sandbox's history loses a month on some nights; those before are left out. */
    private static final LocalDate COMPARED = LocalDate.of(2025, 10, 1);

    private static final TradingCalendar CALENDAR = new TradingCalendar();

    private final Map<LocalDate, Market> markets = new HashMap<>();
    private final RecordingLog log = new RecordingLog();
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        for (Listing listing : market(FIRST).listings()) {
            database.execute("INSERT INTO raw_stocks (symbol) VALUES ('" + listing.ticker() + "')");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Market market(LocalDate day) {
        return markets.computeIfAbsent(day, today -> MadeUpMarket.of(SYMBOLS, 1, today));
    }

    /** As the scrapers do in the phase before. */
    private void announce(LocalDate day) throws Exception {
        Market market = market(day);
        Told told = Told.by("nasdaq");
        market.listings().stream()
                .flatMap(listing -> market.payouts(listing.ticker()).stream())
                .filter(payout -> payout.exDate().isAfter(day.minusDays(10)))
                .forEach(payout -> told.pays(
                        payout.ticker().symbol(),
                        payout.exDate(),
                        payout.amount().toPlainString()));
        told.to(database);
    }

    /** The requests of one evening's update, by the first words of their paths. */
    private Map<String, Long> update(LocalDate day, String faults) throws Exception {
        announce(day);
        try (Sandbox sandbox =
                Sandbox.start(new SandboxOptions(0, SYMBOLS, 1, Duration.ZERO, faults, Optional.empty(), day))) {
            Instant now = day.atTime(22, 0).atZone(TradingCalendar.NEW_YORK).toInstant();
            try (HttpWeb web = TestWeb.at(sandbox.address(), Map.of())) {
                new UpdateTask(
                                TestSources.of(web),
                                new CompanyScreener(new NasdaqClient(web), database),
                                database,
                                new CopyBulkWriter(),
                                CALENDAR,
                                Clock.fixed(now, ZoneOffset.UTC))
                        .run(log.context(now, day, Overrides.NONE));
            }
            return new Truth(sandbox.address())
                    .requests().stream()
                            .map(row -> String.join(",", row))
                            .filter(row -> row.contains("/finance/"))
                            .collect(Collectors.groupingBy(
                                    row -> row.contains("/spark") ? "spark" : "chart", Collectors.counting()));
        }
    }

    /** Volume, open, high and low may be unknown, but never wrong. */
    private void isTrue(LocalDate day) {
        Market market = market(day);
        List<String> bars = market.listings().stream()
                .flatMap(listing -> market.bars(listing.ticker(), COMPARED, day).stream()
                        .map(bar -> listing.ticker() + "|" + bar.date() + "|"
                                + Truth.plain(bar.close().toPlainString()) + "|"
                                + Truth.plain(bar.adjClose().toPlainString())))
                .sorted()
                .toList();
        isEqual(
                "SELECT symbol, date, trim_scale(close), trim_scale(adj_close) FROM raw_stock_prices WHERE date >= '"
                        + COMPARED + "'",
                bars,
                "closes of " + day);
        String whole = market.listings().stream()
                .flatMap(listing -> market.bars(listing.ticker(), day.minusDays(40), day).stream()
                        .map(bar -> "('" + listing.ticker() + "','" + bar.date() + "'::date," + bar.open() + ","
                                + bar.high() + "," + bar.low() + "," + bar.volume() + ")"))
                .collect(Collectors.joining(","));
        assertThat(database.rows("SELECT p.symbol, p.date FROM raw_stock_prices p JOIN (VALUES " + whole
                        + ") t (symbol, date, open, high, low, volume) USING (symbol, date)"
                        + " WHERE p.open <> t.open OR p.high <> t.high OR p.low <> t.low OR p.volume <> t.volume"))
                .as("parts of bars of " + day)
                .isEmpty();
        List<String> paid = market.listings().stream()
                .flatMap(listing -> market.payouts(listing.ticker()).stream())
                .filter(payout -> payout.amount().signum() > 0
                        && !payout.exDate().isBefore(COMPARED)
                        && !payout.exDate().isAfter(day))
                .map(payout -> payout.ticker() + "|" + payout.exDate() + "|"
                        + Truth.plain(payout.amount().toPlainString()))
                .sorted()
                .toList();
        isEqual(
                "SELECT symbol, ex_date, trim_scale(amount) FROM raw_dividends WHERE ex_date >= '" + COMPARED + "'",
                paid,
                "dividends of " + day);
        isEqual(
                "SELECT symbol, split_date FROM raw_stock_splits WHERE split_date >= '" + COMPARED + "'",
                market.listings().stream()
                        .flatMap(listing -> market.splits(listing.ticker()).stream()
                                .filter(split -> !split.date().isBefore(COMPARED))
                                .map(split -> listing.ticker() + "|" + split.date()))
                        .toList(),
                "splits of " + day);
    }

    private void isEqual(String sql, List<String> truth, String what) {
        List<String> stored = database.rows(sql);
        Set<String> wrong = new TreeSet<>(stored);
        truth.forEach(wrong::remove);
        Set<String> missing = new TreeSet<>(truth);
        stored.forEach(missing::remove);
        assertThat(wrong).as("wrong " + what).isEmpty();
        assertThat(missing).as("missing " + what).isEmpty();
    }

    @Test
    void threeWeeksOfNightsAreTrueEachNightAndWholeInTime() throws Exception {
        update(FIRST, "");
        isTrue(FIRST);
        long requests = 0;
        int nights = 0;
        for (LocalDate day = FIRST.plusDays(2); day.isBefore(FIRST.plusWeeks(3)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() == 6 || day.equals(LocalDate.of(2026, 11, 24))) {
                continue; // no run on Saturdays, nor on one Tuesday
            }
            requests +=
                    update(day, "").values().stream().mapToLong(Long::longValue).sum();
            nights++;
            isTrue(CALENDAR.isTradingDay(day) ? day : CALENDAR.previousTradingDay(day));
            assertThat(update(day, "")).as("the same again on " + day).isEmpty();
            assertThat(database.rows(
                            "SELECT p.symbol, min(p.date) FROM raw_stock_prices p WHERE open IS NULL AND date < '"
                                    + day.minusDays(8)
                                    + "' AND EXISTS (SELECT FROM raw_dividends d WHERE d.symbol = p.symbol"
                                    + " AND ex_date > '" + day.minusDays(400) + "') GROUP BY 1"))
                    .as("bars of payers that are not whole after a week, on " + day)
                    .isEmpty();
        }
        assertThat(log.text()).as("bars that are not whole are said").contains("lack open, high or low");
        assertThat(requests / nights)
                .as("requests a night for " + SYMBOLS + " symbols")
                .isLessThan(SYMBOLS * 7 / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yahoo/v7/finance/spark=html",
                "yahoo/v7/finance/spark=layout",
                "yahoo/v7/finance/spark=short",
                "yahoo/v7/finance/spark=half",
                "yahoo/v7/finance/spark=yesterday",
                "yahoo/v7/finance/spark=prices:1.01"
            })
    void whenTheNewestClosesAreWrongOrMissingTheChartsAnswer(String fault) throws Exception {
        update(FIRST, "");
        LocalDate next = FIRST.plusDays(3);
        assertThat(update(next, fault))
                .hasEntrySatisfying(
                        "chart",
                        charts -> assertThat(charts)
                                .isGreaterThanOrEqualTo(fault.endsWith("short") ? SYMBOLS / 2 : SYMBOLS - 2));
        isTrue(next);
        assertThat(database.value("SELECT count(*) FROM raw_stock_prices WHERE open IS NULL"))
                .isEqualTo("0");
    }
}
