package dev.exdate.format;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;

/** HTML answers: whole pages, or fragments of one. */
public final class HtmlPage {
    /** Several times the longest page; a page's tree needs many times its text. */
    private static final int LONGEST = 2 * 1024 * 1024;

    private static final int MOST_TAGS = 60_000;
    private static final int DEEPEST = 100;

    private HtmlPage() {}

    /** The page; empty if it is not markup, incomplete, or too long. */
    public static Optional<Document> read(Payload payload) {
        // The HTML standard drops some of them and joins the texts around them.
        String text = payload.text().replace('\0', '\uFFFD').strip();
        if (text.length() > LONGEST || !text.startsWith("<") || !text.endsWith(">")) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        boolean cut = lower.contains("<html") && !lower.contains("</html")
                || lower.contains("<table") && !lower.contains("</table");
        return cut || text.chars().filter(c -> c == '<').count() > MOST_TAGS
                ? Optional.empty()
                : Optional.of(Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(text, ""));
    }

    /** The page's text up to the element, with a blank after each block and line. */
    public static String textAbove(Element element) {
        StringBuilder text = new StringBuilder();
        NodeFilter untilElement = (Node node, int depth) -> {
            if (node == element) {
                return FilterResult.STOP;
            }
            if (node instanceof TextNode words) {
                text.append(words.text());
            } else if (node instanceof Element block && (block.isBlock() || block.nameIs("br"))) {
                text.append(' ');
            }
            return FilterResult.CONTINUE;
        };
        element.root().filter(untilElement);
        return text.toString();
    }
}
