-- Schema 1. ${REAL}, ${BYTES} and ${STRICT} are the engine's words; everything else is the same SQL everywhere.
-- The column "record" is the truth and sha256 its digest; the other columns of a trial are copies for reading by eye.

CREATE TABLE meta (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) ${STRICT};

CREATE TABLE study (
  name TEXT NOT NULL PRIMARY KEY,
  record TEXT NOT NULL,
  sha256 TEXT NOT NULL
) ${STRICT};

CREATE TABLE trial (
  trial_id TEXT NOT NULL PRIMARY KEY,
  outcome TEXT NOT NULL,
  record TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  network TEXT NOT NULL,
  data TEXT NOT NULL,
  norm TEXT NOT NULL,
  batch_size INTEGER NOT NULL,
  learning_rate ${REAL} NOT NULL,
  replicate TEXT NOT NULL,
  test_error ${REAL},
  train_error ${REAL},
  steps INTEGER
) ${STRICT};

CREATE TABLE curve (
  trial_id TEXT NOT NULL REFERENCES trial ON DELETE CASCADE,
  name TEXT NOT NULL,
  points ${BYTES} NOT NULL,
  PRIMARY KEY (trial_id, name)
) ${STRICT};

CREATE TABLE timing (
  trial_id TEXT NOT NULL PRIMARY KEY REFERENCES trial ON DELETE CASCADE,
  record TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  attempt INTEGER NOT NULL
) ${STRICT};

CREATE TABLE claim (
  trial_id TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  attempt INTEGER NOT NULL
) ${STRICT};

CREATE TABLE retired (
  trial_id TEXT NOT NULL,
  record TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (trial_id, sha256)
) ${STRICT};
