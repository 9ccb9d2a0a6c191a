package dev.exdate.sandbox.site.globenewswire;

import dev.exdate.sandbox.market.Market;
import dev.exdate.sandbox.market.Release;
import dev.exdate.sandbox.market.ReleaseArchive;
import dev.exdate.sandbox.site.SandboxAnswer;
import dev.exdate.sandbox.site.SandboxRequest;
import dev.exdate.sandbox.site.Site;
import dev.exdate.settings.SourceId;
import dev.exdate.source.globenewswire.GlobeNewswireSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The press-release service: the search for the issuer's name, its tag page, and each release. */
public final class GlobeNewswireSite implements Site {
    private static final Pattern SEARCH = Pattern.compile("(?:/en)?/search/(?:keyword|tag|organization)/([^/]+)/?");
    private static final Pattern RELEASE =
            Pattern.compile("/news-release/(\\d{4})/(\\d\\d)/(\\d\\d)/(\\d{1,12})/0/en/.*");
    private static final int PAGE_SIZE = 10;

    private final ReleaseArchive archive;
    private final GlobeNewswireText pages;

    public GlobeNewswireSite(Market market) {
        this.archive = new ReleaseArchive(market);
        this.pages = new GlobeNewswireText(market);
    }

    @Override
    public SourceId source() {
        return GlobeNewswireSource.ID;
    }

    @Override
    public boolean serves(String path) {
        return path.startsWith("/en/search/") || path.startsWith("/search/") || path.startsWith("/news-release/");
    }

    @Override
    public SandboxAnswer answer(SandboxRequest request) {
        if (request.fromRawProgram()) {
            return refusal(403);
        }
        Matcher search = SEARCH.matcher(request.path());
        if (search.matches()) {
            return SandboxAnswer.html(hits(search.group(1), request));
        }
        Matcher release = RELEASE.matcher(request.path());
        return release.matches() ? release(release) : refusal(404);
    }

    private String hits(String words, SandboxRequest request) {
        List<Release> all = words.toLowerCase(Locale.ROOT).contains("yieldmax") ? archive.recent() : List.of();
        int size = Math.max(1, request.parameters().number("pageSize", PAGE_SIZE));
        int page = Math.max(1, request.parameters().number("page", 1));
        long end = (long) page * size;
        List<Release> shown = all.stream().skip(end - size).limit(size).toList();
        return pages.list(shown, end < all.size() ? "?page=%d&amp;pageSize=%d".formatted(page + 1, size) : "");
    }

    private SandboxAnswer release(Matcher address) {
        LocalDate day = LocalDate.of(
                Integer.parseInt(address.group(1)),
                Integer.parseInt(address.group(2)),
                Integer.parseInt(address.group(3)));
        return archive.find(day, Long.parseLong(address.group(4)))
                .map(release -> SandboxAnswer.html(pages.release(release)))
                .orElseGet(() -> refusal(404));
    }
}
