-- Delivery, communication and the watch list.

-- A working calendar of the user's own, or one that takes the place of a built-in one.
CREATE TABLE calendar (
  id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  data        TEXT NOT NULL CHECK (json_valid(data))
) STRICT, WITHOUT ROWID;

-- The dates that a shipment's schedule is compared with.
CREATE TABLE baseline (
  shipment_id TEXT NOT NULL PRIMARY KEY REFERENCES shipment (id) ON DELETE CASCADE,
  data        TEXT NOT NULL CHECK (json_valid(data))
) STRICT, WITHOUT ROWID;

-- A what-if that was kept, to be compared with others.
CREATE TABLE scenario (
  id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  shipment_id TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE,
  data        TEXT NOT NULL CHECK (json_valid(data))
) STRICT, WITHOUT ROWID;
CREATE INDEX scenario_of_shipment ON scenario (shipment_id);

-- A question or complaint of a party, with its clocks.
CREATE TABLE ticket (
  id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  shipment_id TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE,
  data        TEXT NOT NULL CHECK (json_valid(data))
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_of_shipment ON ticket (shipment_id);

-- What was written or said about a ticket.
CREATE TABLE message (
  id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  ticket_id   TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  data        TEXT NOT NULL CHECK (json_valid(data))
) STRICT, WITHOUT ROWID;
CREATE INDEX message_of_ticket ON message (ticket_id);

-- How far a material for the customer is, in one language.
CREATE TABLE material (
  shipment_id TEXT NOT NULL REFERENCES shipment (id) ON DELETE CASCADE,
  material    TEXT NOT NULL CHECK (material <> ''),
  language    TEXT NOT NULL CHECK (language <> ''),
  data        TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (shipment_id, material, language)
) STRICT, WITHOUT ROWID;

-- A signal of the watch list: the user's own, or what the user noted about a built-in one.
CREATE TABLE signal (
  id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  data        TEXT NOT NULL CHECK (json_valid(data))
) STRICT, WITHOUT ROWID;
