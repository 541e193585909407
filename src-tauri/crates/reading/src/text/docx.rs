//! The text of a Word document.

use super::Text;
use crate::{Place, Refusal};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Parts of the archive.
const ENTRIES: usize = 5_000;
/// Unpacked bytes of all parts that are read.
const UNPACKED: u64 = 256 * 1024 * 1024;
/// How often unpacking may multiply.
const RATIO: u64 = 400;

fn damaged(detail: impl ToString) -> Refusal {
    Refusal::Damaged { detail: detail.to_string() }
}

/// Refuses an archive that unpacks to more than a document has, before anything is made of it.
pub(super) fn admit(bytes: &[u8]) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > ENTRIES {
        return Err(Refusal::TooMuch);
    }
    let limit = UNPACKED.min((bytes.len() as u64).saturating_mul(RATIO).max(4 << 20));
    let mut unpacked = 0_u64;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(damaged)?;
        // What the archive says of its sizes is not believed.
        let mut counted = entry.take(limit.saturating_sub(unpacked) + 1);
        unpacked += std::io::copy(&mut counted, &mut std::io::sink()).map_err(damaged)?;
        if unpacked > limit {
            return Err(Refusal::TooMuch);
        }
    }
    Ok(())
}

pub(super) fn read(bytes: &[u8], text: &mut Text) -> Result<(), Refusal> {
    admit(bytes)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut names: Vec<String> = archive
        .file_names()
        .filter_map(|name| Some(name.ok()?.into_owned()))
        .filter(|name| {
            let part = name.strip_prefix("word/").and_then(|name| name.strip_suffix(".xml"));
            part.is_some_and(|part| {
                part == "document"
                    || ["header", "footer", "footnotes", "endnotes"]
                        .iter()
                        .any(|kind| part.starts_with(kind))
            })
        })
        .collect();
    // Headers first, as a reader sees them.
    names.sort_by_key(|name| {
        let order = ["header", "document", "footnotes", "endnotes", "footer"];
        (order.iter().position(|kind| name.contains(kind)), name.clone())
    });
    let mut all = String::new();
    for name in names {
        let mut part = Vec::new();
        archive
            .by_name(&name)
            .map_err(damaged)?
            .take(UNPACKED)
            .read_to_end(&mut part)
            .map_err(damaged)?;
        words(&part, &mut all)?;
        all.push('\n');
    }
    text.add(Place::Whole, &all);
    Ok(())
}

/// The words of a part: paragraphs end lines, cells are parted by tabs, what was deleted with
/// tracking is left out.
fn words(part: &[u8], out: &mut String) -> Result<(), Refusal> {
    let mut reader = Reader::from_reader(part);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let (mut in_text, mut deleted, mut in_row) = (false, 0_usize, 0_usize);
    loop {
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => in_text = deleted == 0,
                "del" | "moveFrom" => deleted += 1,
                "tr" => in_row += 1,
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                "tab" => out.push('\t'),
                "br" | "cr" => out.push('\n'),
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_text = false,
                "del" | "moveFrom" => deleted = deleted.saturating_sub(1),
                "p" if in_row > 0 => out.push(' '),
                "p" => out.push('\n'),
                "tc" => {
                    let end = out.trim_end_matches(' ').len();
                    out.truncate(end);
                    out.push('\t');
                }
                "tr" => {
                    in_row = in_row.saturating_sub(1);
                    out.push('\n');
                }
                _ => {}
            },
            Event::Text(words) if in_text => {
                out.push_str(&words);
            }
            // Entities beyond the five of XML are not resolved: nothing can be blown up by them.
            Event::GeneralRef(name) if in_text => {
                let name: &str = &name;
                match quick_xml::escape::unescape(&format!("&{name};")) {
                    Ok(words) => out.push_str(&words),
                    Err(_) => out.push(' '),
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
        buffer.clear();
    }
}
