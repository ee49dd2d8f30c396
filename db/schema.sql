-- What the files in db/migrations add up to. Generated: python -m kzcheck.store.schema

CREATE TABLE migration_checksums (
  name TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID
;

CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  outlet TEXT,
  author TEXT,
  published TEXT,
  published_from TEXT,
  url TEXT,
  source TEXT NOT NULL, -- what was asked for, as it was typed
  origin TEXT, -- the address or the whole path, by which a revision is known
  added_at TEXT NOT NULL,
  lineage TEXT NOT NULL, -- the id of the first document of this origin; revisions share it
  claims INTEGER NOT NULL DEFAULT 0, -- projected: claims of the body
  done INTEGER NOT NULL DEFAULT 0 -- projected: those with a verdict
, superseded INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX documents_by_outlet ON documents (outlet);

CREATE INDEX documents_by_origin ON documents (origin);

CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents (number),
  text TEXT NOT NULL
) STRICT;

CREATE TRIGGER texts_never_change BEFORE UPDATE ON texts
BEGIN
  SELECT RAISE(ABORT, 'the text of a document never changes');
END;

CREATE TABLE zones (
  document INTEGER NOT NULL REFERENCES documents (number),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (document, "start")
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES documents (number),
  zone TEXT NOT NULL,
  kind TEXT NOT NULL,
  headline TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  value REAL,
  value_high REAL,
  unit TEXT,
  approximator TEXT,
  change TEXT,
  quantity_kind TEXT,
  value_start INTEGER,
  value_end INTEGER,
  value_text TEXT,
  measure TEXT,
  subject TEXT,
  subject_start INTEGER,
  subject_end INTEGER,
  subject_origin TEXT,
  speaker TEXT,
  attribution TEXT NOT NULL,
  modality TEXT NOT NULL,
  as_of TEXT,
  as_of_from TEXT,
  priority REAL NOT NULL,
  reasons TEXT NOT NULL, -- a JSON list
  grp TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'open', -- projected from the ledger; 'dropped' where the claim was taken off
  touched INTEGER NOT NULL DEFAULT 0, -- projected: the last ledger entry that concerns it
  citations INTEGER NOT NULL DEFAULT 0, -- projected
  matches INTEGER NOT NULL DEFAULT 0, -- projected: duplicates, compatibles and conflicts
  conflicts INTEGER NOT NULL DEFAULT 0, -- projected
  -- The orders of the claim list, each ascending, so that one walk forward or back gives a page.
  by_priority REAL GENERATED ALWAYS AS (-priority) VIRTUAL,
  by_document INTEGER GENERATED ALWAYS AS (document * 4294967296 + "start") VIRTUAL,
  by_value REAL GENERATED ALWAYS AS (coalesce(-value, 9e999)) VIRTUAL,
  by_touched INTEGER GENERATED ALWAYS AS (-touched) VIRTUAL,
  value_top REAL GENERATED ALWAYS AS (coalesce(value_high, value)) VIRTUAL
) STRICT;

CREATE INDEX claims_by_priority ON claims (zone, status, by_priority);

CREATE INDEX claims_by_document ON claims (zone, status, by_document);

CREATE INDEX claims_by_value ON claims (zone, status, by_value);

CREATE INDEX claims_by_touched ON claims (zone, status, by_touched);

CREATE INDEX claims_of_document ON claims (document, "start");

CREATE INDEX claims_of_kind ON claims (kind);

CREATE INDEX claims_of_value ON claims (value);

CREATE INDEX claims_of_value_top ON claims (value_top);

CREATE INDEX claims_of_speaker ON claims (speaker) WHERE speaker IS NOT NULL;

CREATE VIEW claim_texts AS
SELECT c.number, c.headline, c.quote, c.subject, c.speaker, d.title
FROM claims AS c JOIN documents AS d ON d.number = c.document;

CREATE VIRTUAL TABLE claims_fts USING fts5 (
  headline, quote, subject, speaker, title,
  content = 'claim_texts', content_rowid = 'number',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TABLE tallies (
  zone TEXT NOT NULL,
  status TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (zone, status)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdicts (
  claim INTEGER PRIMARY KEY REFERENCES claims (number),
  status TEXT NOT NULL DEFAULT 'open',
  rationale TEXT,
  reviewer TEXT,
  decided_at TEXT,
  override_reason TEXT,
  active_seconds REAL
, inherited_from TEXT, stale TEXT) STRICT;

CREATE TABLE citations (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  claim INTEGER NOT NULL REFERENCES claims (number),
  entry INTEGER NOT NULL, -- of the ledger, that made it: the order of citations, also through undo and redo
  reviewer TEXT NOT NULL,
  reference TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  author TEXT,
  published TEXT,
  accessed TEXT NOT NULL,
  passage TEXT,
  locator TEXT,
  stance TEXT NOT NULL,
  kind TEXT NOT NULL,
  snapshot TEXT,
  archive_url TEXT
) STRICT;

CREATE INDEX citations_of_claim ON citations (claim, entry);

CREATE INDEX citations_by_entry ON citations (entry);

CREATE TRIGGER citations_counted AFTER INSERT ON citations
BEGIN
  UPDATE claims SET citations = citations + 1 WHERE number = new.claim;
END;

CREATE TRIGGER citations_uncounted AFTER DELETE ON citations
BEGIN
  UPDATE claims SET citations = citations - 1 WHERE number = old.claim;
END;

CREATE TABLE matches (
  a INTEGER NOT NULL REFERENCES claims (number), -- the claim with the lesser id
  b INTEGER NOT NULL REFERENCES claims (number),
  relation TEXT NOT NULL, -- what comparing found
  score REAL NOT NULL,
  reasons TEXT NOT NULL, -- a JSON list
  decision TEXT, -- what a reviewer said
  effective TEXT GENERATED ALWAYS AS (coalesce(decision, relation)) VIRTUAL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

CREATE INDEX matches_of_b ON matches (b, a);

CREATE INDEX matches_of_relation ON matches (effective, score);

CREATE TRIGGER matches_counted AFTER INSERT ON matches
BEGIN
  UPDATE claims SET
    matches = matches + (new.effective IN ('duplicate', 'compatible', 'conflict')),
    conflicts = conflicts + (new.effective = 'conflict')
  WHERE number IN (new.a, new.b);
END;

CREATE TRIGGER matches_recounted AFTER UPDATE ON matches WHEN new.effective <> old.effective
BEGIN
  UPDATE claims SET
    matches = matches + (new.effective IN ('duplicate', 'compatible', 'conflict'))
                      - (old.effective IN ('duplicate', 'compatible', 'conflict')),
    conflicts = conflicts + (new.effective = 'conflict') - (old.effective = 'conflict')
  WHERE number IN (new.a, new.b);
END;

CREATE TRIGGER matches_uncounted AFTER DELETE ON matches
BEGIN
  UPDATE claims SET
    matches = matches - (old.effective IN ('duplicate', 'compatible', 'conflict')),
    conflicts = conflicts - (old.effective = 'conflict')
  WHERE number IN (old.a, old.b);
END;

CREATE TABLE prepared (
  claim INTEGER PRIMARY KEY REFERENCES claims (number),
  json TEXT NOT NULL,
  terms TEXT NOT NULL -- a JSON list of numbers of match_terms
, edition INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE match_terms (
  number INTEGER PRIMARY KEY,
  term TEXT NOT NULL UNIQUE,
  n INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE match_postings (
  term INTEGER NOT NULL REFERENCES match_terms (number),
  claim INTEGER NOT NULL REFERENCES claims (number),
  PRIMARY KEY (term, claim)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  reviewer TEXT NOT NULL,
  started_at TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  reviewer TEXT NOT NULL,
  session TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  batch TEXT NOT NULL,
  before TEXT, -- JSON
  after TEXT, -- JSON
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX ledger_by_subject ON ledger (subject);

CREATE INDEX ledger_by_batch ON ledger (batch);

CREATE TRIGGER ledger_never_changes BEFORE UPDATE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TRIGGER ledger_never_shrinks BEFORE DELETE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only');
END;

CREATE TABLE deeds (
  batch TEXT PRIMARY KEY,
  reviewer TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL, -- of the deed, or of its last undo or redo
  state TEXT NOT NULL -- done, undone, or gone when a later deed ended the chance to redo it
) STRICT, WITHOUT ROWID;

CREATE INDEX deeds_of_reviewer ON deeds (reviewer, state, first_seq);

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
, edition INTEGER NOT NULL DEFAULT 0) STRICT;

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

CREATE INDEX documents_by_lineage ON documents (lineage);

CREATE TABLE revisions (
  number INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (number), -- the text that came
  earlier INTEGER NOT NULL REFERENCES documents (number), -- and the one whose place it took
  at TEXT NOT NULL
) STRICT;

CREATE INDEX revisions_of_document ON revisions (document);

CREATE INDEX revisions_of_earlier ON revisions (earlier);

CREATE TABLE carried (
  claim INTEGER PRIMARY KEY REFERENCES claims (number),
  "to" TEXT, -- the id of the claim they went to; nothing where a person let them go
  how TEXT NOT NULL
) STRICT;

CREATE INDEX verdicts_stale ON verdicts (claim) WHERE stale IS NOT NULL;

CREATE TRIGGER claims_counted AFTER INSERT ON claims
BEGIN
  INSERT INTO tallies (zone, status, n) VALUES (new.zone, new.status, 1)
    ON CONFLICT (zone, status) DO UPDATE SET n = n + 1;
  UPDATE documents SET
    claims = claims + (new.status <> 'dropped'),
    done = done + (new.status NOT IN ('open', 'later', 'dropped', 'superseded', 'orphaned'))
  WHERE number = new.document AND new.zone = 'body';
END;

CREATE TRIGGER claims_recounted AFTER UPDATE OF status ON claims WHEN new.status <> old.status
BEGIN
  UPDATE tallies SET n = n - 1 WHERE zone = old.zone AND status = old.status;
  INSERT INTO tallies (zone, status, n) VALUES (new.zone, new.status, 1)
    ON CONFLICT (zone, status) DO UPDATE SET n = n + 1;
  UPDATE documents SET
    claims = claims + (new.status <> 'dropped') - (old.status <> 'dropped'),
    done = done + (new.status NOT IN ('open', 'later', 'dropped', 'superseded', 'orphaned'))
                - (old.status NOT IN ('open', 'later', 'dropped', 'superseded', 'orphaned'))
  WHERE number = new.document AND new.zone = 'body';
END;

CREATE TABLE clusters (
  claim INTEGER PRIMARY KEY REFERENCES claims (number),
  cluster INTEGER NOT NULL REFERENCES claims (number) -- the claim that stands for all of them
) STRICT;

CREATE INDEX clusters_of_cluster ON clusters (cluster);

CREATE TABLE rematching (
  kind TEXT NOT NULL, -- 'again': matches that are stored; 'find': pairs that share rare terms
  part INTEGER NOT NULL,
  parts INTEGER NOT NULL,
  newest INTEGER NOT NULL, -- the newest claim that it looks at: later ones are matched as they are added
  claims INTEGER NOT NULL, -- how many it looks at
  PRIMARY KEY (kind, part)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX fact_checks_of_edition ON fact_checks (edition);
