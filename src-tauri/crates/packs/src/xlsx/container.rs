//! The file as a zip of XML, read once within limits before anything is made of it.
//!
//! What a zip says about its sizes is not believed: every entry is decompressed and counted. What
//! the XML asks the second parser to reserve, copy or add up is bounded here.

use super::text;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use readiness::Text;
use std::cell::Cell;
use std::io::{self, BufReader, Cursor, Read};
use zip::ZipArchive;

/// The largest file read: 16 MiB.
const MAX_FILE: usize = 16 * 1024 * 1024;
/// The most entries.
const MAX_ENTRIES: usize = 400;
/// The most bytes in all entries together: 128 MiB.
const MAX_UNPACKED: u64 = 128 * 1024 * 1024;
/// The most bytes of one text, tag or comment: a full cell takes a quarter of this.
const MAX_TOKEN: usize = 1024 * 1024;
/// The deepest nesting of elements.
const MAX_DEPTH: usize = 64;
/// The most XML elements: a million cells with all they need.
const MAX_ELEMENTS: usize = 4_000_000;
/// The most shared texts.
const MAX_TEXTS: usize = 500_000;
/// The most formats, and the longest element among them: each format is a copy of several.
const MAX_FORMATS: usize = 10_000;
const MAX_FORMAT_BYTES: usize = 2000;
/// The most sheets, relationships and names.
const MAX_PARTS: usize = 10_000;

/// The first bytes of Microsoft's compound files: old `.xls`, and encrypted workbooks.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENTRY_SIGNATURE: &[u8] = b"PK\x01\x02";

/// Lets a file pass that is a zip within the limits and asks for nothing hostile. What is no XML
/// passes: it is found out when it is needed.
///
/// # Errors
/// Why the file is refused.
pub(super) fn admit(bytes: &[u8]) -> Result<(), Text> {
    let mib = MAX_FILE / 1024 / 1024;
    if bytes.len() > MAX_FILE {
        return Err(text(
            format!("the file is larger than {mib} MiB"),
            format!("文件超过 {mib} MiB"),
        ));
    }
    if bytes.starts_with(COMPOUND) {
        return Err(compound(bytes));
    }
    if !bytes.starts_with(b"PK") {
        return Err(text(
            "this is no XLSX workbook; allowed: .xlsx",
            "这不是 XLSX 工作簿；可用：.xlsx",
        ));
    }
    // A list of a million entries would fill the memory before it could be counted.
    if count(bytes, ENTRY_SIGNATURE) > 10 * MAX_ENTRIES {
        return Err(too_many_entries());
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MAX_ENTRIES {
        return Err(too_many_entries());
    }
    let meter = Meter::default();
    let mut tally = Tally::default();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|error| damaged(&error))?;
        let path = entry.name().map_err(|error| damaged(&error))?.to_lowercase();
        if path.ends_with("vbaproject.bin") || path.contains("macrosheets/") {
            return Err(macros());
        }
        let name: String = path.chars().take(100).collect();
        let metered = Metered { inner: entry, meter: &meter };
        let mut reader = Reader::from_reader(BufReader::new(metered));
        let config = reader.config_mut();
        // As the second parser reads.
        config.trim_text(false);
        config.check_end_names = false;
        config.check_comments = false;
        config.expand_empty_elements = true;
        let walked = tally.walk(&mut reader, &meter);
        meter.within_limits(&name)?;
        walked.map_err(|found| {
            text(format!("{name}: {}", found.en), format!("{name}：{}", found.zh))
        })?;
        // The rest of what is no XML still counts, and a broken end shows.
        meter.limit.set(usize::MAX);
        let drained = io::copy(reader.get_mut(), &mut io::sink());
        meter.within_limits(&name)?;
        drained.map_err(|error| damaged(&error))?;
    }
    Ok(())
}

fn count(bytes: &[u8], signature: &[u8]) -> usize {
    bytes.windows(signature.len()).filter(|window| *window == signature).count()
}

fn compound(bytes: &[u8]) -> Text {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if count(bytes, &name) > 0 {
        text(
            "the workbook is protected by a password; save it without one",
            "工作簿有密码保护；请取消密码后保存",
        )
    } else {
        text(
            "this is an old .xls workbook; save it as .xlsx",
            "这是旧版 .xls 工作簿；请另存为 .xlsx",
        )
    }
}

fn damaged(error: &dyn std::error::Error) -> Text {
    text(
        format!("the file is damaged or no XLSX workbook: {error}"),
        format!("文件损坏或不是 XLSX 工作簿：{error}"),
    )
}

fn too_many_entries() -> Text {
    text(
        format!("the file has more than {MAX_ENTRIES} parts"),
        format!("文件包含超过 {MAX_ENTRIES} 个部件"),
    )
}

fn macros() -> Text {
    text(
        "the workbook holds macros; save it as .xlsx without macros",
        "工作簿含有宏；请另存为不含宏的 .xlsx",
    )
}

/// Which limit a stream passed.
#[derive(Clone, Copy, Debug)]
enum Stop {
    Unpacked,
    Token,
}

/// What was unpacked so far.
#[derive(Debug, Default)]
struct Meter {
    unpacked: Cell<u64>,
    /// Since the last event of the XML parser, which keeps all of it.
    token: Cell<usize>,
    /// The most for `token`.
    limit: Cell<usize>,
    stop: Cell<Option<Stop>>,
}

impl Meter {
    fn add(&self, size: usize) -> io::Result<()> {
        let token = self.token.get().saturating_add(size);
        self.token.set(token);
        let unpacked = self.unpacked.get().saturating_add(u64::try_from(size).unwrap_or(u64::MAX));
        self.unpacked.set(unpacked);
        if unpacked > MAX_UNPACKED {
            self.stop.set(Some(Stop::Unpacked));
        } else if token > self.limit.get() {
            self.stop.set(Some(Stop::Token));
        } else {
            return Ok(());
        }
        Err(io::Error::other("past the limits"))
    }

    fn within_limits(&self, name: &str) -> Result<(), Text> {
        match self.stop.get() {
            None => Ok(()),
            Some(Stop::Unpacked) => {
                let mib = MAX_UNPACKED / 1024 / 1024;
                Err(text(
                    format!("the file holds more than {mib} MiB when unpacked"),
                    format!("文件解压后超过 {mib} MiB"),
                ))
            }
            Some(Stop::Token) => Err(text(
                format!("{name} holds a text or tag of more than {MAX_TOKEN} bytes"),
                format!("{name} 中有超过 {MAX_TOKEN} 字节的文本或标签"),
            )),
        }
    }
}

/// Counts what passes through it, and ends it at the limits.
struct Metered<'a, R> {
    inner: R,
    meter: &'a Meter,
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = self.inner.read(buffer)?;
        self.meter.add(size)?;
        Ok(size)
    }
}

/// What the XML of all entries holds.
#[derive(Default)]
struct Tally {
    elements: usize,
    texts: usize,
    formats: usize,
    parts: usize,
}

/// Where in an entry the walk is.
#[derive(Default)]
struct Within {
    depth: usize,
    rows: bool,
    styles: bool,
}

impl Tally {
    /// Reads one entry to its end, or to the first place at which it is no XML: the second parser
    /// comes no further.
    fn walk(&mut self, xml: &mut Reader<impl io::BufRead>, meter: &Meter) -> Result<(), Text> {
        meter.limit.set(MAX_TOKEN);
        let mut buffer = Vec::new();
        let mut within = Within::default();
        loop {
            buffer.clear();
            meter.token.set(0);
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => self.start(&element, &mut within)?,
                Ok(Event::End(element)) => {
                    within.depth = within.depth.saturating_sub(1);
                    match element.local_name().as_ref() {
                        "sheetData" => within.rows = false,
                        "styleSheet" => within.styles = false,
                        _ => {}
                    }
                }
                Ok(Event::DocType(_)) => {
                    return Err(text(
                        "document types and entities are not allowed",
                        "不允许使用文档类型与实体声明",
                    ));
                }
                Ok(Event::Eof) | Err(_) => return Ok(()),
                Ok(_) => {}
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>, within: &mut Within) -> Result<(), Text> {
        within.depth += 1;
        at_most(&mut self.elements, MAX_ELEMENTS, ("elements", "元素"))?;
        if within.depth > MAX_DEPTH {
            return Err(text(
                format!("elements are nested deeper than {MAX_DEPTH}"),
                format!("元素嵌套超过 {MAX_DEPTH} 层"),
            ));
        }
        if within.styles && element.len() > MAX_FORMAT_BYTES {
            return Err(text("a format is too long", "格式定义过长"));
        }
        match element.local_name().as_ref() {
            "sheetData" => within.rows = true,
            "styleSheet" => within.styles = true,
            "si" => at_most(&mut self.texts, MAX_TEXTS, ("texts", "文本"))?,
            "sst" => attributes(element, &["uniqueCount"], |number| {
                number.parse::<usize>().is_ok_and(|number| number <= MAX_TEXTS)
            })?,
            "xf" | "font" | "fill" | "border" | "numFmt" => {
                at_most(&mut self.formats, MAX_FORMATS, ("formats", "格式"))?;
            }
            "sheet" | "Relationship" | "definedName" => {
                at_most(&mut self.parts, MAX_PARTS, ("parts", "部件"))?;
            }
            "dimension" => attributes(element, &["ref"], is_range)?,
            "row" | "c" if within.rows => attributes(element, &["r"], is_cell)?,
            "f" if within.rows => attributes(element, &["ref"], is_range)?,
            "Override" | "Default" => {
                let plain =
                    |kind: &str| !kind.contains("macroEnabled") && !kind.contains("vbaProject");
                attributes(element, &["ContentType"], plain).map_err(|_| macros())?;
            }
            _ => {}
        }
        Ok(())
    }
}

fn at_most(count: &mut usize, limit: usize, (en, zh): (&str, &str)) -> Result<(), Text> {
    *count += 1;
    if *count > limit {
        return Err(text(format!("more than {limit} {en}"), format!("超过 {limit} 个{zh}")));
    }
    Ok(())
}

/// Checks the attributes of these names. The second parser adds up what it finds in them.
fn attributes(
    element: &BytesStart<'_>,
    names: &[&str],
    fits: impl Fn(&str) -> bool,
) -> Result<(), Text> {
    // Looking for doubles takes time by the square of their number; each is checked anyway.
    for attribute in element.attributes().with_checks(false) {
        let value = attribute.ok().filter(|attribute| {
            !names.contains(&attribute.key.as_ref()) || fits(attribute.value.as_ref())
        });
        if value.is_none() {
            let name: String = element.name().as_ref().chars().take(40).collect();
            return Err(text(
                format!("the element {name} has an attribute that is not allowed"),
                format!("元素 {name} 的属性无效"),
            ));
        }
    }
    Ok(())
}

/// `A1`, or a row alone, of a size that can be counted.
fn is_cell(reference: &str) -> bool {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = reference.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
    letters <= 3 && (1..=7).contains(&digits) && letters + digits == reference.len()
}

/// `A1` or `A1:C3`, from the upper left to the lower right.
fn is_range(range: &str) -> bool {
    let Some((from, to)) = range.split_once(':') else { return is_cell(range) };
    is_cell(from) && is_cell(to) && {
        let (from, to) = (corner(from), corner(to));
        from.0 <= to.0 && from.1 <= to.1
    }
}

/// The column and the row of a reference that [`is_cell`].
fn corner(reference: &str) -> (u32, u32) {
    reference.bytes().fold((0, 0), |(column, row), byte| match byte {
        b'0'..=b'9' => (column, row * 10 + u32::from(byte - b'0')),
        _ => (column * 26 + u32::from(byte.to_ascii_uppercase().saturating_sub(b'A')) + 1, row),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_that_overflow_are_none() {
        for good in ["A1", "zz99", "XFD1048576", "7"] {
            assert!(is_cell(good), "{good}");
        }
        for bad in ["", "A", "A4294967297", "AAAAAAAA1", "A1B", "Ä1", "1A"] {
            assert!(!is_cell(bad), "{bad}");
        }
        assert!(is_range("A1:B2") && is_range("C3"));
        assert!(!is_range("B2:A1") && !is_range("A1:B2:C3") && !is_range("A1:"));
    }
}
