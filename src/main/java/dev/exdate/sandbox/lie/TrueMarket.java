package dev.exdate.sandbox.lie;

import dev.exdate.market.Ticker;
import dev.exdate.market.TradingCalendar;
import dev.exdate.sandbox.market.Bar;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.PayoutIndex;
import dev.exdate.sandbox.market.Position;
import dev.exdate.sandbox.market.StockSplit;
import dev.exdate.settings.SourceId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The market as it is, whatever its sources tell of it. */
public final class TrueMarket implements Market {
    /** Of enough symbols for a night's questions about all of them. */
    private static final int KEPT = 4096;

    private final Market plain;
    private final Disagreement disagreement;
    private final Happenings happenings;
    private final List<Liar> liars;
    private final Map<Ticker, Told> told = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ticker, Told> eldest) {
            return size() > KEPT;
        }
    });
    private final Departures departures;
    private final List<Listing> listed;
    private final SplitLiar splitLiar;
    private final CloseLiar closeLiar;
    private final Redirections redirections;
    private final ExDateDrops drops;
    private final PayoutIndex byExDate = new PayoutIndex(this, Payout::exDate);
    private final PayoutIndex byDeclaration = new PayoutIndex(this, Payout::declared);

    public TrueMarket(Market plain, Disagreement disagreement) {
        TradingCalendar calendar = new TradingCalendar();
        this.plain = plain;
        this.disagreement = disagreement;
        this.happenings =
                new Happenings(disagreement, new TrueSplits(disagreement, calendar), new Rhythms(disagreement));
        this.liars = List.of(
                new SeveralADay(disagreement),
                new Corrections(disagreement),
                new ChangedPlans(disagreement, calendar),
                new ErringSources(disagreement, calendar));
        this.splitLiar = new SplitLiar(disagreement, calendar);
        this.closeLiar = new CloseLiar(disagreement);
        this.redirections = new Redirections(disagreement, plain.listings());
        this.departures = new Departures(disagreement);
        this.listed = plain.listings().stream()
                .filter(listing -> !departures.lastDay(listing).isBefore(plain.today()))
                .toList();
        this.drops = new ExDateDrops(disagreement.has(LieKind.DROP));
    }

    /** The market as a source tells it. */
    public Market toldBy(SourceId source) {
        return new ToldMarket(this, source, new Rounding(disagreement, source));
    }

    /** Whether some sources state its amounts in euros. */
    boolean isForeign(Ticker ticker) {
        return disagreement.strikes(LieKind.FOREIGN, LieKind.FOREIGN.rate(), ticker);
    }

    Told told(Ticker ticker) {
        return listing(ticker).map(this::told).orElseThrow(() -> new IllegalArgumentException("no listing " + ticker));
    }

    private Told told(Listing listing) {
        Told known = told.get(listing.ticker());
        if (known == null) {
            Story story = happenings.of(listing, plain.payouts(listing.ticker()));
            known = new Told(
                    story,
                    liars.stream().flatMap(liar -> liar.about(story).stream()).toList(),
                    splitLiar.about(splits(listing.ticker(), story)),
                    closeLiar.about(story),
                    redirections.about(listing));
            told.put(listing.ticker(), known);
        }
        return known;
    }

    @Override
    public LocalDate today() {
        return plain.today();
    }

    @Override
    public List<Listing> listings() {
        return listed;
    }

    @Override
    public List<Listing> known() {
        return plain.listings();
    }

    @Override
    public Optional<Listing> listing(Ticker ticker) {
        return plain.listing(ticker);
    }

    @Override
    public List<Payout> payouts(Ticker ticker) {
        return listing(ticker).map(listing -> told(listing).story().paid()).orElse(List.of());
    }

    @Override
    public List<Payout> payoutsExOn(LocalDate day) {
        return byExDate.on(day);
    }

    @Override
    public List<Payout> payoutsDeclaredOn(LocalDate day) {
        return byDeclaration.on(day);
    }

    @Override
    public List<StockSplit> splits(Ticker ticker) {
        return listing(ticker)
                .map(listing -> splits(ticker, told(listing).story()))
                .orElse(List.of());
    }

    private List<StockSplit> splits(Ticker ticker, Story story) {
        return Stream.concat(plain.splits(ticker).stream(), story.splits().stream())
                .filter(split -> !split.date().isAfter(today()))
                .sorted(Comparator.comparing(StockSplit::date))
                .toList();
    }

    @Override
    public List<Bar> bars(Ticker ticker, LocalDate from, LocalDate to) {
        Optional<Listing> listing = listing(ticker);
        if (listing.isEmpty()) {
            return List.of();
        }
        Story story = told(listing.get()).story();
        List<Bar> all = TrueSplits.inSharesOf(
                plain.bars(ticker, LocalDate.MIN, earlier(today(), departures.lastDay(listing.get()))),
                TrueSplits.factor(story.splits(), today()));
        return drops.applied(all, story.paid(), splits(ticker, story)).stream()
                .filter(bar -> !bar.date().isBefore(from) && !bar.date().isAfter(to))
                .toList();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public List<Position> holdings(Ticker ticker) {
        return plain.holdings(ticker);
    }

    @Override
    public Market dayBefore() {
        return new TrueMarket(plain.dayBefore(), disagreement);
    }
}
