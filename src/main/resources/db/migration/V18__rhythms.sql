-- How often a share or fund pays, and whether it pays alike.

CREATE FUNCTION exdate.rhythm(gap integer) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN gap BETWEEN 4 AND 13 THEN 'Weekly'
        WHEN gap BETWEEN 14 AND 20 THEN 'Bi-Weekly'
        WHEN gap BETWEEN 21 AND 45 THEN 'Monthly'
        WHEN gap BETWEEN 70 AND 115 THEN 'Quarterly'
        WHEN gap BETWEEN 140 AND 220 THEN 'Semi-Annual'
        WHEN gap BETWEEN 320 AND 410 THEN 'Annual'
    END;
COMMENT ON FUNCTION exdate.rhythm IS 'the rhythm of two ex-dates that lie so many days apart; null for none';

CREATE FUNCTION exdate.stated_rhythm(words text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN words ~* '(4|four).?week' THEN 'Every 4 Weeks'
        ELSE CASE lower(regexp_replace(words, '[^A-Za-z]', '', 'g'))
            WHEN 'weekly' THEN 'Weekly'
            WHEN 'biweekly' THEN 'Bi-Weekly'
            WHEN 'monthly' THEN 'Monthly'
            WHEN 'quarterly' THEN 'Quarterly'
            WHEN 'semiannual' THEN 'Semi-Annual'
            WHEN 'semiannually' THEN 'Semi-Annual'
            WHEN 'annual' THEN 'Annual'
            WHEN 'annually' THEN 'Annual'
        END
    END;

CREATE FUNCTION exdate.payments_a_year(rhythm text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE rhythm
        WHEN 'Weekly' THEN 52
        WHEN 'Bi-Weekly' THEN 26
        WHEN 'Every 4 Weeks' THEN 13
        WHEN 'Monthly' THEN 12
        WHEN 'Quarterly' THEN 4
        WHEN 'Semi-Annual' THEN 2
        WHEN 'Annual' THEN 1
    END;

ALTER TABLE public.raw_stocks ADD COLUMN IF NOT EXISTS variable_payer boolean;
COMMENT ON COLUMN public.raw_stocks.variable_payer IS
    'whether its regular payments differ so much that forward_yield is what was paid in 365 days';
COMMENT ON COLUMN public.raw_stocks.forward_yield IS
    'as a fraction of price: the last regular payment times the payments of a year; of a variable payer, all of 365 days';
COMMENT ON COLUMN public.raw_stocks.price_date IS 'of price; windows of 365 days end on it';

-- Few payments are anything else.
CREATE INDEX ON exdate.distribution (symbol) WHERE valid_to = 'infinity' AND kind <> 'regular';
