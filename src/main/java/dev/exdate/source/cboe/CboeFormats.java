package dev.exdate.source.cboe;

import dev.exdate.format.Format;
import java.util.List;

/** The kinds of answers about Cboe's dividend notices. */
public final class CboeFormats {
    private CboeFormats() {}

    public static List<Format<?>> all() {
        return List.of(
                new Format<>("cboe/year", new YearParser(), Notice::fields),
                new Format<>("cboe/details", new DetailsParser(), NoticedDividend::fields));
    }
}
