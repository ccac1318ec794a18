-- The articles that cuttings cite and that subscriptions bring, each at one address.
CREATE TABLE sources (
  id {number} PRIMARY KEY,
  key TEXT NOT NULL,
  address TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  byline TEXT,
  published TEXT,
  language TEXT,
  found {number} NOT NULL,
  intake {number} NOT NULL,
  subscription {number},
  state {number} NOT NULL,
  why TEXT,
  moved_to TEXT,
  looked {number},
  next {number},
  failures {number} NOT NULL,
  editions {number} NOT NULL,
  etag TEXT,
  modified TEXT,
  sketch {bytes},
  story {number});
CREATE UNIQUE INDEX sources_key ON sources (key);
CREATE INDEX sources_next ON sources (next) WHERE next IS NOT NULL;
CREATE INDEX sources_intake ON sources (intake, found, id);
CREATE INDEX sources_story ON sources (story) WHERE story IS NOT NULL;

-- Which cuttings cite which source.
CREATE TABLE cited (
  source {number} NOT NULL,
  number {number} NOT NULL,
  PRIMARY KEY (source, number)){keyed};
CREATE INDEX cited_number ON cited (number);

CREATE TABLE editions (
  source {number} NOT NULL,
  number {number} NOT NULL,
  captured {number} NOT NULL,
  title TEXT,
  byline TEXT,
  published TEXT,
  text TEXT NOT NULL,
  truncated {number} NOT NULL,
  snapshot {number},
  PRIMARY KEY (source, number));

-- The bytes: in a file of records beside a SQLite archive, in the row itself elsewhere and in a backup.
CREATE TABLE snapshots (
  id {number} PRIMARY KEY,
  address TEXT NOT NULL,
  captured {number} NOT NULL,
  digest TEXT NOT NULL,
  media_type TEXT,
  length {number} NOT NULL,
  against_robots {number} NOT NULL,
  file TEXT,
  place {number},
  size {number} NOT NULL,
  records {bytes},
  timestamp_token {bytes});
CREATE INDEX snapshots_digest ON snapshots (digest);
CREATE INDEX snapshots_file ON snapshots (file, place) WHERE file IS NOT NULL;

CREATE TABLE looks (
  source {number} NOT NULL,
  at {number} NOT NULL,
  state {number} NOT NULL,
  status {number} NOT NULL,
  edition {number},
  why TEXT);
CREATE INDEX looks_source ON looks (source, at);

CREATE TABLE subscriptions (
  id {number} PRIMARY KEY,
  address TEXT NOT NULL,
  title TEXT,
  site TEXT,
  folder TEXT NOT NULL,
  added {number} NOT NULL,
  active {number} NOT NULL,
  looked {number},
  succeeded {number},
  last_new {number},
  next {number},
  failures {number} NOT NULL,
  why TEXT,
  etag TEXT,
  modified TEXT,
  pace TEXT,
  brought {number} NOT NULL,
  hub TEXT,
  hub_topic TEXT,
  hub_secret TEXT,
  hub_until {number});
CREATE UNIQUE INDEX subscriptions_address ON subscriptions (address);
CREATE INDEX subscriptions_next ON subscriptions (next) WHERE next IS NOT NULL;

-- The entries of each subscription's feed that were met before, by a digest of their id.
CREATE TABLE seen (
  subscription {number} NOT NULL,
  item TEXT NOT NULL,
  at {number} NOT NULL,
  PRIMARY KEY (subscription, item)){keyed};
