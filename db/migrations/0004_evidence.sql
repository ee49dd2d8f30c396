-- Cited pages as they were seen, and what checking citations against them came to.

CREATE TABLE snapshots (
  number INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE, -- of the unpacked body
  size INTEGER NOT NULL, -- bytes of the unpacked body
  url TEXT NOT NULL,
  final_url TEXT NOT NULL,
  status INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  headers TEXT NOT NULL, -- a JSON list of pairs
  fetched_at TEXT NOT NULL,
  title TEXT, -- these four: what the page says of itself
  publisher TEXT,
  author TEXT,
  published TEXT -- EDTF
) STRICT;
CREATE TRIGGER snapshots_never_change BEFORE UPDATE ON snapshots
BEGIN
  SELECT RAISE(ABORT, 'a kept copy never changes');
END;

-- The body and what can be read in it, in parts: a large page in one piece would hold up a mark.
CREATE TABLE snapshot_bodies (
  sha256 TEXT NOT NULL,
  part INTEGER NOT NULL,
  packed BLOB NOT NULL, -- a part of the zlib stream
  PRIMARY KEY (sha256, part)
) STRICT;
CREATE TABLE snapshot_texts (
  sha256 TEXT NOT NULL,
  part INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (sha256, part)
) STRICT;

-- Projected from the ledger.
CREATE TABLE citation_checks (
  citation TEXT PRIMARY KEY, -- its id, the same when the citation is taken off and put back
  snapshot TEXT, -- the SHA-256 of the kept copy
  archive_url TEXT,
  passage_check TEXT, -- found, nearly or absent
  passage_note TEXT, -- how the passage differs
  rechecked_at TEXT,
  recheck TEXT, -- same, changed, gone, blocked or unreachable
  recheck_note TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_checks_by_recheck ON citation_checks (recheck) WHERE recheck IS NOT NULL;
