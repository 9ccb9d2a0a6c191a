package dev.exdate.holdings;

import dev.exdate.source.issuer.IssuerPosition;
import org.jspecify.annotations.Nullable;

/** A line of an issuer's file with the field names of the stored array. */
final class IssuerHoldings {
    private IssuerHoldings() {}

    static HeldPosition position(IssuerPosition position) {
        return new HeldPosition(
                text(position.asset()),
                position.name(),
                "",
                text(position.cusip()),
                position.shares(),
                position.weight(),
                position.marketValue(),
                position.date().toString());
    }

    private static String text(@Nullable String stated) {
        return stated == null ? "" : stated;
    }
}
