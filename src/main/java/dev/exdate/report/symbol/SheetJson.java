package dev.exdate.report.symbol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.exdate.finding.FindingsJson;
import dev.exdate.report.symbol.SymbolSheet.Paid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A symbol's sheet for programs. Yields are fractions where the database has fractions, and per cent as stated by the issuer. */
public final class SheetJson {
    private SheetJson() {}

    public static ObjectNode of(SymbolSheet sheet) {
        ObjectNode json = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        SymbolSheet.About about = sheet.about();
        SymbolSheet.Yields yields = sheet.yields();
        json.put("symbol", about.symbol());
        json.put("name", about.name());
        json.put("exchange", about.exchange());
        json.put("type", about.type());
        json.put("strategy", about.strategy());
        json.put("currency", about.currency());
        json.put("asOf", text(about.asOf()));
        json.putObject("price").put("close", yields.price()).put("day", text(yields.priceDay()));
        ObjectNode all = json.putObject("yields");
        all.put("trailing", yields.trailing());
        all.put("trailingProjected", yields.projected());
        all.put("paidIn365Days", yields.paid());
        all.put("forward", yields.forward());
        ObjectNode issuer = all.putObject("issuer");
        yields.issuer()
                .ifPresent(stated -> issuer.put("source", stated.source())
                        .put("exDate", stated.exDate().toString())
                        .put("distributionRate", stated.distributionRate())
                        .put("secYield", stated.secYield()));
        json.put("roc", yields.issuer().map(SymbolSheet.Stated::roc).orElse(null));
        json.put("rhythm", yields.rhythm());
        payments(json.putArray("next"), sheet.next());
        payments(json.putArray("last"), sheet.last());
        ArrayNode splits = json.putArray("splits");
        sheet.splits()
                .forEach(split -> splits.addObject()
                        .put("day", split.day().toString())
                        .put("newShares", split.newShares())
                        .put("oldShares", split.oldShares()));
        ArrayNode holdings = json.putArray("holdings");
        sheet.holdings()
                .forEach(held -> holdings.addObject()
                        .put("asset", held.asset())
                        .put("name", held.name())
                        .put("weightPercent", held.weight()));
        json.set("findings", FindingsJson.of(sheet.findings()));
        ArrayNode freshness = json.putArray("freshness");
        sheet.freshness()
                .forEach(fresh -> freshness
                        .addObject()
                        .put("kind", fresh.kind())
                        .put("lastSuccessAt", text(fresh.at()))
                        .put("lastOutcome", fresh.outcome())
                        .put("source", fresh.source()));
        return json;
    }

    private static void payments(ArrayNode array, List<Paid> payments) {
        payments.forEach(paid -> array.addObject()
                .put("exDate", paid.exDate().toString())
                .put("payDate", text(paid.payDate()))
                .put("amount", paid.amount())
                .put("kind", paid.kind())
                .put("source", paid.source())
                .put("reason", paid.reason())
                .put("confidence", paid.confidence()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
