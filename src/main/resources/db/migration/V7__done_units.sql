-- What an unfinished run has had already, unit by unit, where the data itself does not tell: not asked for again when it goes on.
CREATE TABLE exdate.done_unit (
    run_id    uuid NOT NULL REFERENCES exdate.run,
    task      text NOT NULL,
    unit_kind text NOT NULL,
    unit      text NOT NULL,
    PRIMARY KEY (run_id, task, unit_kind, unit)
);
