-- Compares what the program believes with the truth, in a database that it has filled, for bench/truth.sh and a test. :'last' is the
-- last night; its truth is in the tables of truth-tables.sql.

-- What the sources have said by now, and since when each of them tells of a symbol.
create table truth.said as
    select source, symbol, ex_date, kind, nth, amount, payment_date, superseded_at = 'infinity' as now
    from exdate.statement where amount is distinct from 0;
create index on truth.said (symbol, ex_date);
create table truth.reach as
    select source, symbol, min(ex_date) as since, max(ex_date) as until from truth.said group by source, symbol;
create table truth.lie as
    select lie ->> 'id' as id, lie ->> 'kind' as kind, lie ->> 'source' as source, lie ->> 'symbol' as symbol,
           (lie ->> 'day')::date as day, lie ->> 'field' as field, lie ->> 'true' as truly, lie ->> 'stated' as stated,
           case lie ->> 'field' when 'ex_date' then (lie ->> 'stated')::date else (lie ->> 'day')::date end as stated_day,
           (lie ->> 'from')::date as since, (lie ->> 'to')::date as until, (lie ->> 'told')::boolean as told
    from truth.told;
create index on truth.lie (symbol, day);
analyze exdate.statement, exdate.distribution, exdate.finding, truth.said, truth.reach, truth.lie, truth.payment, truth.split;

-- Payments that are believed and those that are true, of the days that the sources have been asked about.
create table truth.believed as
    select symbol, ex_date, kind, nth, amount, payment_date, confidence,
           row_number() over (partition by symbol, ex_date, kind order by amount) as number
    from exdate.distribution d where valid_to = 'infinity' and status <> 'withdrawn' and kind <> 'zero' and ex_date <= :'last'
      -- What is more likely wrong than right is not believed, and readers do not get it.
      and confidence >= 0.5;
create index on truth.believed (symbol, ex_date);
create table truth.event as
    select p.*, row_number() over (partition by p.symbol, p.ex_date, p.kind order by amount) as number,
           -- A source that divides by later splits rounds after it.
           0.00051 * greatest(1, (select coalesce(exp(sum(ln(numerator / denominator))), 1) from truth.split s
                                  where s.symbol = p.symbol and s.split_date > p.ex_date)) as rounding
    from truth.payment p
    where amount > 0 and ex_date <= :'last'
      and ex_date >= (select min(since) from truth.reach r where r.symbol = p.symbol);
create index on truth.event (symbol, ex_date);
analyze truth.believed, truth.event;

-- Who can know it: some source that tells of the symbol states it, and not every one that does is wrong to the last night.
create table truth.known as
    select symbol, ex_date from truth.said s where now
      and not exists (select from truth.lie l where l.symbol = s.symbol and l.source = s.source and l.told
                      and (l.day = s.ex_date or l.stated_day = s.ex_date))
    group by symbol, ex_date;
create table truth.excused as
    select symbol, ex_date from truth.event e
    where not exists (select from truth.known k where k.symbol = e.symbol and k.ex_date = e.ex_date)
      and (not exists (select from truth.said s where s.symbol = e.symbol and s.ex_date = e.ex_date)
           or exists (select from truth.lie l where l.symbol = e.symbol and l.day = e.ex_date and l.told
                      and l.kind in ('correction', 'moved')))
    union
    -- A payment that is announced and will be moved or withdrawn later: nobody knows yet.
    select symbol, stated_day from truth.lie where told and kind in ('moved', 'withdrawn');
create table truth.day as
    select coalesce(b.symbol, e.symbol) as symbol, coalesce(b.ex_date, e.ex_date) as ex_date,
           e.total as truly, b.total as believed, e.rounding,
           e.total is not null and b.total is not null and abs(e.total - b.total) <= e.rounding * greatest(e.parts, b.parts) as right
    from (select symbol, ex_date, sum(amount) as total, max(rounding) as rounding, count(*) as parts
          from truth.event group by symbol, ex_date) e
    full join (select symbol, ex_date, sum(amount) as total, count(*) as parts from truth.believed group by symbol, ex_date) b
        on b.symbol = e.symbol and b.ex_date = e.ex_date
    where (coalesce(b.symbol, e.symbol), coalesce(b.ex_date, e.ex_date)) not in (select symbol, ex_date from truth.excused);

-- Payment by payment. A kind counts where a source states it, or where two payments of the day are listed.
create table truth.judged as
    select e.symbol, e.ex_date, e.kind, e.amount, e.payment_date, b.kind as believed_kind, b.amount as believed,
           b.payment_date as believed_payment_date, b.confidence,
           case when b.symbol is null then 'missing'
                -- Of a day's several payments one may be what is left of two rounded ones.
                when abs(b.amount - e.amount) > e.rounding * (select count(*) from truth.event o
                                                              where o.symbol = e.symbol and o.ex_date = e.ex_date) then 'amount'
                when b.kind <> e.kind and k.stated then 'kind'
                else 'right' end as verdict,
           exists (select from truth.said s where s.symbol = e.symbol and s.ex_date = e.ex_date and s.payment_date = e.payment_date)
               as pay_date_stated,
           b.amount = e.amount as exact
    from truth.event e
    cross join lateral (select exists (select from truth.said s where s.symbol = e.symbol and s.ex_date = e.ex_date
                                       and s.kind = e.kind) as stated) k
    left join lateral (select * from truth.believed b where b.symbol = e.symbol and b.ex_date = e.ex_date
                       order by abs(b.amount - e.amount) <= e.rounding desc, b.kind = e.kind desc, abs(b.amount - e.amount) limit 1)
        b on true
    where (e.symbol, e.ex_date) not in (select symbol, ex_date from truth.excused)
    union all
    select b.symbol, b.ex_date, null, null, null, b.kind, b.amount, b.payment_date, b.confidence, 'made up', false, false
    from truth.believed b
    where not exists (select from truth.event e where e.symbol = b.symbol and e.ex_date = b.ex_date)
      and (b.symbol, b.ex_date) not in (select symbol, ex_date from truth.excused);
-- Where all sources state the sum, a day of two payments is right when its sum is.
update truth.judged j set verdict = 'right' from truth.day d
where d.symbol = j.symbol and d.ex_date = j.ex_date and d.right and j.verdict in ('amount', 'kind')
  and (select count(*) from truth.believed b where b.symbol = j.symbol and b.ex_date = j.ex_date) = 1
  and not exists (select from truth.said s where s.symbol = j.symbol and s.ex_date = j.ex_date and s.now
                  and abs(s.amount - j.amount) <= 0.00051 and exists
                      (select from truth.said o where o.symbol = s.symbol and o.ex_date = s.ex_date and o.now
                       and o.source = s.source and (o.kind, o.nth) <> (s.kind, s.nth)));

create table truth.wrong_event as
    select j.symbol, j.ex_date, j.verdict, j.kind, j.amount as truly, j.believed_kind, j.believed, j.confidence,
           (select string_agg(s.source || ' ' || s.kind || ' ' || s.amount || case when now then '' else ' (before)' end, ', '
                              order by s.source, s.kind, s.nth)
            from truth.said s where s.symbol = j.symbol and s.ex_date = j.ex_date) as said,
           (select string_agg(distinct l.kind || ' at ' || l.source, ', ') from truth.lie l
            where l.symbol = j.symbol and j.ex_date between l.day - 7 and l.day + 7
              and (l.day = j.ex_date or l.stated_day = j.ex_date)) as lies
    from truth.judged j where j.verdict <> 'right';

-- Lies that a night could see: told on one of the nights, by a source that was asked about the day.
create table truth.seen_lie as
    select l.*, (select array_agg(distinct f.code) from exdate.finding f
                 where f.symbol = l.symbol and f.day in (l.day, l.stated_day)) as codes
    from truth.lie l join truth.reach r on r.source = l.source and r.symbol = l.symbol
    where l.since <= :'last' and (l.until is null or l.until > (select min(night) from truth.night))
      and case when l.kind = 'missing'
               then l.day between r.since and r.until and l.day <= :'last'
                    and exists (select from truth.said s where s.symbol = l.symbol and s.ex_date = l.day and s.source <> l.source)
               -- A history is read whole; of a calendar's days only those that were asked for.
               when l.source in ('yahoo', 'fmp', 'alphavantage', 'yieldmax')
               then l.stated_day between r.since and least(r.until, :'last')
               else exists (select from truth.said s where s.symbol = l.symbol and s.ex_date = l.stated_day and s.source = l.source)
          end
      -- A first announcement is wrong in hindsight only: it must have changed while the nights watched.
      and (l.kind not in ('correction', 'moved', 'withdrawn')
           or l.until between (select min(night) + 1 from truth.night) and :'last');
create table truth.unseen_lie as
    select kind, symbol, day, source, field, truly, stated, since, until from truth.seen_lie where codes is null;

-- What was held for longer than a night though nobody lied about it.
create table truth.held as
    select f.code, f.symbol, f.day, f.field, f.said, f.believed, f.reason from exdate.finding f
    where f.code in ('held-back', 'first-load', 'restatement') and f.state = 'open'
      and f.first_seen < (select max(began) from truth.night)
      and not exists (select from truth.lie l where l.symbol = f.symbol and (f.day is null or l.day between f.day - 7 and f.day + 7
                                                                             or l.stated_day between f.day - 7 and f.day + 7));

-- Findings about days of which nobody tells a lie.
create table truth.needless as
    select f.code, f.symbol, f.day, f.field, f.said, f.believed, f.reason, f.state from exdate.finding f
    where not exists (select from truth.lie l where l.symbol = f.symbol and (f.day is null or l.day between f.day - 7 and f.day + 7
                                                                             or l.stated_day between f.day - 7 and f.day + 7));

-- Two simpler ways to decide a day: what most sources state, and one source alone.
create table truth.source_day as
    select s.source, s.symbol, s.ex_date, sum(s.amount) as total from truth.said s
    where s.now and s.ex_date <= :'last' and s.amount is not null group by s.source, s.symbol, s.ex_date;
create index on truth.source_day (symbol, ex_date);
create table truth.majority as
    select distinct on (symbol, ex_date) symbol, ex_date, avg(total) over same as total, count(*) over same as votes,
           (select count(*) from truth.reach r where r.symbol = d.symbol and d.ex_date between r.since and r.until
                and exists (select from truth.source_day o where o.source = r.source and o.symbol = r.symbol)) as voters
    from truth.source_day d
    window same as (partition by symbol, ex_date, round(total, 2))
    order by symbol, ex_date, votes desc;
create table truth.error as
    select 'ours' as way, count(*) filter (where not d.right) as wrong, count(*) as days from truth.day d
    union all
    select 'majority', count(*) filter (where e.symbol is null or m.symbol is null or abs(m.total - e.total) > e.rounding * 2), count(*)
    from (select * from truth.majority where votes * 2 > voters or votes >= 2 or voters <= 2) m
    full join (select symbol, ex_date, sum(amount) as total, max(rounding) as rounding from truth.event group by 1, 2) e
        on e.symbol = m.symbol and e.ex_date = m.ex_date
    where (coalesce(m.symbol, e.symbol), coalesce(m.ex_date, e.ex_date)) not in (select symbol, ex_date from truth.excused)
    union all
    select coalesce(s.source, d.source), count(*) filter (where t.symbol is null or d.symbol is null or abs(d.total - t.total) > t.rounding * 2), count(*)
    from (select distinct source from truth.source_day) s
    cross join lateral (select symbol, ex_date, sum(amount) as total, max(rounding) as rounding from truth.event group by 1, 2) t
    full join truth.source_day d on d.source = s.source and d.symbol = t.symbol and d.ex_date = t.ex_date
    where (coalesce(t.symbol, d.symbol), coalesce(t.ex_date, d.ex_date)) not in (select symbol, ex_date from truth.excused)
    group by coalesce(s.source, d.source);

insert into truth.figure
    select 'events', v.verdict, (select count(*) from truth.judged j where j.verdict = v.verdict), (select count(*) from truth.event)
    from (values ('right'), ('amount'), ('kind'), ('missing'), ('made up')) v (verdict)
    union all select 'events', 'exact', count(*) filter (where exact), count(*) from truth.judged where verdict = 'right'
    union all select 'events', 'pay date', count(*) filter (where believed_payment_date = payment_date), count(*)
    from truth.judged where pay_date_stated
    union all select 'events', 'nobody knows', count(*), 0 from truth.excused
    union all select 'lie', kind, count(*) filter (where codes is not null), count(*) from truth.seen_lie group by kind
    union all select 'wrong by lie', coalesce(lies, 'none'), count(*), 0
    from (select (select min(l.kind) from truth.lie l where l.symbol = w.symbol and (l.day = w.ex_date or l.stated_day = w.ex_date)) as lies
          from truth.wrong_event w) w group by lies
    union all select 'held', code, count(*), 0 from truth.held group by code
    union all select 'needless', code, count(*), 0 from truth.needless group by code
    union all select 'confidence', b.name, count(*) filter (where verdict = 'right'), count(*)
    from (values ('>= 0.99', 0.99, 2), ('0.9 to 0.99', 0.9, 0.99), ('0.7 to 0.9', 0.7, 0.9), ('< 0.7', 0, 0.7)) b (name, low, high)
    join truth.judged on confidence >= low and confidence < high group by b.name
    union all select 'way', way, wrong, days from truth.error;
