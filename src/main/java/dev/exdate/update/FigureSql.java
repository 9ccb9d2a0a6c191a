package dev.exdate.update;

/**
 * The figures of {@code raw_stocks} that follow from prices, dividends and splits, as one statement over a span of
 * symbols: of all, or of the named ones. A price that is older than the stored one changes nothing.
 *
 * <ul>
 * <li>Closes are split-adjusted in the table; dividends are as declared and are divided here by the splits after their
 * ex-date.
 * <li>Twelve months are the 365 days that end on the price's day. A return starts at the close nearest to their first
 * day, at most 15 days away; without one, at the first close if that is 90 to 546 days old (and is then projected:
 * annualised once if younger than a year). A hole of more than 90 days, one at the end included, leaves the return
 * unknown.
 * <li>The total return is that of the adjusted close alone: adding dividends would count them twice.
 * <li>A regular payment is no special and no gain: neither by word, nor as at most two of a year that are three times
 * the usual. A declared zero is one.
 * <li>The frequency is what the issuer has stated of a payment within a year, or the gap of the last two regular
 * payments if it is the same twice, or the median gap of the last six.
 * <li>Who changes most of his payments by more than a tenth is a variable payer: his forward yield is what was paid.
 * </ul>
 */
final class FigureSql {
    private FigureSql() {}

    static final String UPDATE = """
            with span as materialized (
                select :day::date as today, :after::text as after, :last::text as last
            ), stocks as materialized (
                select s.symbol, span.today, now.date, now.close, now.adj_close,
                       coalesce(now.date, span.today) as until, coalesce(now.date, span.today) - 365 as year_ago,
                       date_trunc('year', span.today)::date as new_year
                from raw_stocks s cross join span
                left join lateral (
                    select p.date, coalesce(p.close, p.price) as close, p.adj_close
                    from raw_stock_prices p
                    where p.symbol = s.symbol and p.date <= span.today
                    order by p.date desc limit 1
                ) now on true
                where s.symbol > span.after and s.symbol <= span.last and (:all or s.symbol = any(:named::text[]))
            ), closes as materialized (
                select s.symbol, s.today, s.date, s.close, s.adj_close, first.date as first_date,
                       base.date as base_date, base.close as base_close, base.adj_close as base_adj_close,
                       base.projected, (
                           select max(gap) from (
                               select p.date - lag(p.date) over (order by p.date) as gap
                               from raw_stock_prices p
                               where p.symbol = s.symbol and p.date between base.date and s.date
                           ) gaps
                       ) as longest_gap,
                       old_year.close as old_year_close, s.date >= s.new_year as traded_this_year
                from stocks s
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
                    where near.date is null and s.date - first.date between 90 and 546
                ) base on true
                left join lateral (
                    select coalesce(p.close, p.price) as close
                    from raw_stock_prices p
                    where p.symbol = s.symbol and p.date between s.new_year - 15 and s.new_year - 1
                    order by p.date desc limit 1
                ) old_year on true
                where s.date is not null
            ), returns as (
                select c.*,
                       case when greatest(longest_gap, today - date) <= 90 and base_close > 0
                            then close / base_close end as price_ratio,
                       case when greatest(longest_gap, today - date) <= 90 and base_adj_close > 0
                            then adj_close / base_adj_close end as total_ratio,
                       case when projected and date - base_date < 365
                            then 365::numeric / (date - base_date) else 1 end as years
                from closes c
            ), besides as materialized (
                select b.symbol, b.ex_date, sum(b.amount) as total
                from stocks s
                join exdate.distribution b on b.symbol = s.symbol and b.valid_to = 'infinity' and b.status <> 'withdrawn' and b.kind <> 'regular'
                where b.kind in ('special', 'short-term-gain', 'long-term-gain')
                group by b.symbol, b.ex_date
            ), paid as materialized (
                select s.symbol, s.until, s.year_ago, d.ex_date, d.amount, d.frequency, d.amount * f.factor as adjusted,
                       greatest(d.amount - coalesce(g.total, 0), 0) * f.factor as part,
                       d.amount = 0 or d.amount > coalesce(g.total, 0)
                           and not coalesce(d.frequency ~* '^(special|irregular|one)', false)
                           and not exists (
                               select from raw_dividends_cboe c
                               where c.symbol = s.symbol and c.ex_date = d.ex_date
                                 and exdate.same_amount(c.amount, d.amount) and c.distribution_type ilike '%special%') as regular
                from stocks s
                cross join lateral (
                    select v.ex_date, v.amount, v.frequency from raw_dividends v
                    where v.symbol = s.symbol and v.ex_date <= s.today and v.amount > 0
                    union all
                    select z.ex_date, 0, z.frequency from exdate.distribution z
                    where z.symbol = s.symbol and z.ex_date <= s.today and z.kind = 'zero' and z.kind <> 'regular'
                      and z.valid_to = 'infinity'
                      and not exists (
                          select from raw_dividends v
                          where v.symbol = z.symbol and v.ex_date = z.ex_date and v.amount > 0)
                ) d
                left join besides g on g.symbol = s.symbol and g.ex_date = d.ex_date
                left join lateral (
                    select exdate.product(p.numerator) as numerators, exdate.product(p.denominator) as denominators
                    from raw_stock_splits p
                    where p.symbol = s.symbol and p.split_date > d.ex_date and p.split_date <= s.today
                      and p.numerator > 0 and p.denominator > 0
                ) later on true
                cross join lateral (
                    select coalesce(later.denominators, 1) / coalesce(later.numerators, 1) as factor) f
            ), last_paid as (
                select distinct on (symbol) symbol, ex_date, amount from paid
                where amount > 0 order by symbol, ex_date desc
            ), usual as (
                select symbol, percentile_disc(0.5) within group (order by part) as part
                from paid where regular and ex_date > year_ago group by symbol having count(*) >= 5
            ), kept as materialized (
                select * from (
                    select p.*, count(*) filter (where p.large) over (partition by symbol) as larges
                    from (
                        select p.*, coalesce(p.ex_date > p.year_ago and p.part >= 3 * u.part and u.part > 0, false) as large
                        from paid p left join usual u using (symbol) where p.regular) p
                ) p where not (large and larges <= 2)
            ), last_regular as (
                select distinct on (symbol) symbol, ex_date, part, frequency from kept order by symbol, ex_date desc
            ), twelve_months as (
                select symbol, sum(adjusted) as total from paid
                where ex_date > year_ago and ex_date <= until and amount > 0 group by symbol
            ), ranked as (
                select symbol, ex_date, part, year_ago,
                       row_number() over newest_first as rank,
                       count(*) filter (where ex_date > year_ago) over (partition by symbol) as of_year,
                       ex_date - lead(ex_date) over newest_first as gap,
                       lead(ex_date) over newest_first as before, lead(part) over newest_first as part_before
                from kept window newest_first as (partition by symbol order by ex_date desc)
            ), rhythm as (
                select symbol, percentile_disc(0.5) within group (order by gap) as gap,
                       case when count(exdate.rhythm(gap)) filter (where rank <= 2) = 2
                                 and min(exdate.rhythm(gap)) filter (where rank <= 2)
                                     = max(exdate.rhythm(gap)) filter (where rank <= 2)
                            then max(exdate.rhythm(gap)) filter (where rank = 1) end as twice,
                       count(*) >= 3 and bool_and(gap between 27 and 29) as four_weekly
                from ranked
                where rank <= 5 and gap is not null and (of_year < 3 or before > year_ago)
                group by symbol
            ), alike as (
                select r.symbol, count(*) >= 3 and 2 * count(*) filter (
                           where abs(r.part - r.part_before) > 0.1 * greatest(r.part, r.part_before)) > count(*) as varies
                from ranked r
                where r.ex_date > r.year_ago and r.part_before is not null
                  and exdate.rhythm(r.gap) = (select exdate.rhythm(m.gap) from rhythm m where m.symbol = r.symbol)
                group by r.symbol
            ), of_year as (
                select symbol, sum(part) as total from kept where ex_date > year_ago and ex_date <= until group by symbol
            ), stated as (
                select distinct on (symbol) symbol, exdate.stated_rhythm(frequency) as frequency, issuer
                from (
                    select y.symbol, y.ex_date, y.frequency, 2 as issuer
                    from stocks s join raw_yieldmax_dividends y
                        on y.symbol = s.symbol and y.ex_date > s.year_ago and y.ex_date <= s.today
                    union all
                    select c.symbol, c.ex_date, c.frequency, 1
                    from stocks s join raw_dividends_cboe c
                        on c.symbol = s.symbol and c.ex_date > s.year_ago and c.ex_date <= s.today
                    union all
                    select symbol, ex_date, frequency, 0 from last_regular
                ) f
                where exdate.stated_rhythm(frequency) is not null
                order by symbol, issuer desc, ex_date desc
            ), frequencies as (
                select s.symbol, coalesce(
                           case when stated.issuer > 0 then stated.frequency end,
                           case when four_weekly then 'Every 4 Weeks' end,
                           twice,
                           exdate.rhythm(gap),
                           case when gap is null then stated.frequency end) as frequency
                from stocks s left join rhythm using (symbol) left join stated using (symbol)
            ), figures as (
                select s.symbol, r.close as price, r.date as price_date,
                       last_paid.ex_date as last_dividend_date, last_paid.amount as last_dividend_amount,
                       f.frequency, trim_scale(round(t.total, 8)) as dividends_ttm,
                       round(t.total / nullif(r.close, 0) * projection, 6)
                           as dividend_yield,
                       young and t.total is not null as yield_projected,
                       case when last_regular.ex_date <= s.year_ago then null
                            when v.varies then round(y.total / nullif(r.close, 0) * projection, 6)
                            else round(last_regular.part / nullif(r.close, 0) * exdate.payments_a_year(f.frequency), 6)
                       end as forward_yield, v.varies as variable_payer,
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
                left join of_year y using (symbol)
                left join alike v using (symbol)
                left join frequencies f using (symbol)
                cross join lateral (select s.until - r.first_date as age) a
                cross join lateral (select coalesce(a.age between 90 and 364, false) as young) b
                cross join lateral (select case when young then 365::numeric / age else 1 end as projection) c
                where r.symbol is not null or last_paid.symbol is not null
            )
            update raw_stocks s
            set price = coalesce(f.price, s.price), price_date = coalesce(f.price_date, s.price_date),
                last_dividend_date = f.last_dividend_date, last_dividend_amount = f.last_dividend_amount,
                frequency = coalesce(f.frequency, s.frequency), dividends_ttm = f.dividends_ttm,
                dividend_yield = f.dividend_yield, yield_projected = f.yield_projected,
                forward_yield = f.forward_yield, variable_payer = f.variable_payer, price_change_ttm = f.price_change_ttm,
                total_return_ttm = f.total_return_ttm, ttm_projected = f.ttm_projected,
                price_change_ytd = f.price_change_ytd
            from figures f
            where s.symbol = f.symbol
              and coalesce(f.price_date, f.last_dividend_date) >= coalesce(s.price_date, '-infinity')
              and (s.price, s.price_date, s.last_dividend_date, s.last_dividend_amount, s.frequency, s.dividends_ttm,
                   s.dividend_yield, s.yield_projected, s.forward_yield, s.variable_payer, s.price_change_ttm,
                   s.total_return_ttm, s.ttm_projected, s.price_change_ytd)
                  is distinct from
                  (coalesce(f.price, s.price), coalesce(f.price_date, s.price_date), f.last_dividend_date,
                   f.last_dividend_amount, coalesce(f.frequency, s.frequency), f.dividends_ttm, f.dividend_yield,
                   f.yield_projected, f.forward_yield, f.variable_payer, f.price_change_ttm, f.total_return_ttm, f.ttm_projected,
                   f.price_change_ytd)
            """;
}
