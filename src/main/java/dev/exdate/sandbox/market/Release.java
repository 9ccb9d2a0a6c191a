package dev.exdate.sandbox.market;

import dev.exdate.market.Ticker;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A press release of the option-income funds' issuer.
 *
 * @param payouts of its table; none for other news
 * @param misprinted the fund with a wrong amount; a later release corrects it
 */
public record Release(
        long id,
        LocalDate published,
        LocalTime time,
        String title,
        List<Payout> payouts,
        @Nullable Ticker misprinted) {

    /** The address below the host: {@code /news-release/2031/01/06/3000001/0/en/Title.html}. */
    public String path() {
        return "/news-release/%04d/%02d/%02d/%d/0/en/%s.html"
                .formatted(
                        published.getYear(),
                        published.getMonthValue(),
                        published.getDayOfMonth(),
                        id,
                        title.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", ""));
    }

    public boolean isCorrection() {
        return title.toUpperCase(Locale.ROOT).startsWith("CORRECTION");
    }
}
