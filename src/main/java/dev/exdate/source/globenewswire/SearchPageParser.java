package dev.exdate.source.globenewswire;

import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.DateText;
import dev.exdate.format.Failure;
import dev.exdate.format.HtmlPage;
import dev.exdate.format.Payload;
import dev.exdate.format.PlainText;
import dev.exdate.format.UnreadableCell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page of the press service's search ({@code /en/search/keyword/yieldmax}, as seen until autumn 2026): links to
 * releases, in English and on its own host only, those of other companies too.
 */
final class SearchPageParser implements BodyParser<ReleaseLink> {
    private static final Pattern LINK = Pattern.compile("(?:https?://(?:www\\.)?globenewswire\\.com)?"
            + "((?:/[a-z]{2})?/news-release/(\\d{4})/(\\d{2})/(\\d{2})/(\\d{1,18})/\\d{1,9}/en/[^?#]*)(?:[?#].*)?");
    private static final String NOT_IN_A_PATH = "[^A-Za-z0-9/._~%&'()*+,;=:@!$-]";

    @Override
    public Answer<ReleaseLink> parseBody(Payload payload) {
        return HtmlPage.read(payload)
                .map(SearchPageParser::read)
                .orElseGet(() -> Answer.failed(Failure.MALFORMED, "incomplete or invalid HTML"));
    }

    private static Answer<ReleaseLink> read(Document page) {
        Map<String, ReleaseLink> found = new LinkedHashMap<>();
        for (Element element : page.select("a[href]")) {
            ReleaseLink link = link(element);
            if (link != null) {
                found.merge(link.path(), link, SearchPageParser::longerTitle);
            }
        }
        List<ReleaseLink> links = new ArrayList<>(found.values());
        if (links.isEmpty() && !page.text().toLowerCase(Locale.ROOT).contains("results")) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "neither a link to a release nor a list of results");
        }
        return Answer.rowsOrNothing(links);
    }

    private static @Nullable ReleaseLink link(Element element) {
        Matcher matcher = LINK.matcher(element.attr("href").strip());
        if (!matcher.matches()) {
            return null;
        }
        try {
            LocalDate published = DateText.parse(matcher.group(2) + "-" + matcher.group(3) + "-" + matcher.group(4));
            return published == null
                    ? null
                    : new ReleaseLink(
                            matcher.group(1).replaceAll(NOT_IN_A_PATH, ""),
                            published,
                            Long.parseLong(matcher.group(5)),
                            PlainText.of(element.text()));
        } catch (UnreadableCell e) {
            return null;
        }
    }

    private static ReleaseLink longerTitle(ReleaseLink one, ReleaseLink other) {
        return other.title().length() > one.title().length() ? other : one;
    }
}
