package dev.exdate.update;

import dev.exdate.provider.yahoo.YahooClient;
import dev.exdate.settings.SourceId;
import dev.exdate.web.Web;
import java.util.List;

/** The sources of prices, dividends and splits in the order in which they are asked. */
final class Sources {
    private Sources() {}

    static List<SymbolSource> of(Web web) {
        return List.of(new YahooSource(web.source(SourceId.YAHOO), new YahooClient(web.source(SourceId.YAHOO))));
    }
}
