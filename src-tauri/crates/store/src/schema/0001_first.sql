-- The first schema. A landed file is never edited: a change is a new file beside it.
--
-- Undo rests on SQLite's session extension, which asks of every table here:
--   * a primary key whose columns are NOT NULL and stand first,
--   * no UNIQUE constraint beside it, so that rows can be put back in any order,
--   * no trigger, and foreign keys that are not RESTRICT (they must be deferrable while applying),
--   * an index on every foreign key, so that putting back a parent does not scan its children.

PRAGMA application_id = 1397248083; -- 'SHPS'

CREATE TABLE shipment (
  id          TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
  reference   TEXT    NOT NULL,
  title       TEXT    NOT NULL,
  data        TEXT    NOT NULL CHECK (json_valid(data)),
  archived    INTEGER NOT NULL CHECK (archived IN (0, 1)),
  created_at  TEXT    NOT NULL CHECK (datetime(created_at) IS NOT NULL),
  position    INTEGER NOT NULL
) STRICT;

CREATE TABLE product (
  shipment_id TEXT    NOT NULL REFERENCES shipment (id) ON DELETE CASCADE,
  id          TEXT    NOT NULL CHECK (id <> ''),
  position    INTEGER NOT NULL,
  data        TEXT    NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (shipment_id, id)
) STRICT, WITHOUT ROWID;

-- product_id is '' for an answer about the shipment itself; only then names_product is NULL and
-- the second foreign key is silent.
CREATE TABLE answer (
  shipment_id   TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE,
  product_id    TEXT NOT NULL,
  fact          TEXT NOT NULL CHECK (fact <> ''),
  data          TEXT NOT NULL CHECK (json_valid(data)),
  names_product TEXT GENERATED ALWAYS AS (nullif(product_id, '')) VIRTUAL,
  PRIMARY KEY (shipment_id, product_id, fact),
  FOREIGN KEY (shipment_id, names_product) REFERENCES product (shipment_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE milestone_edit (
  shipment_id TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE,
  milestone   TEXT NOT NULL CHECK (milestone <> ''),
  data        TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (shipment_id, milestone)
) STRICT, WITHOUT ROWID;

CREATE TABLE trade_document (
  shipment_id TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE,
  kind        TEXT NOT NULL CHECK (kind <> ''),
  data        TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (shipment_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  shipment_id TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE,
  subject     TEXT NOT NULL,
  data        TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE INDEX decision_of_shipment ON decision (shipment_id);

CREATE TABLE exception (
  id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  shipment_id TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE,
  check_id    TEXT NOT NULL,
  data        TEXT NOT NULL CHECK (json_valid(data))
) STRICT;
CREATE INDEX exception_of_shipment ON exception (shipment_id);

CREATE TABLE evidence (
  id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  type        TEXT NOT NULL,
  holder      TEXT,
  issued      TEXT CHECK (issued IS date(issued)),
  expires     TEXT CHECK (expires IS date(expires)),
  data        TEXT NOT NULL CHECK (json_valid(data)),
  created_at  TEXT NOT NULL CHECK (datetime(created_at) IS NOT NULL)
) STRICT;
CREATE INDEX evidence_by_type ON evidence (type);
CREATE INDEX evidence_by_expiry ON evidence (expires) WHERE expires IS NOT NULL;

CREATE TABLE shipment_evidence (
  shipment_id TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE,
  evidence_id TEXT NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  PRIMARY KEY (shipment_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX shipment_of_evidence ON shipment_evidence (evidence_id);

-- One row for each content that was ever attached; the bytes lie in files/<2 digits>/<sha256>.
CREATE TABLE file (
  sha256      TEXT    NOT NULL PRIMARY KEY
                      CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size        INTEGER NOT NULL CHECK (size >= 0),
  media_type  TEXT    NOT NULL,
  added_at    TEXT    NOT NULL CHECK (datetime(added_at) IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_file (
  evidence_id   TEXT    NOT NULL REFERENCES evidence (id) ON DELETE CASCADE,
  position      INTEGER NOT NULL CHECK (position >= 0),
  sha256        TEXT    NOT NULL REFERENCES file (sha256),
  name          TEXT    NOT NULL,
  original_path TEXT,
  PRIMARY KEY (evidence_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_of_file ON evidence_file (sha256);

CREATE TABLE setting (
  key         TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  data        TEXT NOT NULL CHECK (json_valid(data))
) STRICT, WITHOUT ROWID;

CREATE TABLE company (
  id          INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  data        TEXT    NOT NULL CHECK (json_valid(data))
) STRICT;

-- Every change ever made, oldest first; no row is ever removed. A changeset holds the old and the
-- new values of each row it touches, so it carries its own inverse: played forward in the order of
-- id, all changesets give the present state; played backward, the empty one.
CREATE TABLE journal (
  id          INTEGER NOT NULL PRIMARY KEY,
  kind        TEXT    NOT NULL CHECK (kind IN ('command', 'undo', 'redo')),
  command_id  INTEGER REFERENCES journal (id), -- what an undo took back, what a redo did again
  state       TEXT    CHECK (state IN ('done', 'undone', 'superseded')), -- of a command, as of now
  at          TEXT    NOT NULL,
  author      TEXT    NOT NULL,
  name        TEXT    NOT NULL CHECK (name <> ''),
  params      TEXT    NOT NULL CHECK (json_valid(params)),
  shipment_id TEXT,                            -- no foreign key: the shipment may be gone
  schema      INTEGER NOT NULL,                -- the schema that the changeset was recorded under
  changeset   BLOB    NOT NULL,
  CHECK ((kind = 'command') = (command_id IS NULL)),
  CHECK ((kind = 'command') = (state IS NOT NULL))
) STRICT;
CREATE INDEX journal_redoable ON journal (id) WHERE state = 'undone';
CREATE INDEX journal_of_shipment ON journal (shipment_id, id) WHERE shipment_id IS NOT NULL;
