package dev.exdate.database.bulk;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Rows in the text form of COPY (PostgreSQL 15 manual, COPY, "Text Format"). */
final class CopyText {
    private final Appendable out;

    CopyText(Appendable out) {
        this.out = out;
    }

    <R> void row(List<Column<R>> columns, R row) throws IOException {
        boolean first = true;
        for (Column<R> column : columns) {
            if (!first) {
                out.append('\t');
            }
            first = false;
            value(column.value().apply(row));
        }
        out.append('\n');
    }

    private void value(@org.jspecify.annotations.Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.append("\\N");
            case BigDecimal number -> out.append(number.toPlainString());
            default -> escaped(value.toString());
        }
    }

    private void escaped(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                // PostgreSQL's text can't hold NUL, and no source means anything by it.
                case '\0' -> {}
                default -> {
                    if (Character.isSurrogate(c) && !isPaired(text, i)) {
                        out.append('\uFFFD');
                    } else {
                        out.append(c);
                    }
                }
            }
        }
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
