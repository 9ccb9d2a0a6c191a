package dev.exdate.truth;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a payment is. Two of one kind on one day are one payment, stated twice. */
public enum PaymentKind {
    /** Income: an ordinary dividend or distribution. */
    REGULAR,
    SPECIAL("special|extra|one.?time|supplement"),
    SHORT_TERM_GAIN("short.?term"),
    LONG_TERM_GAIN("long.?term|capital gain"),
    RETURN_OF_CAPITAL("return of capital|liquidat"),
    /** Shares instead of cash. */
    STOCK("stock|in kind|spin"),
    /** A declaration that nothing is paid. */
    ZERO;

    private final @Nullable Pattern words;

    PaymentKind() {
        this.words = null;
    }

    PaymentKind(String words) {
        this.words = Pattern.compile("\\b(?:" + words + ")");
    }

    /**
     * @param stated the source's words, null if it has none
     * @param amount per share
     */
    public static PaymentKind of(@Nullable String stated, BigDecimal amount) {
        if (stated != null) {
            String text = stated.toLowerCase(Locale.ROOT);
            for (PaymentKind kind : values()) {
                if (kind.words != null && kind.words.matcher(text).find()) {
                    return kind;
                }
            }
        }
        return amount.signum() == 0 ? ZERO : REGULAR;
    }

    /** As the database and JSON have it: {@code short-term-gain}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its word. */
    public static PaymentKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public boolean isGain() {
        return this == SHORT_TERM_GAIN || this == LONG_TERM_GAIN;
    }

    /** Whether money is paid. */
    public boolean isCash() {
        return this != STOCK && this != ZERO;
    }
}
