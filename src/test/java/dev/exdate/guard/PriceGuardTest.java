package dev.exdate.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.exdate.format.Answer;
import dev.exdate.format.Failure;
import dev.exdate.market.PriceBar;
import dev.exdate.market.Split;
import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import dev.exdate.source.yahoo.YahooSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceGuardTest {
    private static final LocalDate STORED = LocalDate.of(2026, 11, 18);
    private static final LocalDate NEW = STORED.plusDays(1);
    private static final TradingCalendar CALENDAR = new TradingCalendar();

    /** Seven closes of 10 up to {@link #STORED}, from Yahoo. */
    private static KnownPrices due(String source) {
        List<StoredBar> tail = sessions(STORED, 7).stream()
                .map(day -> new StoredBar(day, BigDecimal.TEN, BigDecimal.TEN))
                .toList();
        return new KnownPrices(new Ticker("ZZTA"), tail, source);
    }

    private static List<LocalDate> sessions(LocalDate last, int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = last; days.size() < count; day = CALENDAR.previousTradingDay(day)) {
            days.addFirst(day);
        }
        return days;
    }

    private static PriceBar bar(LocalDate day, String close) {
        BigDecimal price = new BigDecimal(close);
        return new PriceBar(day, price, price, price, price, price, BigDecimal.ONE);
    }

    private static List<PriceBar> bars(String past, String newest) {
        List<PriceBar> bars = new ArrayList<>();
        sessions(STORED, 6).forEach(day -> bars.add(bar(day, past)));
        bars.add(bar(NEW, newest));
        return bars;
    }

    private static Optional<Guard> doubt(Answer<PriceBar> answer, Split... splits) {
        return doubt(due("yahoo"), answer, splits);
    }

    private static Optional<Guard> doubt(KnownPrices known, Answer<PriceBar> answer, Split... splits) {
        return doubt(STORED, known, NEW, answer, splits);
    }

    private static Optional<Guard> doubt(
            LocalDate previous, KnownPrices known, LocalDate until, Answer<PriceBar> answer, Split... splits) {
        LocalDate from = known.tail().get(1).date();
        return new PriceGuard(previous, Limits.USUAL)
                .of(known, new PricesAnswered(YahooSource.ID, from, until, answer, List.of(splits)))
                .map(Violation::guard);
    }

    private static Split split(LocalDate day, int numerator, int denominator) {
        return new Split(day, BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "0.1", "20", "5", "100", "9.2", "10.1"})
    void aPastThatMovedAsOneWithoutASplitIsDoubted(String level) {
        assertThat(doubt(Answer.rowsOrNothing(bars(level, level)))).contains(Guard.PRICES);
    }

    @Test
    void onlyItsOwnSourceIsBoundToRounding() {
        assertThat(doubt(Answer.rowsOrNothing(bars("10.01", "10.01")))).isEmpty();
        assertThat(doubt(due("fmp"), Answer.rowsOrNothing(bars("9.2", "9.2")))).isEmpty();
        assertThat(doubt(due("fmp"), Answer.rowsOrNothing(bars("5", "5")))).contains(Guard.PRICES);
    }

    /** 1 for 12 at the source, where the prices show 1 for 20. */
    @Test
    void aSplitOfAnotherRatioExplainsNothing() {
        assertThat(doubt(Answer.rowsOrNothing(bars("200", "200")), split(NEW, 1, 12)))
                .contains(Guard.PRICES);
        assertThat(doubt(Answer.rowsOrNothing(bars("200", "200")), split(NEW, 1, 20)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1000, 1, 100", "1, 10, 1", "5, 2, 1", "6.67, 3, 2", "8.00, 5, 4", "0.4, 25, 1"})
    void aPastThatASplitMovedIsBelieved(String level, int numerator, int denominator) {
        assertThat(doubt(Answer.rowsOrNothing(bars(level, level)), split(NEW, numerator, denominator)))
                .isEmpty();
    }

    @Test
    void twoSplitsTogetherExplainThePastAndAnOldOneDoesNot() {
        Answer<PriceBar> answer = Answer.rowsOrNothing(bars("1", "1"));
        assertThat(doubt(answer, split(NEW, 2, 1), split(STORED, 5, 1))).isEmpty();
        assertThat(doubt(answer, split(STORED.minusYears(1), 10, 1))).contains(Guard.PRICES);
        assertThat(doubt(answer, split(NEW, 1, 10))).as("a split the other way").contains(Guard.PRICES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "0.5", "120", "290", "0.4", "10.01"})
    void aDayThatAMarketCanHaveIsBelieved(String close) {
        assertThat(doubt(Answer.rowsOrNothing(bars("10", close)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "0.1", "300", "0.3"})
    void aDayThatNoMarketHasIsDoubtedUnlessThereIsASplit(String close) {
        Answer<PriceBar> answer = Answer.rowsOrNothing(bars("10", close));
        assertThat(doubt(answer)).contains(Guard.PRICES);
        assertThat(doubt(answer, split(NEW, 1, 100))).isEmpty();
    }

    private static Set<LocalDate> doubted(List<PriceBar> bars) {
        LocalDate from = due("yahoo").tail().get(1).date();
        return new PriceGuard(STORED, Limits.USUAL)
                .of(due("yahoo"), new PricesAnswered(YahooSource.ID, from, NEW, Answer.rowsOrNothing(bars), List.of()))
                .map(Violation::doubted)
                .orElse(Set.of());
    }

    @Test
    void onlyTheDayThatLeapsIsDoubted() {
        List<PriceBar> bars = new ArrayList<>(bars("10", "1000"));
        LocalDate last = CALENDAR.nextTradingDay(NEW);
        bars.add(bar(last, "10.2"));
        assertThat(doubted(bars)).containsExactly(NEW);
        bars.set(7, bar(last, "1020"));
        assertThat(doubted(bars)).containsExactlyInAnyOrder(NEW, last);
    }

    /** A new day is in the unit of the stored day before it; those before the stored ones in that of the first. */
    @Test
    void ofAPastThatHasMovedOnlyTheMovedDaysAreDoubted() {
        List<PriceBar> bars = new ArrayList<>(bars("9.2", "10.1"));
        bars.set(5, bar(STORED, "10"));
        List<LocalDate> moved = bars.subList(0, 5).stream().map(PriceBar::date).toList();
        assertThat(doubted(bars)).containsExactlyInAnyOrderElementsOf(moved);
        LocalDate older = STORED.minusDays(60);
        bars.addFirst(bar(older, "9.2"));
        assertThat(doubted(bars)).hasSize(6).contains(older);
        assertThat(doubted(bars("9.2", "9.3"))).contains(NEW);
    }

    /** A ticker that another company has now gives other days, on whatever night that is seen. */
    @Test
    void aNightThatWasMissedLetsNothingIn() {
        List<PriceBar> others = new ArrayList<>();
        sessions(NEW.plusDays(20), 9).forEach(day -> others.add(bar(day, "12")));
        for (LocalDate previous : List.of(STORED, NEW.plusDays(20))) {
            assertThat(doubt(previous, due("yahoo"), NEW.plusDays(20), Answer.rowsOrNothing(others)))
                    .contains(Guard.SHORT);
        }
    }

    @Test
    void aCrashThatBeganAtTheOldPriceIsBelieved() {
        List<PriceBar> bars = new ArrayList<>(bars("10", "10"));
        BigDecimal close = new BigDecimal("0.05");
        bars.set(6, new PriceBar(NEW, BigDecimal.valueOf(4), BigDecimal.valueOf(5), close, close, close, null));
        assertThat(doubt(Answer.rowsOrNothing(bars))).isEmpty();
    }

    @Test
    void oneCorrectedDayIsBelieved() {
        List<PriceBar> bars = new ArrayList<>(bars("10", "10"));
        bars.set(2, bar(bars.get(2).date(), "1000"));
        assertThat(doubt(Answer.rowsOrNothing(bars))).isEmpty();
    }

    @Test
    void anAnswerThatEndsBeforeTheStoredDaysIsStale() {
        assertThat(doubt(Answer.rowsOrNothing(bars("10", "10").subList(0, 5)))).contains(Guard.STALE);
        assertThat(doubt(due("fmp"), Answer.rowsOrNothing(bars("10", "10").subList(0, 5))))
                .as("another source does not contradict itself")
                .isEmpty();
    }

    @Test
    void aRunForAnEarlierDayGetsAnEarlierAnswer() {
        KnownPrices due = due("yahoo");
        LocalDate day = STORED.minusDays(2);
        Answer<PriceBar> answer = Answer.rowsOrNothing(bars("10", "10").subList(0, 4));
        assertThat(doubt(day.minusDays(1), due, day, answer)).isEmpty();
    }

    @Test
    void everyOtherDayIsShortAndOneMissingDayIsNot() {
        List<PriceBar> bars = bars("10", "10");
        assertThat(doubt(Answer.rowsOrNothing(List.of(bars.get(1), bars.get(3), bars.get(5)))))
                .contains(Guard.SHORT);
        assertThat(doubt(Answer.rowsOrNothing(bars.subList(1, 7)))).isEmpty();
    }

    @Test
    void nothingAtAllIsShortWhileTheSymbolTradesAndTheEndAfterwards() {
        assertThat(doubt(Answer.nothing())).contains(Guard.SHORT);
        assertThat(doubt(Answer.failed(Failure.NOT_FOUND, "delisted"))).contains(Guard.SHORT);
        assertThat(doubt(Answer.failed(Failure.UNAVAILABLE, "busy"))).isEmpty();
        KnownPrices due = due("yahoo");
        assertThat(doubt(NEW, due, NEW, Answer.nothing())).isEmpty();
    }
}
