package dev.exdate.source.yieldmax;

import dev.exdate.format.PlainText;
import dev.exdate.market.Ticker;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a fund page states outside the table: the ticker, in its address or headings, and the name. */
record FundHeading(@Nullable Ticker ticker, @Nullable String name) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 1000;
    private static final Pattern ADDRESS = Pattern.compile("/our-etfs/([A-Za-z]{2,6})/?(?:[?#].*)?$");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([A-Z]{2,6})\\)");
    private static final Pattern AT_START = Pattern.compile("^([A-Z]{3,6})(?=\\s*[-\u2013|:]|$)");

    static FundHeading of(Document page) {
        String heading =
                Optional.ofNullable(page.selectFirst("h1")).map(Element::text).orElse("");
        Ticker ticker = first(ADDRESS, page.select("link[rel=canonical]").attr("href"))
                .or(() -> first(ADDRESS, page.select("meta[property=og:url]").attr("content")))
                .or(() -> first(IN_BRACKETS, heading))
                .or(() -> first(AT_START, heading))
                .or(() -> first(AT_START, page.title()))
                .or(() -> first(IN_BRACKETS, page.title()))
                .or(() ->
                        DistributionColumns.ticker(page.select("td.column-ticker_name:not(:empty)").eachText().stream()
                                .findFirst()
                                .orElse(null)))
                .orElse(null);
        return new FundHeading(ticker, name(heading));
    }

    private static Optional<Ticker> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return text.length() <= LONGEST && matcher.find()
                ? Optional.of(new Ticker(matcher.group(1).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static @Nullable String name(String heading) {
        if (heading.length() > LONGEST) {
            return null;
        }
        String name = PlainText.of(heading)
                .replaceAll("\\s*\\([A-Z]{2,6}\\)\\s*$", "")
                .strip();
        return name.matches(".*\\b(ETFs?|Fund)\\b.*") && name.length() <= LONGEST_NAME ? name : null;
    }
}
