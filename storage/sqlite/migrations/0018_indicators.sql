-- The indicators are counted for each edition of the standard apart.

DROP INDEX terms_by_done;
CREATE INDEX terms_by_done ON terms (office, edition, done, due);
DROP INDEX survey_by_office;
CREATE INDEX survey_by_office ON survey (office, edition, day, question, answer);
