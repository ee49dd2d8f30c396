-- Which reading of matching the terms of a fact-check come from: another one is found by other terms.

ALTER TABLE fact_checks ADD COLUMN edition INTEGER NOT NULL DEFAULT 0; -- of the reading that made `prepared`

CREATE INDEX fact_checks_of_edition ON fact_checks (edition);
