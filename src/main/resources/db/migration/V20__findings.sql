-- Findings of all kinds: also about no day, seen again, and decided by a person.

ALTER TABLE exdate.finding
    DROP CONSTRAINT finding_pkey,
    ALTER COLUMN day DROP NOT NULL,
    ADD COLUMN found_by  text        NOT NULL DEFAULT 'update',
    ADD COLUMN last_seen timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN state     text        NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'settled', 'decided'));
UPDATE exdate.finding SET state = 'settled', last_seen = resolved_at WHERE resolved_at <> 'infinity';
CREATE UNIQUE INDEX finding_key ON exdate.finding (symbol, day, code, field) NULLS NOT DISTINCT;
CREATE INDEX ON exdate.finding (first_seen);
COMMENT ON COLUMN exdate.finding.symbol IS 'empty if it is about a source''s list';
COMMENT ON COLUMN exdate.finding.day IS 'the ex-date or the price''s day; null if it is about none';
COMMENT ON COLUMN exdate.finding.found_by IS 'the task';
COMMENT ON COLUMN exdate.finding.state IS
    'open; settled once it is not seen any more or the sources agree; decided once a person has decided';
