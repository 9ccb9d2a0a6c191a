-- How long every list of a source was when it was last taken, not only the directories'.
ALTER TABLE exdate.directory_size RENAME TO list_length;
ALTER TABLE exdate.list_length RENAME COLUMN file TO list;
ALTER TABLE exdate.list_length RENAME COLUMN lines TO rows;
COMMENT ON TABLE exdate.list_length IS 'rows of a source''s list on the days it was taken: one that has lost too many is held back';
