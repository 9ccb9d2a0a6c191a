-- Adjusted closes are computed from closes, splits and dividends.

-- With sixteen digits, as the program computes.
-- A tie goes to the even digit, as in new bars, which the program computes.
CREATE FUNCTION exdate.digits16(number numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (
        SELECT CASE WHEN shifted - trunc(shifted) = 0.5 AND mod(trunc(shifted), 2) = 0 THEN trunc(number, decimals)
                    ELSE round(number, decimals) END
        FROM (SELECT CASE WHEN number >= 0.1 THEN 16 WHEN number >= 0.01 THEN 17 WHEN number >= 0.001 THEN 18
                          ELSE 20 END AS decimals) AS known
        CROSS JOIN LATERAL (SELECT number * power(10::numeric, decimals) AS shifted) AS moved);

CREATE FUNCTION exdate.times16(one numeric, other numeric) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN exdate.digits16(one * other);

-- The product of shares between 0 and 1.
CREATE AGGREGATE exdate.share(numeric) (SFUNC = exdate.times16, STYPE = numeric, INITCOND = '1');

-- The last computation: only symbols whose dividends or splits have changed since then are computed again.
CREATE TABLE exdate.adjusted_mark (
    adjusted_at timestamptz NOT NULL
);

COMMENT ON COLUMN public.raw_stock_prices.adj_close IS
    'computed: close times the share left of each later dividend, 1 - dividend / last close before its ex-date';
