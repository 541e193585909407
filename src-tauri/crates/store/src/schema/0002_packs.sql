-- Requirement packs that are the user's, and the text of every version that a shipment rests on.

-- One row for each version that a shipment was ever judged by: an update of the program must not
-- take away what was agreed on.
CREATE TABLE pack_text (
  sha256      TEXT NOT NULL PRIMARY KEY
                   CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  pack        TEXT NOT NULL CHECK (pack <> ''),
  version     TEXT NOT NULL,
  text        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A pack of the user's own, or changes to a built-in one: the text is that of its file.
CREATE TABLE own_pack (
  id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind        TEXT NOT NULL CHECK (kind IN ('pack', 'overlay')),
  text        TEXT NOT NULL
) STRICT, WITHOUT ROWID;
