package dev.exdate.holdings;

import dev.exdate.format.Fields;
import dev.exdate.format.Format;
import dev.exdate.source.globalx.GlobalXParser;
import dev.exdate.source.issuer.IssuerPosition;
import dev.exdate.source.issuer.TidalParser;
import dev.exdate.source.roundhill.RoundhillParser;
import java.util.List;
import java.util.Map;

/** The readable formats of issuers. */
public final class IssuerFormats {
    private IssuerFormats() {}

    public static List<Format<?>> all() {
        return List.of(
                new Format<>("holdings/tidal", new TidalParser(), IssuerFormats::fields),
                new Format<>("holdings/roundhill", new RoundhillParser(), IssuerFormats::fields),
                new Format<>("holdings/globalx", new GlobalXParser(), IssuerFormats::fields));
    }

    private static Map<String, Object> fields(IssuerPosition position) {
        return new Fields()
                .with("symbol", position.account())
                .with("date", position.date())
                .with("asset", position.asset())
                .with("name", position.name())
                .with("shares", position.shares())
                .with("weight", position.weight())
                .with("marketValue", position.marketValue())
                .toMap();
    }
}
