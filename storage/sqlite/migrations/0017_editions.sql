-- Every record names the edition of the standard it belongs to, for ever. Until now there was one edition.

ALTER TABLE cases ADD COLUMN edition TEXT NOT NULL DEFAULT '2011-20';
ALTER TABLE complaints ADD COLUMN edition TEXT NOT NULL DEFAULT '2011-20';
ALTER TABLE terms ADD COLUMN edition TEXT NOT NULL DEFAULT '2011-20';
ALTER TABLE survey ADD COLUMN edition TEXT NOT NULL DEFAULT '2011-20';
ALTER TABLE remains ADD COLUMN edition TEXT NOT NULL DEFAULT '2011-20';
CREATE INDEX cases_by_edition ON cases (edition, state);
CREATE INDEX complaints_by_edition ON complaints (edition, stage);
CREATE INDEX remains_by_edition ON remains (edition);
