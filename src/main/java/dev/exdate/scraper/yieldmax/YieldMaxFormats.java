package dev.exdate.scraper.yieldmax;

import dev.exdate.format.Format;
import dev.exdate.source.globenewswire.ReleaseParser;
import dev.exdate.source.yieldmax.Declaration;
import dev.exdate.source.yieldmax.FundPageParser;
import java.util.List;

/** The kinds of answers of the issuer's site and its press releases. */
public final class YieldMaxFormats {
    private YieldMaxFormats() {}

    public static List<Format<?>> all() {
        return List.of(
                new Format<>("yieldmax/fund", new FundPageParser(), Declaration::fields),
                new Format<>("yieldmax/release", new ReleaseParser(), Declaration::fields));
    }
}
