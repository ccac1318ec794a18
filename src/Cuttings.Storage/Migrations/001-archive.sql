CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE terms (
  id {number} PRIMARY KEY,
  kind {number} NOT NULL,
  name TEXT NOT NULL,
  slug TEXT NOT NULL,
  display {number} NOT NULL DEFAULT 0,
  merged_into {number},
  UNIQUE (kind, slug));

CREATE TABLE term_names (
  kind {number} NOT NULL,
  folded TEXT NOT NULL,
  printed TEXT NOT NULL,
  term {number} NOT NULL,
  PRIMARY KEY (kind, folded));

CREATE TABLE cuttings (
  number {number} PRIMARY KEY,
  id TEXT NOT NULL,
  slug TEXT NOT NULL,
  status {number} NOT NULL,
  headline TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  posted TEXT,
  sort {number} NOT NULL,
  author {number},
  outlet {number},
  categories TEXT NOT NULL,
  tags TEXT NOT NULL,
  language TEXT,
  credit TEXT,
  byline TEXT,
  source_url TEXT,
  permalink TEXT,
  permalink_path TEXT,
  rest TEXT,
  digest {number} NOT NULL,
  revision {number} NOT NULL,
  added {number} NOT NULL,
  changed {number} NOT NULL);
CREATE UNIQUE INDEX cuttings_id ON cuttings (id);
CREATE UNIQUE INDEX cuttings_slug ON cuttings (slug);
CREATE INDEX cuttings_digest ON cuttings (digest);
CREATE INDEX cuttings_permalink ON cuttings (permalink_path) WHERE permalink_path IS NOT NULL;

-- One row a list and a published cutting; ascending is display order.
CREATE TABLE listing (
  list {number} NOT NULL,
  sort {number} NOT NULL,
  number {number} NOT NULL,
  PRIMARY KEY (list, sort, number)){keyed};

CREATE TABLE lists (
  id {number} PRIMARY KEY,
  kind {number} NOT NULL,
  key TEXT NOT NULL,
  total {number} NOT NULL,
  UNIQUE (kind, key));

CREATE TABLE revisions (
  seq {number} PRIMARY KEY,
  number {number} NOT NULL,
  kind {number} NOT NULL,
  at {number} NOT NULL,
  import {number},
  before TEXT);
CREATE INDEX revisions_number ON revisions (number);
CREATE INDEX revisions_import ON revisions (import) WHERE import IS NOT NULL;

CREATE TABLE imports (
  id {number} PRIMARY KEY,
  origin TEXT NOT NULL,
  at {number} NOT NULL,
  added {number} NOT NULL DEFAULT 0,
  updated {number} NOT NULL DEFAULT 0);

CREATE TABLE identities (
  origin TEXT NOT NULL,
  foreign_id TEXT NOT NULL,
  number {number} NOT NULL,
  PRIMARY KEY (origin, foreign_id)){keyed};
CREATE INDEX identities_number ON identities (number);
