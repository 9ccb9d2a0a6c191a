package dev.exdate.update;

/** What a symbol needs tonight, whoever else's turn it is. Pure. */
record RouteRule() {
    /** The newest closes are those of five sessions, and one of them must be stored to compare with. */
    static final int SESSIONS_COVERED = 4;

    /** A payer's bars are whole, and its dividends corrected, within a week. */
    static final int WEEK = 5;

    /** All others within a month. */
    static final int MONTH = 21;

    Route of(SymbolFacts facts) {
        if (!facts.pricesDue() && !facts.eventsDue()) {
            return Route.NONE;
        }
        if (facts.unseen() == SymbolFacts.NEVER || facts.unread() == SymbolFacts.NEVER) {
            return facts.failed() ? Route.FAILED : Route.NEW;
        }
        if (facts.exDateNear() && facts.eventsDue()) {
            return Route.EX_DATE;
        }
        if (facts.failed()) {
            return Route.FAILED;
        }
        if (facts.pricesDue() && facts.unseen() > SESSIONS_COVERED) {
            return Route.MISSED;
        }
        if (facts.eventsDue() && facts.unread() >= (facts.payer() ? WEEK : MONTH)) {
            return facts.payer() ? Route.WEEKLY : Route.MONTHLY;
        }
        return facts.pricesDue() ? Route.SPARK : Route.NONE;
    }
}
