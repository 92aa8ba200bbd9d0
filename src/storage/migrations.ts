/** `application_id` of a store file: "DSO1" in ASCII. */
export const STORE_KIND = 0x44534f31

/** `application_id` of a cassette file: "DSOC" in ASCII. */
export const CASSETTE_KIND = 0x44534f43

/**
 * The store's schema, one script a version. A released script never changes; a new one is appended.
 * Bodies stand in tables of their own, so that a change of status does not rewrite them. Block numbers and entry ids
 * are decimal text, because they may exceed 64 bits.
 */
export const STORE_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE records (
    id INTEGER PRIMARY KEY,
    cid TEXT NOT NULL UNIQUE,
    domain TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('own', 'quarantined', 'usable', 'refused')),
    entry_id TEXT,
    reason TEXT
  ) STRICT;
  CREATE INDEX records_by_entry ON records (entry_id);
  CREATE INDEX records_by_status ON records (status, domain);
  CREATE TABLE record_bodies (
    id INTEGER PRIMARY KEY REFERENCES records (id),
    bytes BLOB NOT NULL,
    embedding BLOB NOT NULL
  ) STRICT;
  CREATE TABLE operations (
    id INTEGER PRIMARY KEY,
    cid TEXT NOT NULL UNIQUE,
    author TEXT NOT NULL,
    seq INTEGER NOT NULL,
    prev TEXT,
    bytes BLOB NOT NULL,
    UNIQUE (author, seq)
  ) STRICT;
  CREATE TABLE libraries (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    parent TEXT
  ) STRICT;
  CREATE TABLE library_experiences (
    library INTEGER NOT NULL REFERENCES libraries (position) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    cid TEXT NOT NULL,
    PRIMARY KEY (library, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ledger_cursor (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    block TEXT NOT NULL,
    log_index INTEGER NOT NULL
  ) STRICT;
  `,
]

/** The cassette's schema, one script a version; see {@link STORE_MIGRATIONS}. */
export const CASSETTE_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE completions (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE embeddings (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    vector BLOB NOT NULL
  ) STRICT;
  `,
]
