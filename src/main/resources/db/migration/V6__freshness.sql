-- A success counts for the sessions it has seen: a run for a later market day asks again, however little time has passed.
ALTER TABLE exdate.freshness ADD COLUMN session date;
COMMENT ON COLUMN exdate.freshness.session IS 'the newest closed session, seen from the run, of the last success';
