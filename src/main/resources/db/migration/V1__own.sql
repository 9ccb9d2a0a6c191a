-- What Exdate keeps for itself. Flyway makes the schema.

CREATE TABLE exdate.run (
    id         uuid PRIMARY KEY,
    market_day date        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    status     text        NOT NULL CHECK (status IN ('running', 'succeeded', 'failed', 'cancelled')),
    exit_code  integer,
    version    text        NOT NULL,
    host       text        NOT NULL,
    pid        bigint      NOT NULL
);
CREATE INDEX ON exdate.run (started_at);

CREATE TABLE exdate.task_run (
    run_id     uuid        NOT NULL REFERENCES exdate.run,
    task       text        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    outcome    text        NOT NULL CHECK (outcome IN ('running', 'succeeded', 'failed', 'skipped', 'cancelled')),
    reason     text,
    asked      bigint      NOT NULL DEFAULT 0,
    read       bigint      NOT NULL DEFAULT 0,
    added      bigint      NOT NULL DEFAULT 0,
    changed    bigint      NOT NULL DEFAULT 0,
    same       bigint      NOT NULL DEFAULT 0,
    failed     bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id, task)
);
COMMENT ON COLUMN exdate.task_run.failed IS 'questions that ended in a failure';

-- Which kind of a symbol's data was read when: set by that kind's own success only.
CREATE TABLE exdate.freshness (
    symbol          text        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('prices', 'dividends', 'splits', 'company', 'holdings')),
    last_attempt_at timestamptz NOT NULL,
    last_success_at timestamptz,
    last_outcome    text        NOT NULL CHECK (last_outcome IN ('data', 'nothing', 'failed')),
    source          text,
    attempts        integer     NOT NULL DEFAULT 1,
    PRIMARY KEY (symbol, kind)
);
COMMENT ON COLUMN exdate.freshness.attempts IS 'failed attempts in a row since the last success, 0 after one';

-- Days on which a source knew nothing of a symbol: what an exclusion rests on.
CREATE TABLE exdate.nothing_evidence (
    symbol text NOT NULL,
    day    date NOT NULL,
    source text NOT NULL,
    PRIMARY KEY (symbol, day, source)
);

-- A second, different amount for one symbol and ex-date: kept beside the one that the table has, never written over it.
CREATE TABLE exdate.dividend_conflict (
    symbol      text        NOT NULL,
    ex_date     date        NOT NULL,
    amount      numeric     NOT NULL,
    source      text        NOT NULL,
    kept_amount numeric     NOT NULL,
    kept_source text,
    seen_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (symbol, ex_date, amount, source)
);

CREATE TABLE exdate.classification (
    symbol        text PRIMARY KEY,
    rule          text        NOT NULL,
    version       integer     NOT NULL,
    strategy      text        NOT NULL,
    related_stock text,
    classified_at timestamptz NOT NULL
);

-- NYSE's list of corporate actions: symbol changes, listings, suspensions.
CREATE TABLE exdate.corporate_action (
    market_event text        NOT NULL,
    symbol       text        NOT NULL,
    action       text        NOT NULL,
    action_date  date,
    status       text,
    issuer       text,
    updated_at   timestamptz,
    seen_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (market_event, action, symbol)
);
CREATE INDEX ON exdate.corporate_action (symbol, action_date);

CREATE TABLE exdate.directory_size (
    file  text    NOT NULL,
    day   date    NOT NULL,
    lines integer NOT NULL,
    PRIMARY KEY (file, day)
);

CREATE TABLE exdate.daily_budget (
    source text    NOT NULL,
    day    date    NOT NULL,
    used   integer NOT NULL,
    PRIMARY KEY (source, day)
);

CREATE TABLE exdate.company_attempt (
    symbol          text PRIMARY KEY,
    last_attempt_at timestamptz NOT NULL,
    attempts        integer     NOT NULL DEFAULT 1,
    last_outcome    text        NOT NULL
);

-- The product of a column: what all splits after a day multiply to.
CREATE AGGREGATE exdate.product(numeric) (SFUNC = numeric_mul, STYPE = numeric);

-- updated_at moves on a real change only.
CREATE FUNCTION exdate.touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF new IS DISTINCT FROM old THEN
        new.updated_at := clock_timestamp();
    END IF;
    RETURN new;
END
$$;

-- In raw_stocks a new checked_at alone is no change.
CREATE FUNCTION exdate.touch_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(new) - 'checked_at' IS DISTINCT FROM to_jsonb(old) - 'checked_at' THEN
        new.updated_at := clock_timestamp();
    END IF;
    RETURN new;
END
$$;
