package dev.exdate.scraper.nyse;

import dev.exdate.market.ExDateWindow;
import java.sql.SQLException;
import java.util.Optional;

/** One of the two things the exchange lists, read for a span of days at once. */
interface Listing {
    /** As in the names of its windows. */
    String name();

    /** @return why it is to be asked for again; empty when it was read */
    Optional<String> read(ExDateWindow.Span span) throws SQLException, InterruptedException;
}
