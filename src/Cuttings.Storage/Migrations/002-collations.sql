ALTER TABLE terms ADD COLUMN sources {number} NOT NULL DEFAULT 0;

-- What came of collating a cutting, at a revision, with an edition of one of its sources.
CREATE TABLE collations (
  number {number} NOT NULL,
  source {number} NOT NULL,
  edition {number} NOT NULL,
  revision {number} NOT NULL,
  method {number} NOT NULL,
  made {number} NOT NULL,
  gravity {number} NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY (number, source)){keyed};
CREATE INDEX collations_gravity ON collations (gravity);
