package dev.exdate.source.yieldmax;

import static dev.exdate.source.yieldmax.DistributionColumns.AMOUNT;
import static dev.exdate.source.yieldmax.DistributionColumns.DECLARED_DATE;
import static dev.exdate.source.yieldmax.DistributionColumns.EX_DATE;
import static dev.exdate.source.yieldmax.DistributionColumns.FREQUENCY;
import static dev.exdate.source.yieldmax.DistributionColumns.PAY_DATE;
import static dev.exdate.source.yieldmax.DistributionColumns.RECORD_DATE;
import static dev.exdate.source.yieldmax.DistributionColumns.TICKER;

import dev.exdate.format.Answer;
import dev.exdate.format.BodyParser;
import dev.exdate.format.Failure;
import dev.exdate.format.HtmlPage;
import dev.exdate.format.HtmlTable;
import dev.exdate.format.Payload;
import dev.exdate.format.RowCollector;
import dev.exdate.format.UnreadableCell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A fund's page ({@code /our-etfs/{ticker}/}, as seen until autumn 2026): the distributions stand in a table that is in
 * the served HTML, its id another for each fund, the ticker in a hidden first column or nowhere in the table.
 */
final class FundPageParser implements BodyParser<Declaration> {
    @Override
    public Answer<Declaration> parseBody(Payload payload) {
        return HtmlPage.read(payload)
                .or(() -> SavedTable.read(payload))
                .map(FundPageParser::read)
                .orElseGet(() -> Answer.failed(Failure.MALFORMED, "incomplete or invalid HTML"));
    }

    private static Answer<Declaration> read(Document page) {
        List<HtmlTable> tables = HtmlTable.findAll(page, List.of(AMOUNT, EX_DATE));
        if (tables.isEmpty()) {
            return Answer.failed(
                    Failure.LAYOUT_CHANGED, "no table with the headers \"Distribution per Share\" and \"Ex Date\"");
        }
        FundHeading heading = FundHeading.of(page);
        RowCollector<Declaration> rows = new RowCollector<>();
        for (HtmlTable table : tables) {
            table.rows().forEach(row -> rows.add(() -> declaration(table, row, heading)));
        }
        return rows.answer("distributions");
    }

    private static @Nullable Declaration declaration(HtmlTable table, HtmlTable.Row row, FundHeading heading) {
        BigDecimal amount = DistributionColumns.amount(table, row);
        LocalDate exDate = DistributionColumns.date(table, row, EX_DATE);
        if (amount == null) {
            return null;
        }
        if (exDate == null) {
            throw new UnreadableCell("ex-date", "");
        }
        return new Declaration(
                Optional.ofNullable(heading.ticker())
                        .or(() -> DistributionColumns.ticker(table.text(row, TICKER)))
                        .orElse(null),
                exDate,
                DistributionColumns.date(table, row, RECORD_DATE),
                DistributionColumns.date(table, row, PAY_DATE),
                DistributionColumns.date(table, row, DECLARED_DATE),
                amount,
                table.text(row, FREQUENCY),
                heading.name(),
                DistributionColumns.rates(table, row));
    }
}
