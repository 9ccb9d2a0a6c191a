package dev.exdate.report.symbol;

import dev.exdate.finding.StoredFinding;
import dev.exdate.market.EasternTime;
import dev.exdate.report.symbol.SymbolSheet.Fresh;
import dev.exdate.report.symbol.SymbolSheet.Held;
import dev.exdate.report.symbol.SymbolSheet.Paid;
import dev.exdate.report.symbol.SymbolSheet.Stated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A symbol's sheet for a terminal of 80 columns. */
public final class SheetText {
    private static final String ROW = "  %-10s %-10s %10s  %-17s %-13s %s";
    private static final int WIDTH = 80;
    private static final int LABEL = 16;

    private final SymbolSheet sheet;
    private final List<String> lines = new ArrayList<>();

    public SheetText(SymbolSheet sheet) {
        this.sheet = sheet;
    }

    public List<String> lines() {
        head();
        yields();
        payments("Next distributions", sheet.next());
        payments("Last distributions", sheet.last());
        block(
                "Splits",
                sheet.splits().stream()
                        .map(split -> "%s  %s for %s"
                                .formatted(
                                        split.day(),
                                        split.newShares().toPlainString(),
                                        split.oldShares().toPlainString()))
                        .toList());
        block("Top holdings", sheet.holdings().stream().map(SheetText::held).toList());
        findings();
        block("Read", sheet.freshness().stream().map(SheetText::fresh).toList());
        return List.copyOf(lines);
    }

    private void head() {
        SymbolSheet.About about = sheet.about();
        lines.add(cut(about.symbol() + (about.name().isEmpty() ? "" : "  " + about.name())));
        String what = Stream.of(about.exchange(), about.type(), about.strategy())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        if (!what.isEmpty()) {
            lines.add(cut(what));
        }
        if (about.asOf() != null) {
            lines.add("As believed at the end of " + about.asOf() + " (New York)");
        }
        lines.add("");
    }

    private void yields() {
        SymbolSheet.Yields yields = sheet.yields();
        BigDecimal price = yields.price();
        BigDecimal paid = yields.paid();
        LocalDate asOf = sheet.about().asOf();
        String currency = sheet.about().currency();
        line("Price", price == null ? "unknown" : plain(price) + " " + currency + " on " + yields.priceDay());
        line(
                "Trailing yield",
                percentOf(yields.trailing())
                        + (paid == null ? "" : "  (paid in 365 days: " + plain(paid) + " " + currency + ")")
                        + (yields.projected() ? ", projected to a year" : ""));
        line(
                "Forward yield",
                asOf == null
                        ? percentOf(yields.forward())
                                + (yields.forward() == null ? "" : "  (last regular payment, all year)")
                        : "not kept for past days");
        Optional<Stated> issuer = yields.issuer();
        line("Issuer's yield", issuer.map(SheetText::stated).orElse("not stated"));
        line(
                "ROC",
                issuer.map(Stated::roc)
                        .map(roc -> plain(roc) + " % of the payment of "
                                + issuer.get().exDate())
                        .orElse("not stated"));
        String rhythm = yields.rhythm();
        line("Rhythm", rhythm != null ? rhythm : asOf == null ? "unknown" : "not kept for past days");
    }

    private static String stated(Stated issuer) {
        BigDecimal rate = issuer.distributionRate();
        BigDecimal sec = issuer.secYield();
        String words = Stream.of(
                        rate == null ? "" : "distribution rate " + plain(rate) + " %",
                        sec == null ? "" : "30-day SEC yield " + plain(sec) + " %")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "not stated" : words + "  (" + issuer.source() + ")";
    }

    private void payments(String title, List<Paid> payments) {
        lines.add("");
        if (payments.isEmpty()) {
            line(title, "none");
            return;
        }
        lines.add(title);
        lines.add(ROW.formatted("Ex-date", "Paid", "Amount", "Kind", "Source", "Confidence"));
        for (Paid paid : payments) {
            LocalDate payDate = paid.payDate();
            lines.add(ROW.formatted(
                    paid.exDate(),
                    payDate == null ? "-" : payDate,
                    plain(paid.amount()),
                    paid.kind(),
                    paid.source(),
                    paid.confidence().toPlainString()));
        }
    }

    private void findings() {
        lines.add("");
        if (sheet.findings().isEmpty()) {
            line("Open findings", "none");
            return;
        }
        lines.add("Open findings");
        for (StoredFinding finding : sheet.findings()) {
            wrap(finding.line().replaceFirst("  \\Q" + finding.symbol() + "\\E", ""));
        }
    }

    private void wrap(String text) {
        StringBuilder line = new StringBuilder(" ");
        for (String word : text.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH && !line.toString().isBlank()) {
                lines.add(line.toString());
                line = new StringBuilder("     ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
    }

    private void block(String title, List<String> rows) {
        if (!rows.isEmpty()) {
            lines.add("");
            lines.add(title);
            rows.forEach(row -> lines.add(cut("  " + row)));
        }
    }

    private static String held(Held held) {
        BigDecimal weight = held.weight();
        return "%8s  %-8s  %s"
                .formatted(
                        weight == null
                                ? "-"
                                : weight.setScale(2, RoundingMode.HALF_UP).toPlainString() + " %",
                        held.asset(),
                        held.name());
    }

    private static String fresh(Fresh fresh) {
        Instant at = fresh.at();
        String read = at == null ? "never" : EasternTime.minute(at);
        String failed = fresh.outcome().equals("failed") ? "; the last attempt failed" : "";
        return "%-9s  %s%s%s"
                .formatted(fresh.kind(), read, fresh.source().isEmpty() ? "" : "  " + fresh.source(), failed);
    }

    private void line(String label, String value) {
        lines.add(("%-" + LABEL + "s%s").formatted(label, label.length() < LABEL ? value : ": " + value));
    }

    /** Names may be longer than the screen. */
    private static String cut(String line) {
        return line.codePointCount(0, line.length()) <= WIDTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, WIDTH - 1)) + "…";
    }

    private static String percentOf(@Nullable BigDecimal fraction) {
        return fraction == null
                ? "unknown"
                : fraction.movePointRight(2).setScale(2, RoundingMode.HALF_UP).toPlainString() + " %";
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
