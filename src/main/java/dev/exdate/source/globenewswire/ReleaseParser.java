package dev.exdate.source.globenewswire;

import static dev.exdate.source.yieldmax.DistributionColumns.AMOUNT;
import static dev.exdate.source.yieldmax.DistributionColumns.TICKER;

import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.Failure;
import dev.exdate.format.HtmlPage;
import dev.exdate.format.HtmlTable;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import dev.exdate.source.yieldmax.Declaration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * A press release of the funds' issuer in all layouts from 2022 to autumn 2026. A release without a table of
 * distributions (launches, splits, milestones) is "nothing". What stands below the table is not read: next week's funds
 * are listed there by ticker.
 */
final class ReleaseParser implements BodyParser<Declaration> {
    private static final Pattern AMOUNT_ANYWHERE = Pattern.compile("\\$\\s*\\d+\\.\\d{3,}");

    @Override
    public Answer<Declaration> parseBody(Payload payload) {
        if (!payload.text().stripLeading().startsWith("<")) {
            return FlattenedRelease.read(payload.text());
        }
        return HtmlPage.read(payload)
                .map(ReleaseParser::read)
                .orElseGet(() -> Answer.failed(Failure.MALFORMED, "incomplete or invalid HTML"));
    }

    private static Answer<Declaration> read(Document page) {
        List<HtmlTable> tables = HtmlTable.findAll(page, List.of(TICKER, AMOUNT));
        if (tables.isEmpty()) {
            return withoutTable(page);
        }
        RowCollector<Declaration> rows = new RowCollector<>();
        try {
            for (HtmlTable table : tables) {
                ReleaseRow reader = new ReleaseRow(table, ReleaseDates.in(HtmlPage.textAbove(table.element())));
                table.rows().forEach(row -> rows.add(() -> reader.read(row)));
            }
        } catch (UnreadableCell e) {
            return Answer.failed(Failure.LAYOUT_CHANGED, "the dates above the table: " + e.getMessage());
        }
        return rows.answer("distributions");
    }

    private static Answer<Declaration> withoutTable(Document page) {
        if (!page.text().toLowerCase(Locale.ROOT).contains("yieldmax")) {
            return Answer.failed(Failure.MALFORMED, "not a release of YieldMax");
        }
        Matcher amount = AMOUNT_ANYWHERE.matcher(page.text());
        return amount.find()
                ? Answer.failed(
                        Failure.LAYOUT_CHANGED,
                        "no table with the headers \"ETF Ticker\" and \"Distribution per Share\", but the text has "
                                + amount.group())
                : Answer.nothing();
    }
}
