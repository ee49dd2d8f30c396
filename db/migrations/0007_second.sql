-- What other reviewers found on a claim, without seeing the first verdict on it.

CREATE TABLE second_verdicts (
  claim INTEGER NOT NULL REFERENCES claims (number),
  reviewer TEXT NOT NULL,
  status TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  rationale TEXT,
  override_reason TEXT,
  active_seconds REAL,
  first_status TEXT NOT NULL, -- the verdict that stood when it was found
  first_reviewer TEXT NOT NULL,
  PRIMARY KEY (claim, reviewer)
) STRICT, WITHOUT ROWID;

CREATE INDEX second_verdicts_of_reviewer ON second_verdicts (reviewer, status);
