-- Answers to the survey, and how each application kept its term: what appendix 9 is computed from.

CREATE TABLE survey (
    subject  BLOB NOT NULL,    -- keyed hash of the case's or complaint's id: whose answer it is cannot be read from it
    question TEXT NOT NULL,    -- process, information, complaints or politeness
    office   TEXT NOT NULL,    -- whose service it was: appendix/row
    day      TEXT NOT NULL,    -- of the answer, in Kazakhstan
    answer   INTEGER NOT NULL, -- 1 satisfied, 0 not
    PRIMARY KEY (subject, question)
) WITHOUT ROWID;
CREATE INDEX survey_by_office ON survey (office, day, question, answer);

-- One row an application from its filing on; it holds no person and outlives the erasure of the case.
CREATE TABLE terms (
    case_id TEXT PRIMARY KEY,
    office  TEXT NOT NULL,
    due     TEXT NOT NULL,     -- the last day for the result (point 7)
    done    TEXT               -- the day the result could be collected, or the refusal was told; NULL until then
) WITHOUT ROWID;
CREATE INDEX terms_by_done ON terms (office, done, due);
