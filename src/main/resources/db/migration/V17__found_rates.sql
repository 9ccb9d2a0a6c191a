-- How many requests a second a source turned out to allow, where nobody has set a rate; the next night begins with it.
CREATE TABLE exdate.found_rate (
    source   text             NOT NULL,
    base_url text             NOT NULL,
    rate     double precision NOT NULL CHECK (rate > 0),
    found_at timestamptz      NOT NULL,
    PRIMARY KEY (source, base_url)
);
COMMENT ON TABLE exdate.found_rate IS 'requests per second that sources allow, found with _REQUESTS_PER_SECOND=auto';

-- What runs asked of sources, for the estimate of the next one.
CREATE TABLE exdate.source_requests (
    run_id   uuid   NOT NULL REFERENCES exdate.run ON DELETE CASCADE,
    source   text   NOT NULL,
    requests bigint NOT NULL,
    PRIMARY KEY (run_id, source)
);
COMMENT ON TABLE exdate.source_requests IS 'requests of a run by source; exdate run --dry-run estimates from them';
