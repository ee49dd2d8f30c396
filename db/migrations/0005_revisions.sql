-- A document that changes: which text took the place of which, and where decisions went.

ALTER TABLE documents ADD COLUMN superseded INTEGER NOT NULL DEFAULT 0; -- 1 once a later text took its place
CREATE INDEX documents_by_lineage ON documents (lineage);

CREATE TABLE revisions (
  number INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (number), -- the text that came
  earlier INTEGER NOT NULL REFERENCES documents (number), -- and the one whose place it took
  at TEXT NOT NULL
) STRICT;
CREATE INDEX revisions_of_document ON revisions (document);
CREATE INDEX revisions_of_earlier ON revisions (earlier);

-- Projected from the ledger: claims whose decisions went over to another text, or were let go.
CREATE TABLE carried (
  claim INTEGER PRIMARY KEY REFERENCES claims (number),
  "to" TEXT, -- the id of the claim they went to; nothing where a person let them go
  how TEXT NOT NULL
) STRICT;

ALTER TABLE verdicts ADD COLUMN inherited_from TEXT; -- the claim of an earlier text that it was found on
ALTER TABLE verdicts ADD COLUMN stale TEXT; -- what the document has changed under it since
CREATE INDEX verdicts_stale ON verdicts (claim) WHERE stale IS NOT NULL;

-- claims.status may now also be 'superseded', and 'orphaned' where decisions on a superseded claim went nowhere.
DROP TRIGGER claims_counted;
CREATE TRIGGER claims_counted AFTER INSERT ON claims
BEGIN
  INSERT INTO tallies (zone, status, n) VALUES (new.zone, new.status, 1)
    ON CONFLICT (zone, status) DO UPDATE SET n = n + 1;
  UPDATE documents SET
    claims = claims + (new.status <> 'dropped'),
    done = done + (new.status NOT IN ('open', 'later', 'dropped', 'superseded', 'orphaned'))
  WHERE number = new.document AND new.zone = 'body';
END;
DROP TRIGGER claims_recounted;
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

-- Texts of one lineage that are on the desk already: the last is the present one.
INSERT INTO revisions (document, earlier, at)
SELECT number, earlier, added_at FROM (
  SELECT number, added_at, lag(number) OVER (PARTITION BY lineage ORDER BY number) AS earlier FROM documents
) WHERE earlier IS NOT NULL ORDER BY number;
UPDATE documents SET superseded = 1 WHERE number IN (SELECT earlier FROM revisions);
UPDATE claims SET status = CASE
  WHEN EXISTS (SELECT 1 FROM citations AS t WHERE t.claim = claims.number) OR EXISTS (
    SELECT 1 FROM verdicts AS v
    WHERE v.claim = claims.number AND (v.status <> 'open' OR v.rationale IS NOT NULL)
  ) THEN 'orphaned' ELSE 'superseded' END
WHERE status <> 'dropped' AND document IN (SELECT earlier FROM revisions);
