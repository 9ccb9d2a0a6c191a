package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import dev.exdate.source.globenewswire.GlobeNewswireSource;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All releases of the made-up market: one per declaration day, and since October 2025 one for each ex-date in it.
 * Sometimes the first release has a wrong amount and a correction follows. Between them is news without declarations.
 */
public final class ReleaseArchive {
    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final LocalTime LATE_MORNING = LocalTime.of(11, 15);
    private static final int DAYS_LISTED = 120;
    private static final long FIRST_ID = 3_000_000;
    private static final int IDS_A_DAY = 20;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final int NAMED_IN_TITLE = 3;

    private final Market market;

    public ReleaseArchive(Market market) {
        this.market = market;
    }

    /** Newest first. */
    public List<Release> recent() {
        List<Release> releases = new ArrayList<>();
        for (int back = 0; back <= DAYS_LISTED; back++) {
            releases.addAll(publishedOn(market.today().minusDays(back)).reversed());
        }
        return releases;
    }

    public Optional<Release> find(LocalDate day, long id) {
        return publishedOn(day).stream().filter(release -> release.id() == id).findFirst();
    }

    /** Oldest first. */
    List<Release> publishedOn(LocalDate day) {
        List<Release> releases = new ArrayList<>();
        if (day.isAfter(market.today()) || day.isBefore(FIRST_DAY)) {
            return releases;
        }
        for (List<Payout> group : groups(day)) {
            boolean wrongFirst = group.size() > 1 && Chance.oneIn(5, "misprint", day);
            String title = title(day, group);
            releases.add(release(
                    day,
                    releases.size(),
                    MORNING,
                    title,
                    group,
                    wrongFirst ? group.getFirst().ticker() : null));
            if (wrongFirst) {
                releases.add(release(day, releases.size(), LATE_MORNING, "CORRECTION - " + title, group, null));
            }
        }
        news(day).ifPresent(title -> releases.add(release(day, releases.size(), LATE_MORNING, title, List.of(), null)));
        return releases;
    }

    private Collection<List<Payout>> groups(LocalDate day) {
        boolean oneExDateEach = ReleaseLayout.of(day) == ReleaseLayout.GROUPS;
        Map<String, List<Payout>> groups = market.payoutsDeclaredOn(day).stream()
                .filter(payout -> payout.sources().contains(GlobeNewswireSource.ID))
                .collect(Collectors.groupingBy(
                        payout -> oneExDateEach ? payout.exDate() + " " + payout.payDate() : "",
                        TreeMap::new,
                        Collectors.toList()));
        return groups.values();
    }

    private static Release release(
            LocalDate day,
            int number,
            LocalTime time,
            String title,
            List<Payout> payouts,
            @Nullable Ticker misprinted) {
        long id = FIRST_ID + (day.toEpochDay() - FIRST_DAY.toEpochDay()) * IDS_A_DAY + number;
        return new Release(id, day, time.plusMinutes(number), title, payouts, misprinted);
    }

    private static String title(LocalDate day, List<Payout> group) {
        String named = group.stream()
                .limit(NAMED_IN_TITLE)
                .map(payout -> payout.ticker().symbol())
                .collect(Collectors.joining(", "));
        String others = group.size() > NAMED_IN_TITLE ? ", and Others" : "";
        return "YieldMax%s ETFs Announces %sDistributions on %s%s"
                .formatted(sign(day), ReleaseLayout.of(day) == ReleaseLayout.GROUPS ? "Weekly " : "", named, others);
    }

    private static Optional<String> news(LocalDate day) {
        if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            return Optional.empty();
        }
        return switch (Chance.of(8, "news", day)) {
            case 0 -> Optional.of("YieldMax" + sign(day) + " Launches New Option Income Strategy ETF");
            case 1 -> Optional.of("YieldMax" + sign(day) + " ETFs Surpasses $10 Billion Milestone");
            case 2 -> Optional.of("YieldMax" + sign(day) + " ETFs to Change the Schedule of Its Distributions");
            default -> Optional.empty();
        };
    }

    /** The trademark sign after the issuer's name: changed in 2025. */
    public static String sign(LocalDate day) {
        return day.getYear() < 2025 ? "™" : "®";
    }
}
