package dev.exdate.update;

import dev.exdate.database.Database;
import dev.exdate.database.Exclusions;
import dev.exdate.task.TaskLog;
import java.sql.SQLException;
import java.util.Locale;

/**
 * How much work there is.
 *
 * @param known symbols in {@code raw_stocks}
 * @param excluded of these, not asked for
 * @param due of the others, those that lack prices, dividends or splits
 * @param companiesDue of the others, those whose company data is old
 */
record DueCounts(long known, long excluded, long due, long companiesDue) {
    private static final int SECONDS_A_SYMBOL = 2;

    static DueCounts of(Database database, MarketProgress horizon, long due) throws SQLException {
        String sql = """
                select (select count(*) from raw_stocks) as known,
                       (select count(*) from raw_stocks s
                        where exists (select from %1$s x where x.symbol = s.symbol)) as excluded,
                       (select count(*) from raw_stocks s
                        left join exdate.freshness f on f.symbol = s.symbol and f.kind = 'company'
                        where (f.last_success_at is null or f.last_success_at < :since or f.session < :session)
                          and not exists (select from %1$s x where x.symbol = s.symbol)) as companies
                """.formatted(Exclusions.IN_FORCE);
        FreshSince fresh = horizon.fresh(DataKind.COMPANY);
        return database.reading(handle -> handle.sql(sql)
                .bind("since", fresh.since())
                .bind("session", fresh.session())
                .one(row ->
                        new DueCounts(row.getLong("known"), row.getLong("excluded"), due, row.getLong("companies"))));
    }

    void sayTo(TaskLog log) {
        long fresh = known - excluded - due;
        log.line(String.format(
                Locale.ROOT, "⚡ STALENESS FILTER: Processing %,d symbols (skipped %,d recently updated)", due, fresh));
        long saved = fresh * SECONDS_A_SYMBOL;
        log.line("⏱️  Estimated time saved: ~" + saved / 60 + "m " + saved % 60 + "s");
        if (excluded > 0) {
            log.line("⏭️  Skipping " + excluded + " already-excluded symbols (saves ~" + excluded * SECONDS_A_SYMBOL
                    + "s)");
        }
    }
}
