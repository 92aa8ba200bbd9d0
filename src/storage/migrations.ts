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
  // The words of records, without their texts; what was offered to tasks, what became of them, and the sums of it.
  `
  CREATE VIRTUAL TABLE record_texts USING fts5 (words, content = '', tokenize = 'ascii');
  CREATE TABLE recalls (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    task TEXT NOT NULL,
    domain TEXT,
    model TEXT NOT NULL,
    offered TEXT NOT NULL,
    reported INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE episodes (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    recall_id TEXT NOT NULL,
    task TEXT NOT NULL,
    domain TEXT,
    model TEXT NOT NULL,
    attempts TEXT NOT NULL,
    reward INTEGER NOT NULL,
    embedding BLOB NOT NULL
  ) STRICT;
  CREATE TABLE credits (
    cid TEXT NOT NULL,
    model TEXT NOT NULL,
    with_trials INTEGER NOT NULL,
    with_rewards INTEGER NOT NULL,
    without_trials INTEGER NOT NULL,
    without_rewards INTEGER NOT NULL,
    PRIMARY KEY (model, cid)
  ) STRICT, WITHOUT ROWID;
  `,
  // The library's journal, pins and candidates. An absent CID is '', because a unique index takes NULLs for different.
  `
  CREATE TABLE library_journal (
    id INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    op TEXT NOT NULL CHECK (op IN ('add', 'update', 'delete', 'merge', 'keep', 'rollback')),
    cid TEXT NOT NULL,
    replaced TEXT NOT NULL,
    why TEXT NOT NULL,
    evidence TEXT,
    run TEXT NOT NULL,
    UNIQUE (version, op, cid, replaced, run)
  ) STRICT;
  CREATE TABLE pinned_experiences (cid TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE candidates (
    id TEXT PRIMARY KEY,
    domain TEXT,
    text TEXT,
    example TEXT,
    source TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX candidates_by_domain ON candidates (domain);
  `,
  // What each way to learn has yielded, a row for each time it was tried on a domain.
  `
  CREATE TABLE mode_counts (
    model TEXT NOT NULL,
    name TEXT NOT NULL,
    mode TEXT NOT NULL,
    run TEXT NOT NULL,
    domain TEXT NOT NULL,
    proposals INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    calls INTEGER NOT NULL,
    PRIMARY KEY (model, mode, run, domain)
  ) STRICT, WITHOUT ROWID;
  `,
  // The block before the cursor, so that a restart also notices when it was replaced.
  `
  ALTER TABLE ledger_cursor ADD COLUMN hash TEXT;
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
