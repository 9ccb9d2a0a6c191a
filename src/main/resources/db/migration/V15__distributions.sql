-- A payment keeps its id over all versions, has a status, and its amount beside the one adjusted for later splits.

DROP TRIGGER keep_distribution ON exdate.distribution;
DROP INDEX exdate.distribution_ex_date_idx;
ALTER TABLE exdate.distribution
    DROP CONSTRAINT distribution_pkey,
    DROP CONSTRAINT distribution_symbol_ex_date_kind_nth_valid_to_key,
    ADD COLUMN adj_amount numeric,
    ADD COLUMN currency text,
    ADD COLUMN status text NOT NULL DEFAULT 'paid'
        CHECK (status IN ('announced', 'declared', 'gone_ex', 'paid', 'withdrawn')),
    ADD PRIMARY KEY (symbol, ex_date, kind, nth, valid_to);
UPDATE exdate.distribution h SET id = d.id
FROM exdate.distribution d
WHERE (d.symbol, d.ex_date, d.kind, d.nth) = (h.symbol, h.ex_date, h.kind, h.nth)
  AND d.valid_to = 'infinity' AND h.valid_to <> 'infinity';
DELETE FROM exdate.distribution WHERE valid_from >= valid_to;
ALTER TABLE exdate.distribution
    ADD CONSTRAINT distribution_valid CHECK (valid_from < valid_to),
    -- One version at a time. Ranges of one number need no extension for the id.
    ADD CONSTRAINT distribution_one_at_a_time EXCLUDE USING gist (
        int8range(id, id, '[]') WITH &&, tstzrange(valid_from, valid_to) WITH &&);
CREATE INDEX distribution_pending ON exdate.distribution (ex_date)
    WHERE valid_to = 'infinity' AND status IN ('announced', 'declared', 'gone_ex');
COMMENT ON TABLE exdate.distribution IS 'the payments that are believed, one row per version; exdate.distributions_as_of gives those of a moment';
COMMENT ON COLUMN exdate.distribution.id IS 'of the payment, the same in all versions';
COMMENT ON COLUMN exdate.distribution.amount IS 'per share as declared';
COMMENT ON COLUMN exdate.distribution.adj_amount IS 'adjusted for all splits since';

-- The day moves a status on, and a split an adjusted amount: that is no other belief.
CREATE OR REPLACE FUNCTION exdate.keep_distribution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    new.valid_from := now();
    RETURN new;
END
$$;
CREATE TRIGGER date_distribution BEFORE UPDATE ON exdate.distribution
    FOR EACH ROW WHEN (new.valid_to = old.valid_to
        AND (new.amount, new.currency, new.record_date, new.payment_date, new.declaration_date, new.frequency, new.source,
             new.reason, new.in_favour, new.against, new.confidence, new.dates_because, new.status = 'withdrawn')
            IS DISTINCT FROM
            (old.amount, old.currency, old.record_date, old.payment_date, old.declaration_date, old.frequency, old.source,
             old.reason, old.in_favour, old.against, old.confidence, old.dates_because, old.status = 'withdrawn'))
    EXECUTE FUNCTION exdate.keep_distribution();

CREATE FUNCTION exdate.keep_believed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    old.valid_to := new.valid_from;
    INSERT INTO exdate.distribution SELECT old.*;
    RETURN NULL;
END
$$;
CREATE TRIGGER keep_distribution AFTER UPDATE ON exdate.distribution
    FOR EACH ROW WHEN (new.valid_to = old.valid_to AND new.valid_from > old.valid_from)
    EXECUTE FUNCTION exdate.keep_believed();

CREATE OR REPLACE FUNCTION exdate.distributions_as_of(moment timestamptz) RETURNS SETOF exdate.distribution
    LANGUAGE sql STABLE AS $$
    SELECT * FROM exdate.distribution WHERE valid_from <= moment AND valid_to > moment AND status <> 'withdrawn'
$$;

-- A split moves the adjusted amounts before it.
CREATE FUNCTION exdate.leave_split_undecided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO exdate.undecided
    SELECT DISTINCT d.symbol, d.ex_date
    FROM splits s JOIN exdate.distribution d ON d.symbol = s.symbol AND d.ex_date < s.split_date
    WHERE d.valid_to = 'infinity'
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER exdate_split_added AFTER INSERT ON public.raw_stock_splits
    REFERENCING NEW TABLE AS splits FOR EACH STATEMENT EXECUTE FUNCTION exdate.leave_split_undecided();
CREATE TRIGGER exdate_split_changed AFTER UPDATE ON public.raw_stock_splits
    REFERENCING NEW TABLE AS splits FOR EACH STATEMENT EXECUTE FUNCTION exdate.leave_split_undecided();

INSERT INTO exdate.undecided
SELECT DISTINCT symbol, ex_date FROM exdate.distribution WHERE valid_to = 'infinity'
ON CONFLICT DO NOTHING;
