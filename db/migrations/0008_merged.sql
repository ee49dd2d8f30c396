-- What the ledgers of desks that were merged into this one say, as it was written there.

CREATE TABLE merged_entries (
  hash TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  session TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  batch TEXT NOT NULL,
  before TEXT, -- JSON
  after TEXT, -- JSON
  prev_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX merged_entries_by_subject ON merged_entries (subject);

CREATE TRIGGER merged_entries_never_change BEFORE UPDATE ON merged_entries
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER merged_entries_never_shrink BEFORE DELETE ON merged_entries
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;
