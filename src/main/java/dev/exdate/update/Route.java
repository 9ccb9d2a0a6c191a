package dev.exdate.update;

/** How a symbol is asked for tonight; in the order of value, in case a daily budget does not do for all. */
enum Route {
    /** The chart, because an ex-date is near. */
    EX_DATE("ex-date near"),
    /** The chart, because the last attempt failed or was held back. */
    FAILED("failed last time"),
    /** The newest closes, many symbols in one request. */
    SPARK("newest closes"),
    /** The chart, because more sessions are missing than the newest closes cover. */
    MISSED("several sessions missing"),
    /** The chart, because it has never been read. */
    NEW("new"),
    /** The chart of a payer, because its weekly turn has come. */
    WEEKLY("weekly turn of payers"),
    /** The chart of any other symbol, because its monthly turn has come. */
    MONTHLY("monthly turn of others"),
    /** The chart, because a person asked for it or no source has newest closes. */
    ASKED("due"),
    /** Nothing is due. */
    NONE("nothing due");

    private final String words;

    Route(String words) {
        this.words = words;
    }

    /** For a log. */
    String words() {
        return words;
    }

    boolean isChart() {
        return this != SPARK && this != NONE;
    }
}
