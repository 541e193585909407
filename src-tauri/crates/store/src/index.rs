//! What is derived from the workspace for finding things: texts read from files, and an index of
//! words. It lies in a database of its own, `index.db`, which is made anew whenever it is missing,
//! damaged or of another version: nothing is lost with it but time.
//!
//! SQLite's full-text tables find no Chinese words of two characters by themselves. Each entry is
//! therefore indexed as tokens of our own: words as they are, Chinese as overlapping pairs of
//! characters. A Chinese word is then a phrase of pairs, an English one a prefix.

mod excerpt;
mod fold;

use crate::error::{Error, Result};
use crate::folder;
use crate::table::{FileRow, Read};
use crate::workspace::Workspace;
use excerpt::excerpt;
use fold::{Run, runs};
use rusqlite::{Connection, OptionalExtension, params};
use std::path::Path;

/// Changes when the tables or the folding change; an index of another version is made anew.
const VERSION: u32 = 2;

/// Words of a query that are looked at.
const WORDS: usize = 16;

/// Characters of a query that are looked at.
const CHARACTERS: usize = 400;

const TABLES: &str = "
CREATE TABLE file_text (
  sha256  TEXT NOT NULL PRIMARY KEY,
  status  TEXT NOT NULL,
  pages   INTEGER,
  data    TEXT NOT NULL,
  read_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
  number   INTEGER NOT NULL PRIMARY KEY,
  kind     TEXT NOT NULL,
  id       TEXT NOT NULL,
  part     TEXT NOT NULL,
  shipment TEXT,
  title_en TEXT NOT NULL,
  title_zh TEXT NOT NULL,
  text     TEXT NOT NULL,
  UNIQUE (kind, id, part)
) STRICT;
CREATE VIRTUAL TABLE word USING fts5 (
  title, text, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2 3'
);
CREATE TABLE stamp (journal_id INTEGER NOT NULL) STRICT;
";

/// What an entry of the index is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A requirement of the packs in force.
    Requirement,
    /// A document held.
    Evidence,
    /// Text of a stored file; the id is its SHA-256.
    File,
    /// A shipment.
    Shipment,
    /// The reason of a decision or of an accepted difference.
    Note,
}

impl Subject {
    const ALL: [Self; 5] =
        [Self::Requirement, Self::Evidence, Self::File, Self::Shipment, Self::Note];

    fn name(self) -> &'static str {
        match self {
            Self::Requirement => "requirement",
            Self::Evidence => "evidence",
            Self::File => "file",
            Self::Shipment => "shipment",
            Self::Note => "note",
        }
    }
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchEntry {
    /// What it is about.
    pub kind: Subject,
    /// Its id.
    pub id: String,
    /// Which part of it, e.g. a page; empty when it is one.
    pub part: String,
    /// The shipment it belongs to.
    pub shipment: Option<String>,
    /// Its title in English.
    pub title_en: String,
    /// Its title in Chinese.
    pub title_zh: String,
    /// Its words.
    pub text: String,
}

/// What to find. Every word must occur; Chinese anywhere, other words by their beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchQuery {
    /// What was typed. Signs mean nothing in it.
    pub text: String,
    /// Where to look; everywhere when none.
    pub kinds: Option<Vec<Subject>>,
    /// How many at most.
    pub limit: usize,
    /// How many to leave out at the beginning.
    pub offset: usize,
}

/// What was found, best first.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchResults {
    /// The hits.
    pub hits: Vec<Found>,
    /// There are more.
    pub more: bool,
}

/// A hit.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What it is about.
    pub kind: Subject,
    /// Its id.
    pub id: String,
    /// Which part of it.
    pub part: String,
    /// The shipment it belongs to.
    pub shipment: Option<String>,
    /// Its title in English.
    pub title_en: String,
    /// Its title in Chinese.
    pub title_zh: String,
    /// The words around the hit.
    pub excerpt: String,
    /// Where in the excerpt the words found stand: from and to, in characters.
    pub marks: Vec<(usize, usize)>,
}

/// What was read from a stored file, or why it was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileTextRow {
    /// The file.
    pub sha256: String,
    /// How far it was read, as a code of the reader's.
    pub status: String,
    /// Pages, where it has pages.
    pub pages: Option<u32>,
    /// What was read.
    pub data: serde_json::Value,
    /// When, RFC 3339.
    pub read_at: String,
}

/// The open index.
pub(crate) struct Index {
    connection: Connection,
}

impl Index {
    /// Opens the index, or makes it anew.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        match Self::existing(path) {
            Ok(Some(index)) => return Ok(index),
            Ok(None) => {}
            // Of another version or damaged.
            Err(_) => clear(path)?,
        }
        let index = Self { connection: Self::connect(path)? };
        index.write(|connection| {
            connection.execute_batch(TABLES)?;
            connection.pragma_update(None, "user_version", VERSION)
        })?;
        Ok(index)
    }

    fn existing(path: &Path) -> Result<Option<Self>> {
        if !path.is_file() {
            return Ok(None);
        }
        let connection = Self::connect(path)?;
        let version: u32 = connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .map_err(Error::on(&connection))?;
        // A look into each table tells whether it is there at all.
        let looks = ["entry", "file_text", "stamp", "word"];
        let sound = looks.iter().all(|table| {
            connection
                .prepare(&format!("SELECT 1 FROM {table} LIMIT 1"))
                .is_ok_and(|mut look| look.exists([]).is_ok())
        });
        if version != VERSION || !sound {
            return Err(Error::NotAWorkspace { path: path.to_owned() });
        }
        Ok(Some(Self { connection }))
    }

    /// Not synchronous: what a power loss takes is made again.
    fn connect(path: &Path) -> Result<Connection> {
        let connection = Connection::open(path).map_err(|source| Error::sqlite(source, path))?;
        connection
            .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;")
            .map_err(Error::on(&connection))?;
        Ok(connection)
    }

    fn write<R>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<R>) -> Result<R> {
        let failed = Error::on(&self.connection);
        let transaction = self.connection.unchecked_transaction().map_err(&failed)?;
        let done = work(&transaction).map_err(&failed)?;
        transaction.commit().map_err(&failed)?;
        Ok(done)
    }
}

fn clear(path: &Path) -> Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        folder::remove(Path::new(&name))?;
    }
    Ok(())
}

impl Workspace {
    /// Puts entries into the index; those of the same kind, id and part are replaced.
    ///
    /// # Errors
    /// `DiskFull`, or the index failed.
    pub fn index(&mut self, entries: &[SearchEntry]) -> Result<()> {
        self.index.write(|connection| {
            for entry in entries {
                put(connection, entry)?;
            }
            Ok(())
        })
    }

    /// Takes something out of the index, with all its parts.
    ///
    /// # Errors
    /// The index failed.
    pub fn unindex(&mut self, kind: Subject, id: &str) -> Result<()> {
        self.index.write(|connection| {
            remove(connection, "kind = ?1 AND id = ?2", params![kind.name(), id])
        })
    }

    /// Takes everything of a kind out of the index.
    ///
    /// # Errors
    /// The index failed.
    pub fn unindex_all(&mut self, kind: Subject) -> Result<()> {
        self.index.write(|connection| remove(connection, "kind = ?1", params![kind.name()]))
    }

    /// Notes that the index follows the history up to this entry.
    ///
    /// # Errors
    /// The index failed.
    pub fn set_indexed_through(&mut self, journal_id: i64) -> Result<()> {
        self.index.write(|connection| {
            connection.execute("DELETE FROM stamp", [])?;
            connection.execute("INSERT INTO stamp (journal_id) VALUES (?1)", [journal_id])?;
            Ok(())
        })
    }

    /// Keeps what was read from a stored file.
    ///
    /// # Errors
    /// `DiskFull`, or the index failed.
    pub fn put_file_text(&mut self, row: &FileTextRow) -> Result<()> {
        self.index.write(|connection| {
            connection
                .prepare_cached(
                    "INSERT OR REPLACE INTO file_text (sha256, status, pages, data, read_at)
                     VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute(params![
                    row.sha256,
                    row.status,
                    row.pages,
                    row.data.to_string(),
                    row.read_at
                ])?;
            Ok(())
        })
    }

    /// What was read from a stored file, if it was.
    ///
    /// # Errors
    /// The index failed.
    pub fn file_text(&self, sha256: &str) -> Result<Option<FileTextRow>> {
        let failed = Error::on(&self.index.connection);
        let found = self
            .index
            .connection
            .prepare_cached("SELECT status, pages, data, read_at FROM file_text WHERE sha256 = ?1")
            .and_then(|mut statement| {
                statement
                    .query_row([sha256], |row| {
                        Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?, row.get(3)?))
                    })
                    .optional()
            })
            .map_err(failed)?;
        Ok(found.map(|(status, pages, data, read_at)| FileTextRow {
            sha256: sha256.to_owned(),
            status,
            pages,
            // What cannot be read is read from the file again.
            data: serde_json::from_str(&data).unwrap_or_default(),
            read_at,
        }))
    }

    /// The stored files that some evidence has and whose text is not known.
    ///
    /// # Errors
    /// The database or the index failed.
    pub fn files_without_text(&self) -> Result<Vec<FileRow>> {
        let failed = Error::on(&self.index.connection);
        let mut known = self
            .index
            .connection
            .prepare_cached("SELECT 1 FROM file_text WHERE sha256 = ?1")
            .map_err(&failed)?;
        let mut missing = Vec::new();
        for stored in self.read().stored_files()? {
            let is_used = !stored.uses.is_empty();
            if is_used && !known.exists([&stored.file.sha256]).map_err(&failed)? {
                missing.push(stored.file);
            }
        }
        Ok(missing)
    }

    /// The entry of the history up to which the index follows it; none when it is new.
    ///
    /// # Errors
    /// The index failed.
    pub fn indexed_through(&self) -> Result<Option<i64>> {
        self.index
            .connection
            .query_row("SELECT journal_id FROM stamp", [], |row| row.get(0))
            .optional()
            .map_err(Error::on(&self.index.connection))
    }

    /// Finds what has all of the words.
    ///
    /// # Errors
    /// The index failed.
    pub fn search(&self, query: &SearchQuery) -> Result<SearchResults> {
        let wanted = wanted(&query.text);
        if wanted.is_empty() || query.limit == 0 {
            return Ok(SearchResults { hits: Vec::new(), more: false });
        }
        let marked: Vec<Run> =
            wanted.iter().flat_map(|run| [vec![run.clone()], run.parts()].concat()).collect();
        let words = wanted.iter().map(expression).collect::<Vec<_>>().join(" AND ");
        let connection = &self.index.connection;
        let failed = Error::on(connection);
        let mut statement = connection
            .prepare_cached(
                "SELECT kind, id, part, shipment, title_en, title_zh, entry.text
                 FROM word JOIN entry ON number = word.rowid
                 WHERE word MATCH ?1 AND instr(?2, kind || ' ') > 0
                 ORDER BY bm25(word, 8.0, 1.0), number LIMIT ?3 OFFSET ?4",
            )
            .map_err(&failed)?;
        let kinds = query.kinds.as_deref().unwrap_or(&Subject::ALL);
        let kinds: String = kinds.iter().map(|kind| format!("{} ", kind.name())).collect();
        let limit = i64::try_from(query.limit).unwrap_or(i64::MAX).saturating_add(1);
        let offset = i64::try_from(query.offset).unwrap_or(i64::MAX);
        let rows = statement
            .query_map(params![words, kinds, limit, offset], |row| {
                let kind: String = row.get(0)?;
                let text: String = row.get(6)?;
                let (excerpt, marks) = excerpt(&text, &marked);
                Ok(Found {
                    kind: Subject::ALL
                        .into_iter()
                        .find(|known| known.name() == kind)
                        .unwrap_or(Subject::Note),
                    id: row.get(1)?,
                    part: row.get(2)?,
                    shipment: row.get(3)?,
                    title_en: row.get(4)?,
                    title_zh: row.get(5)?,
                    excerpt,
                    marks,
                })
            })
            .map_err(&failed)?;
        let mut hits = rows.collect::<rusqlite::Result<Vec<_>>>().map_err(&failed)?;
        let more = hits.len() > query.limit;
        hits.truncate(query.limit);
        Ok(SearchResults { hits, more })
    }
}

impl Read<'_> {
    /// The number of the last entry of the history; 0 when it is empty.
    ///
    /// # Errors
    /// The database failed.
    pub fn last_journal_id(&self) -> Result<i64> {
        self.connection
            .query_row("SELECT coalesce(max(id), 0) FROM journal", [], |row| row.get(0))
            .map_err(Error::on(self.connection))
    }
}

/// The words of a query. Unlike in a text, a space parts Chinese words here.
fn wanted(query: &str) -> Vec<Run> {
    let typed: String = query.chars().take(CHARACTERS).collect();
    typed.split_whitespace().flat_map(runs).take(WORDS).collect()
}

/// A run as the full-text table asks for it. Tokens have letters and digits only, so nothing in
/// them has a meaning there. The whole word counts beside its being a beginning, so that it ranks
/// above longer words; letters and digits may stand apart, as in `ISO 9001`.
fn expression(run: &Run) -> String {
    if !run.is_cjk {
        let word = run.word();
        let parts: Vec<String> = run.parts().iter().map(Run::word).collect();
        if parts.is_empty() {
            return format!("(\"{word}\" OR \"{word}\"*)");
        }
        return format!("(\"{word}\" OR \"{word}\"* OR \"{}\"*)", parts.join(" "));
    }
    let mut tokens = run.tokens();
    if tokens.len() == 1 {
        // One character: the beginning of a pair, or the last of its stretch.
        return format!("\"{}\"*", tokens.concat());
    }
    // The last character alone only stands at the end of a stretch.
    tokens.pop();
    format!("\"{}\"", tokens.join(" "))
}

fn put(connection: &Connection, entry: &SearchEntry) -> rusqlite::Result<()> {
    let key = params![entry.kind.name(), entry.id, entry.part];
    remove(connection, "kind = ?1 AND id = ?2 AND part = ?3", key)?;
    let number = connection
        .prepare_cached(
            "INSERT INTO entry (kind, id, part, shipment, title_en, title_zh, text)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .insert(params![
            entry.kind.name(),
            entry.id,
            entry.part,
            entry.shipment,
            entry.title_en,
            entry.title_zh,
            entry.text
        ])?;
    let title = format!("{} | {}", entry.title_en, entry.title_zh);
    connection
        .prepare_cached("INSERT INTO word (rowid, title, text) VALUES (?1, ?2, ?3)")?
        .execute(params![number, tokens(&title), tokens(&entry.text)])?;
    Ok(())
}

fn remove(
    connection: &Connection,
    which: &str,
    params: impl rusqlite::Params + Copy,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(&format!(
            "DELETE FROM word WHERE rowid IN (SELECT number FROM entry WHERE {which})"
        ))?
        .execute(params)?;
    connection.prepare_cached(&format!("DELETE FROM entry WHERE {which}"))?.execute(params)?;
    Ok(())
}

fn tokens(text: &str) -> String {
    runs(text).iter().flat_map(Run::tokens).collect::<Vec<_>>().join(" ")
}
