-- Checks that others published, and the index they are looked up in.

CREATE TABLE fact_checks (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  claim TEXT NOT NULL,
  title TEXT,
  claimant TEXT,
  publisher TEXT,
  rating TEXT,
  date TEXT, -- EDTF
  url TEXT,
  prepared TEXT NOT NULL -- claim and title as matching reads them, JSON
) STRICT;
CREATE INDEX fact_checks_by_claimant ON fact_checks (claimant) WHERE claimant IS NOT NULL;

CREATE TABLE fact_check_terms (
  number INTEGER PRIMARY KEY,
  term TEXT NOT NULL UNIQUE,
  n INTEGER NOT NULL -- how many checks have it
) STRICT;

CREATE TABLE fact_check_postings (
  term INTEGER NOT NULL REFERENCES fact_check_terms (number),
  fact_check INTEGER NOT NULL REFERENCES fact_checks (number),
  weight REAL NOT NULL, -- BM25 without the rarity of the term
  PRIMARY KEY (term, fact_check)
) STRICT, WITHOUT ROWID;
