package dev.exdate.source.yieldmax;

import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.Failure;
import dev.exdate.format.HtmlPage;
import dev.exdate.format.Payload;
import dev.exdate.market.Ticker;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** The issuer's catalogue ({@code /our-etfs/}): every fund is a link {@code /our-etfs/{ticker}/}. */
public final class CatalogueParser implements BodyParser<Ticker> {
    private static final Pattern LINK =
            Pattern.compile("(?:https?://(?:www\\.)?yieldmaxetfs\\.com)?/our-etfs/([A-Za-z]{2,6})/?(?:[?#].*)?");

    @Override
    public Answer<Ticker> parseBody(Payload payload) {
        return HtmlPage.read(payload)
                .map(CatalogueParser::read)
                .orElseGet(() -> Answer.failed(Failure.MALFORMED, "incomplete or invalid HTML"));
    }

    private static Answer<Ticker> read(Document page) {
        List<Ticker> funds = page.select("a[href]").stream()
                .map(link -> LINK.matcher(link.attr("href").strip()))
                .filter(Matcher::matches)
                .map(link -> Ticker.of(link.group(1)))
                .distinct()
                .toList();
        return funds.isEmpty()
                ? Answer.failed(Failure.LAYOUT_CHANGED, "no link /our-etfs/{ticker}/ on the page of all funds")
                : new Answer.Rows<>(funds);
    }
}
