-- Materials of single consignments, and what calendar files have told.

-- How far a material is, in one language, for one consignment of several. A row of `material`
-- speaks for the whole shipment, as it always did: it holds for each consignment that has no row
-- of its own here. A table of its own, since a change recorded of a table whose key has changed
-- could never be undone.
CREATE TABLE material_consignment (
  shipment_id TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE,
  material    TEXT NOT NULL CHECK (material <> ''),
  language    TEXT NOT NULL CHECK (language <> ''),
  consignment INTEGER NOT NULL CHECK (consignment BETWEEN 1 AND 99),
  data        TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (shipment_id, material, language, consignment)
) STRICT, WITHOUT ROWID;

-- The events that calendar files contained, so that a later file can cancel what is no longer
-- there. Not part of the journal and bound to no shipment row: what has left the house cannot be
-- undone, and what was told of a shipment stays told when the shipment is deleted.
CREATE TABLE calendar_event (
  -- The shipment; empty for the calendar of all open ones.
  shipment_id TEXT NOT NULL,
  -- The party's role; empty for the whole calendar.
  party       TEXT NOT NULL,
  uid         TEXT NOT NULL CHECK (uid <> ''),
  -- The highest SEQUENCE that was written.
  sequence    INTEGER NOT NULL,
  data        TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (shipment_id, party, uid)
) STRICT, WITHOUT ROWID;
