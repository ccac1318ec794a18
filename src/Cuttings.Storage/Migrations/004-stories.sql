-- Which sources are one story, and under which cutting of a list its copies stand.
-- placed: null where a source has no text, 0 where it waits for its place, else a growing number by which followers catch up.
ALTER TABLE sources ADD COLUMN placed {number};
ALTER TABLE sources ADD COLUMN place {number};
ALTER TABLE sources ADD COLUMN words {number};
ALTER TABLE sources ADD COLUMN credited TEXT;
CREATE INDEX sources_placed ON sources (placed) WHERE placed IS NOT NULL;
UPDATE sources SET placed = 0 WHERE editions > 0;

CREATE TABLE story_links (
  one {number} NOT NULL,
  other {number} NOT NULL,
  tie {number} NOT NULL,
  degree {number} NOT NULL,
  share {number} NOT NULL,
  PRIMARY KEY (one, other)){keyed};
CREATE INDEX story_links_other ON story_links (other);

-- Pairs of which an editor has said that they are not the same story.
CREATE TABLE partings (
  one {number} NOT NULL,
  other {number} NOT NULL,
  at {number} NOT NULL,
  PRIMARY KEY (one, other)){keyed};

-- The cutting under which a list shows this one; a cutting that leads others names itself.
ALTER TABLE listing ADD COLUMN lead {number};
CREATE INDEX listing_lead ON listing (list, lead) WHERE lead IS NOT NULL;
