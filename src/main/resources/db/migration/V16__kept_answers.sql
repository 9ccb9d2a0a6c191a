-- Pages of sources as they were sent, the last of each address, so that a run does not ask for what was read the same evening.
-- Only a cache: not in the write-ahead log, empty after a crash of the server, and not in backups.
CREATE UNLOGGED TABLE exdate.kept_answer (
    source        text        NOT NULL,
    base_url      text        NOT NULL,
    target        text        NOT NULL,
    market_day    date        NOT NULL,
    session       date        NOT NULL,
    read_at       timestamptz NOT NULL,
    status        int         NOT NULL,
    content_type  text        NOT NULL,
    etag          text,
    last_modified text,
    body          bytea       NOT NULL,
    PRIMARY KEY (source, base_url, target)
);
COMMENT ON TABLE exdate.kept_answer IS 'answers of sources that a run of the same evening uses instead of asking again; a cache';
COMMENT ON COLUMN exdate.kept_answer.session IS 'the newest session that had closed when the answer was read';
COMMENT ON COLUMN exdate.kept_answer.target IS 'path and query, without a key';
COMMENT ON COLUMN exdate.kept_answer.body IS 'compressed with gzip';
