-- What a run was to do, that it lives, how far it is and what failed in it: enough to go on with it after a crash.

ALTER TABLE exdate.run
    ADD COLUMN command        text        NOT NULL DEFAULT 'run',
    ADD COLUMN plan           jsonb,
    ADD COLUMN heartbeat_at   timestamptz,
    ADD COLUMN starts         integer     NOT NULL DEFAULT 1,
    ADD COLUMN reason         text,
    ADD COLUMN report         jsonb,
    ADD COLUMN server_version text,
    ADD COLUMN schema_version text,
    DROP CONSTRAINT run_status_check,
    ADD CONSTRAINT run_status_check CHECK (status IN ('running', 'succeeded', 'failed', 'cancelled', 'dead'));
COMMENT ON COLUMN exdate.run.command IS 'run for the daily run, else the command that ran some of its tasks by themselves';
COMMENT ON COLUMN exdate.run.plan IS 'tasks, windows and options as they were at the first start';
COMMENT ON COLUMN exdate.run.heartbeat_at IS 'by the server''s clock, every few seconds while the run lives';
COMMENT ON COLUMN exdate.run.starts IS '1, and one more each time the run was gone on with';
COMMENT ON COLUMN exdate.run.reason IS 'why the run was ended before its time, one line';
COMMENT ON COLUMN exdate.run.report IS 'what the closing report said';

ALTER TABLE exdate.task_run
    ALTER COLUMN started_at DROP NOT NULL,
    ADD COLUMN window_from date,
    ADD COLUMN window_to   date,
    ADD COLUMN last_line   text,
    DROP CONSTRAINT task_run_outcome_check,
    ADD CONSTRAINT task_run_outcome_check
        CHECK (outcome IN ('planned', 'running', 'succeeded', 'failed', 'skipped', 'cancelled'));
COMMENT ON COLUMN exdate.task_run.window_from IS 'first day asked for, decided when the run was planned';
COMMENT ON COLUMN exdate.task_run.last_line IS 'what a running task said last';

-- What a task asked for in vain. Healed once the same was had in any later run.
CREATE TABLE exdate.failed_unit (
    run_id    uuid        NOT NULL REFERENCES exdate.run,
    task      text        NOT NULL,
    unit_kind text        NOT NULL CHECK (unit_kind IN ('symbol', 'page', 'day', 'window', 'task')),
    unit      text        NOT NULL,
    reason    text        NOT NULL,
    failed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    healed_at timestamptz,
    healed_by uuid REFERENCES exdate.run,
    PRIMARY KEY (run_id, task, unit_kind, unit)
);
CREATE INDEX ON exdate.failed_unit (task, unit_kind, unit) WHERE healed_at IS NULL;
COMMENT ON COLUMN exdate.failed_unit.unit IS
    'a symbol; a page''s address; a day; a window as FROM..TO; for a task that failed as a whole its name';

-- The process that may write, by a sign that it makes up when it starts. Every writing transaction holds this row in share
-- mode, so that a process which has lost its place can't write any more, and the one that takes it waits until what was
-- under way has ended.
CREATE TABLE exdate.writer (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    run_id   uuid,
    sign     uuid,
    taken_at timestamptz
);
INSERT INTO exdate.writer (only_one) VALUES (true);
