-- The number that a category or an author had where it came from: `/?cat=12` leads to its list.
CREATE TABLE term_identities (
  kind {number} NOT NULL,
  foreign_id TEXT NOT NULL,
  origin TEXT NOT NULL,
  term {number} NOT NULL,
  PRIMARY KEY (kind, foreign_id, origin)){keyed};
