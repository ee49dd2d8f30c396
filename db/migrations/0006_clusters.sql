-- Claims that say the same, joined; and a rebuild of the matches that can go on where it was ended.

-- Projected from the matches: each claim that belongs with others.
CREATE TABLE clusters (
  claim INTEGER PRIMARY KEY REFERENCES claims (number),
  cluster INTEGER NOT NULL REFERENCES claims (number) -- the claim that stands for all of them
) STRICT;
CREATE INDEX clusters_of_cluster ON clusters (cluster);

ALTER TABLE prepared ADD COLUMN edition INTEGER NOT NULL DEFAULT 0; -- of the reading that made it

-- What is left to do of a rebuild; empty when none is under way.
CREATE TABLE rematching (
  kind TEXT NOT NULL, -- 'again': matches that are stored; 'find': pairs that share rare terms
  part INTEGER NOT NULL,
  parts INTEGER NOT NULL,
  newest INTEGER NOT NULL, -- the newest claim that it looks at: later ones are matched as they are added
  claims INTEGER NOT NULL, -- how many it looks at
  PRIMARY KEY (kind, part)
) STRICT, WITHOUT ROWID;
