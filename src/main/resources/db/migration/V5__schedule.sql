-- What `exdate schedule` does for this database: one row, of the newest one.
CREATE TABLE exdate.schedule (
    only_one       boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
    cron           text        NOT NULL,
    host           text        NOT NULL,
    pid            bigint      NOT NULL,
    began_at       timestamptz NOT NULL,
    ended_at       timestamptz,
    next_start_at  timestamptz,
    last_start_at  timestamptz,
    last_exit_code integer,
    missed_at      timestamptz,
    missed_reason  text
);
COMMENT ON COLUMN exdate.schedule.ended_at IS 'when it ended cleanly; nothing starts a run after that';
COMMENT ON COLUMN exdate.schedule.last_exit_code IS 'null while the run that started at last_start_at is at work';
COMMENT ON COLUMN exdate.schedule.missed_at IS 'the newest start that did not happen when it was due';
