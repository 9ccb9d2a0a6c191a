package dev.exdate.update;

/**
 * The figures of {@code raw_stocks} that follow from prices, dividends and splits, as one statement over a span of
 * symbols: of all, or of the named ones. A price that is older than the stored one changes nothing.
 *
 * <ul>
 * <li>Closes are split-adjusted in the table; dividends are as declared and are divided here by the splits after their
 * ex-date.
 * <li>Twelve months are 365 days. A return starts at the close nearest to that day, at most 15 days away; without one,
 * at the first close if that is 90 to 546 days old (and is then projected: annualised once if younger than a year). A
 * hole of more than 90 days, one at the end included, leaves the return unknown.
 * <li>The total return is that of the adjusted close alone: adding dividends would count them twice.
 * <li>The frequency is the median gap of the last six regular payments (of those within twelve months where they are at
 * least three), unless the issuer has stated one within a year.
 * </ul>
 */
final class FigureSql {
    private FigureSql() {}

    static final String UPDATE = """
            with span as materialized (
                select :day::date as today, :after::text as after, :last::text as last
            ), stocks as materialized (
                select s.symbol, span.today, span.today - 365 as year_ago,
                       date_trunc('year', span.today)::date as new_year
                from raw_stocks s cross join span
                where s.symbol > span.after and s.symbol <= span.last and (:all or s.symbol = any(:named::text[]))
            ), closes as materialized (
                select s.symbol, s.today, now.date, now.close, now.adj_close, first.date as first_date,
                       base.date as base_date, base.close as base_close, base.adj_close as base_adj_close,
                       base.projected, (
                           select max(gap) from (
                               select p.date - lag(p.date) over (order by p.date) as gap
                               from raw_stock_prices p
                               where p.symbol = s.symbol and p.date between base.date and now.date
                           ) gaps
                       ) as longest_gap,
                       old_year.close as old_year_close, now.date >= s.new_year as traded_this_year
                from stocks s
                cross join lateral (
                    select p.date, coalesce(p.close, p.price) as close, p.adj_close
                    from raw_stock_prices p
                    where p.symbol = s.symbol and p.date <= s.today
                    order by p.date desc limit 1
                ) now
                cross join lateral (
                    select p.date, coalesce(p.close, p.price) as close, p.adj_close
                    from raw_stock_prices p
                    where p.symbol = s.symbol
                    order by p.date limit 1
                ) first
                left join lateral (
                    select p.date, coalesce(p.close, p.price) as close, p.adj_close
                    from raw_stock_prices p
                    where p.symbol = s.symbol and p.date between s.year_ago - 15 and s.year_ago + 15
                    order by abs(p.date - s.year_ago), p.date limit 1
                ) near on true
                left join lateral (
                    select near.date, near.close, near.adj_close, false as projected where near.date is not null
                    union all
                    select first.date, first.close, first.adj_close, true
                    where near.date is null and now.date - first.date between 90 and 546
                ) base on true
                left join lateral (
                    select coalesce(p.close, p.price) as close
                    from raw_stock_prices p
                    where p.symbol = s.symbol and p.date between s.new_year - 15 and s.new_year - 1
                    order by p.date desc limit 1
                ) old_year on true
            ), returns as (
                select c.*,
                       case when greatest(longest_gap, today - date) <= 90 and base_close > 0
                            then close / base_close end as price_ratio,
                       case when greatest(longest_gap, today - date) <= 90 and base_adj_close > 0
                            then adj_close / base_adj_close end as total_ratio,
                       case when projected and date - base_date < 365
                            then 365::numeric / (date - base_date) else 1 end as years
                from closes c
            ), paid as materialized (
                select d.symbol, s.today, s.year_ago, d.ex_date, d.amount, d.frequency,
                       d.amount * coalesce(later.denominators, 1) / coalesce(later.numerators, 1) as adjusted,
                       not coalesce(d.frequency ~* '^(special|irregular|one)', false)
                           and not exists (
                               select from raw_dividends_cboe c
                               where c.symbol = d.symbol and c.ex_date = d.ex_date
                                 and exdate.same_amount(c.amount, d.amount) and c.distribution_type ilike '%special%') as regular
                from stocks s
                join raw_dividends d on d.symbol = s.symbol and d.ex_date <= s.today and d.amount > 0
                left join lateral (
                    select exdate.product(p.numerator) as numerators, exdate.product(p.denominator) as denominators
                    from raw_stock_splits p
                    where p.symbol = d.symbol and p.split_date > d.ex_date and p.split_date <= s.today
                      and p.numerator > 0 and p.denominator > 0
                ) later on true
            ), last_paid as (
                select distinct on (symbol) symbol, ex_date, amount from paid order by symbol, ex_date desc
            ), last_regular as (
                select distinct on (symbol) symbol, ex_date, adjusted, frequency from paid
                where regular order by symbol, ex_date desc
            ), twelve_months as (
                select symbol, sum(adjusted) as total from paid where ex_date >= year_ago group by symbol
            ), ranked as (
                select symbol, ex_date, year_ago,
                       row_number() over (partition by symbol order by ex_date desc) as rank,
                       count(*) filter (where ex_date >= year_ago) over (partition by symbol) as of_year,
                       ex_date - lead(ex_date) over (partition by symbol order by ex_date desc) as gap,
                       lead(ex_date) over (partition by symbol order by ex_date desc) as before
                from paid where regular
            ), rhythm as (
                select symbol, percentile_disc(0.5) within group (order by gap) as gap
                from ranked
                where rank <= 5 and gap is not null and (of_year < 3 or before >= year_ago)
                group by symbol
            ), stated as (
                select distinct on (symbol) symbol, case lower(regexp_replace(frequency, '[^A-Za-z]', '', 'g'))
                           when 'weekly' then 'Weekly'
                           when 'biweekly' then 'Bi-Weekly'
                           when 'monthly' then 'Monthly'
                           when 'quarterly' then 'Quarterly'
                           when 'semiannual' then 'Semi-Annual'
                           when 'semiannually' then 'Semi-Annual'
                           when 'annual' then 'Annual'
                           when 'annually' then 'Annual'
                       end as frequency, issuer
                from (
                    select y.symbol, y.ex_date, y.frequency, 2 as issuer
                    from stocks s join raw_yieldmax_dividends y on y.symbol = s.symbol and y.ex_date >= s.year_ago
                    union all
                    select c.symbol, c.ex_date, c.frequency, 1
                    from stocks s join raw_dividends_cboe c on c.symbol = s.symbol and c.ex_date >= s.year_ago
                    union all
                    select symbol, ex_date, frequency, 0 from last_regular
                ) f
                where regexp_replace(frequency, '[^A-Za-z]', '', 'g')
                      ~* '^(weekly|biweekly|monthly|quarterly|semiannual|semiannually|annual|annually)$'
                order by symbol, issuer desc, ex_date desc
            ), frequencies as (
                select s.symbol, coalesce(
                           case when stated.issuer > 0 then stated.frequency end,
                           case when gap between 4 and 13 then 'Weekly'
                                when gap between 14 and 20 then 'Bi-Weekly'
                                when gap between 21 and 45 then 'Monthly'
                                when gap between 70 and 115 then 'Quarterly'
                                when gap between 140 and 220 then 'Semi-Annual'
                                when gap between 320 and 410 then 'Annual' end,
                           case when gap is null then stated.frequency end) as frequency
                from stocks s left join rhythm using (symbol) left join stated using (symbol)
            ), figures as (
                select s.symbol, r.close as price, r.date as price_date,
                       last_paid.ex_date as last_dividend_date, last_paid.amount as last_dividend_amount,
                       f.frequency, trim_scale(round(t.total, 8)) as dividends_ttm,
                       round(t.total / nullif(r.close, 0) * case when young then 365::numeric / age else 1 end, 6)
                           as dividend_yield,
                       young and t.total is not null as yield_projected,
                       case when last_regular.ex_date >= s.year_ago then
                           round(last_regular.adjusted / nullif(r.close, 0) * case f.frequency
                               when 'Weekly' then 52 when 'Bi-Weekly' then 26 when 'Monthly' then 12
                               when 'Quarterly' then 4 when 'Semi-Annual' then 2 when 'Annual' then 1 end, 6)
                       end as forward_yield,
                       round(power(r.price_ratio, r.years) - 1, 6) as price_change_ttm,
                       round(power(r.total_ratio, r.years) - 1, 6) as total_return_ttm,
                       case when r.price_ratio is not null then r.projected end as ttm_projected,
                       case when r.traded_this_year
                            then round(r.close / nullif(r.old_year_close, 0) - 1, 6) end as price_change_ytd
                from stocks s
                left join returns r using (symbol)
                left join last_paid using (symbol)
                left join last_regular using (symbol)
                left join twelve_months t using (symbol)
                left join frequencies f using (symbol)
                cross join lateral (select s.today - r.first_date as age) a
                cross join lateral (select coalesce(a.age between 90 and 364, false) as young) y
                where r.symbol is not null or last_paid.symbol is not null
            )
            update raw_stocks s
            set price = coalesce(f.price, s.price), price_date = coalesce(f.price_date, s.price_date),
                last_dividend_date = f.last_dividend_date, last_dividend_amount = f.last_dividend_amount,
                frequency = coalesce(f.frequency, s.frequency), dividends_ttm = f.dividends_ttm,
                dividend_yield = f.dividend_yield, yield_projected = f.yield_projected,
                forward_yield = f.forward_yield, price_change_ttm = f.price_change_ttm,
                total_return_ttm = f.total_return_ttm, ttm_projected = f.ttm_projected,
                price_change_ytd = f.price_change_ytd
            from figures f
            where s.symbol = f.symbol
              and coalesce(f.price_date, f.last_dividend_date) >= coalesce(s.price_date, '-infinity')
              and (s.price, s.price_date, s.last_dividend_date, s.last_dividend_amount, s.frequency, s.dividends_ttm,
                   s.dividend_yield, s.yield_projected, s.forward_yield, s.price_change_ttm, s.total_return_ttm,
                   s.ttm_projected, s.price_change_ytd)
                  is distinct from
                  (coalesce(f.price, s.price), coalesce(f.price_date, s.price_date), f.last_dividend_date,
                   f.last_dividend_amount, coalesce(f.frequency, s.frequency), f.dividends_ttm, f.dividend_yield,
                   f.yield_projected, f.forward_yield, f.price_change_ttm, f.total_return_ttm, f.ttm_projected,
                   f.price_change_ytd)
            """;
}
