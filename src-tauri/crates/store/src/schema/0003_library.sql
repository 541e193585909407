-- Documents that were removed from the library lie in a bin until their day is past.

CREATE TABLE evidence_bin (
  evidence_id TEXT NOT NULL PRIMARY KEY REFERENCES evidence (id) ON DELETE CASCADE,
  removed_at  TEXT NOT NULL CHECK (datetime(removed_at) IS NOT NULL),
  keep_until  TEXT NOT NULL CHECK (keep_until IS date(keep_until))
) STRICT, WITHOUT ROWID;
