COMMENT ON COLUMN exdate.run.starts IS 'number of starts: 1, plus one for each time the run was resumed';
