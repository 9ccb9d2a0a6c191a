package dev.exdate.sandbox.site.globenewswire;

import dev.exdate.market.Ticker;
import dev.exdate.sandbox.market.Chance;
import dev.exdate.sandbox.market.Listing;
import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Payout;
import dev.exdate.sandbox.market.Release;
import dev.exdate.sandbox.market.ReleaseArchive;
import dev.exdate.sandbox.market.ReleaseLayout;
import dev.exdate.sandbox.site.Html;
import dev.exdate.sandbox.site.UsDate;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The site of the press-release service: its list of releases and a release. */
final class GlobeNewswireText {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int GROUP_SIZE = 12;

    private final Market market;

    GlobeNewswireText(Market market) {
        this.market = market;
    }

    /**
     * A page of the search for the issuer's name; another company's release stands among the hits.
     *
     * @param next the address of the next page, empty on the last
     */
    String list(List<Release> releases, String next) {
        String hits = releases.stream().map(GlobeNewswireText::hit).collect(Collectors.joining("\n"));
        String other = """
                <li><div class="mainLink"><a data-autid="article-url" href="/news-release/%04d/%02d/%02d/2900001/0/en/Zedco-Reports-Results.html">Zedco Reports Results</a></div></li>
                """.formatted(market.today().getYear(), market.today().getMonthValue(), 1);
        String link = next.isEmpty() ? "" : "<a class=\"pagination-next\" href=\"" + next + "\">Next</a>";
        return Html.page(
                "Search results - GlobeNewswire",
                "<meta name=\"robots\" content=\"noindex\">",
                "<div class=\"results\"><ul class=\"list-unstyled\">\n" + hits + "\n" + other + "</ul>" + link
                        + "</div>");
    }

    private static String hit(Release release) {
        return """
                <li><div class="mainLink"><a data-autid="article-url" href="https://www.globenewswire.com%s">%s</a></div>\
                <div class="date-source"><span>%s ET</span> | Source: <a href="/search/organization/YieldMax">YieldMax ETFs</a></div></li>""".formatted(release.path(), Html.escaped(release.title()), UsDate.inWords(release.published()));
    }

    /** The release itself. */
    String release(Release release) {
        String published = release.published()
                .atTime(release.time())
                .atZone(NEW_YORK)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        return Html.page(
                release.title(),
                "<meta property=\"article:published_time\" content=\"" + published + "\">",
                "<article><h1 class=\"article-headline\">" + Html.escaped(release.title())
                        + "</h1>\n<div class=\"main-body-container article-body\" id=\"main-body-container\">\n"
                        + (release.payouts().isEmpty() ? news(release) : declaration(release)) + "\n</div></article>");
    }

    private static String news(Release release) {
        return """
                <p align="left">CHICAGO and MILWAUKEE and NEW YORK, %s (GLOBE NEWSWIRE) -- YieldMax%s ETFs today announced \
                news of its funds. No distribution is declared in this release.</p>
                <p>Contact: info@example.com</p>""".formatted(UsDate.inWords(release.published()), ReleaseArchive.sign(release.published()));
    }

    private String declaration(Release release) {
        Payout first = release.payouts().getFirst();
        boolean groups = ReleaseLayout.of(release.published()) == ReleaseLayout.GROUPS;
        int group = 1 + Chance.of(2, "group", first.exDate());
        String dates =
                groups ? """
                <p>Group %d Distribution Announcement<br>Ex. &amp; Record Date: %s<br>Payment Date: %s</p>
                """.formatted(group, UsDate.inWords(first.exDate()), UsDate.ordinal(first.payDate())) : "";
        String correction = release.isCorrection()
                ? "<p>This release corrects and replaces the one of this morning: the distribution per share of one"
                        + " fund was stated wrongly.</p>\n"
                : "";
        return """
                <p align="left">CHICAGO and MILWAUKEE and NEW YORK, %s (GLOBE NEWSWIRE) -- YieldMax%s ETFs today announced \
                distributions for the YieldMax%s ETFs listed in the table below.</p>
                """.formatted(
                                UsDate.inWords(release.published()),
                                ReleaseArchive.sign(release.published()),
                                ReleaseArchive.sign(release.published()))
                + correction
                + dates
                + new ReleaseTable(market, release).html()
                + after(release.published());
    }

    private String after(LocalDate published) {
        List<String> funds = market.listings().stream()
                .filter(listing -> listing.kind() == Listing.Kind.OPTION_FUND)
                .map(Listing::ticker)
                .map(Ticker::symbol)
                .limit(2 * GROUP_SIZE)
                .toList();
        int half = funds.size() / 2;
        return """

                <p><i>Performance data quoted represents past performance and is no guarantee of future results.</i></p>
                <p><sup>1</sup> All funds have a gross expense ratio of 0.99%%.<br><sup>2</sup> The Distribution Rate shown is \
                as of close on %s.</p>
                <p>Next week's scheduled announcements:<br>Group 1: %s<br>Group 2: %s</p>""".formatted(
                        UsDate.inWords(published.minusDays(1)),
                        String.join(", ", funds.subList(0, half)),
                        String.join(", ", funds.subList(half, funds.size())));
    }
}
