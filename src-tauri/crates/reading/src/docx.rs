//! The text of Word documents.

use crate::container::Container;
use crate::gathered::Gathered;
use crate::{Place, Refusal};
use encoding_rs::{Encoding, UTF_8};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// The deepest text box within text boxes.
const MAX_BOXES: usize = 16;

/// Reads a document: its body, then headers, footers, notes and comments.
///
/// # Errors
/// The file or its main part is broken.
pub(crate) fn read(bytes: &[u8], gathered: &mut Gathered) -> Result<(), Refusal> {
    let mut container = Container::open(bytes)?;
    let parts = Parts::find(&mut container)?;
    let Some(main) = container.part(&parts.main)? else {
        return Err(Refusal::damaged("it has no main part"));
    };
    gathered.add(Place::Whole, &text(&main)?);
    drop(main);
    for (name, paths) in parts.others {
        let mut texts = Vec::new();
        for path in paths {
            if gathered.left() == 0 {
                gathered.cut();
                return Ok(());
            }
            // The text is known without a part that is missing or broken, unless it is a bomb.
            let part = match container.part(&path) {
                Ok(Some(part)) => part,
                Err(Refusal::TooMuch) => return Err(Refusal::TooMuch),
                Ok(None) | Err(_) => continue,
            };
            let found = text(&part).unwrap_or_default();
            // Headers of the first and of other pages are often the same.
            if !texts.contains(&found) {
                texts.push(found);
            }
        }
        gathered.add(Place::Part(name.to_owned()), &texts.join("\n"));
    }
    Ok(())
}

/// Where the parts stand.
struct Parts {
    main: String,
    /// Of each kind, in the order they are read.
    others: [(&'static str, Vec<String>); 5],
}

impl Parts {
    fn find(container: &mut Container<'_>) -> Result<Self, Refusal> {
        let mut parts = Self {
            main: "word/document.xml".to_owned(),
            others: ["header", "footer", "footnotes", "endnotes", "comments"]
                .map(|name| (name, Vec::new())),
        };
        let types = container.part("[Content_Types].xml")?.unwrap_or_default();
        let types = decode(&types);
        let mut reader = Reader::from_str(&types);
        loop {
            match reader.read_event().map_err(|error| Refusal::damaged(&error.to_string()))? {
                Event::Start(element) | Event::Empty(element)
                    if element.local_name().as_ref() == "Override" =>
                {
                    parts.take(&element);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        for (_, paths) in &mut parts.others {
            // `header10` comes after `header9`.
            paths.sort_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));
        }
        Ok(parts)
    }

    fn take(&mut self, element: &BytesStart<'_>) {
        let (Some(path), Some(kind)) =
            (attribute(element, "PartName"), attribute(element, "ContentType"))
        else {
            return;
        };
        let path = path.trim_start_matches('/').to_owned();
        let Some(kind) = kind.strip_suffix("+xml") else { return };
        let kind = kind.rsplit('.').next().unwrap_or(kind);
        if kind == "main" {
            self.main = path;
        } else if let Some((_, paths)) = self.others.iter_mut().find(|(name, _)| *name == kind) {
            paths.push(path);
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    // Looking for doubles takes time by the square of their number.
    let found = attributes.with_checks(false).flatten();
    let mut found = found.filter(|attribute| attribute.key.as_ref() == name);
    found.next().map(|attribute| attribute.value.to_string())
}

/// XML as text: UTF-16 by its mark, else UTF-8.
fn decode(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    encoding.decode_without_bom_handling(&bytes[mark..]).0
}

/// The text of a part. Entities that a document type declares are left out.
fn text(part: &[u8]) -> Result<String, Refusal> {
    let xml = decode(part);
    let mut reader = Reader::from_str(&xml);
    let mut walk = Walk::default();
    loop {
        match reader.read_event().map_err(|error| Refusal::damaged(&error.to_string()))? {
            Event::Start(element) => walk.start(element.local_name().as_ref())?,
            Event::End(element) => walk.end(element.local_name().as_ref()),
            Event::Empty(element) => walk.empty(element.local_name().as_ref()),
            Event::Text(text) if walk.in_text => walk.push(text.as_ref()),
            Event::CData(text) if walk.in_text => walk.push(text.as_ref()),
            Event::GeneralRef(reference) if walk.in_text => walk.reference(&reference),
            Event::Eof => break,
            _ => {}
        }
    }
    if walk.depth > 0 {
        return Err(Refusal::damaged("it ends within an element"));
    }
    Ok(walk.flow.done())
}

/// A text as it flows: the body, or a text box within it.
#[derive(Default)]
struct Flow {
    text: String,
    /// How many tables are open.
    tables: usize,
    /// Text boxes anchored in the paragraph that is open: they follow it.
    boxes: String,
}

impl Flow {
    /// Ends a paragraph: a line, or within a table a part of a cell.
    fn paragraph(&mut self) {
        if self.tables == 0 {
            self.text.push('\n');
            self.text.push_str(&std::mem::take(&mut self.boxes));
        } else {
            self.blank();
        }
    }

    fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with([' ', '\t', '\n']) {
            self.text.push(' ');
        }
    }

    /// Ends a cell.
    fn cell(&mut self) {
        if self.tables == 1 {
            self.text.truncate(self.text.trim_end_matches(' ').len());
            self.text.push('\t');
        } else {
            self.blank();
        }
    }

    /// Ends a row.
    fn row(&mut self) {
        if self.tables == 1 {
            self.text.truncate(self.text.trim_end_matches(['\t', ' ']).len());
            self.text.push('\n');
            self.text.push_str(&std::mem::take(&mut self.boxes));
        }
    }

    fn done(mut self) -> String {
        self.text.push_str(&self.boxes);
        self.text
    }
}

/// A walk through the XML of a part.
#[derive(Default)]
struct Walk {
    flow: Flow,
    /// The flows around the text box that is open.
    outer: Vec<Flow>,
    /// How many elements are open.
    depth: usize,
    /// The depth of the element whose content is left out.
    skipped: Option<usize>,
    in_text: bool,
}

impl Walk {
    fn start(&mut self, name: &str) -> Result<(), Refusal> {
        self.depth += 1;
        if self.skipped.is_some() {
            return Ok(());
        }
        match name {
            // What was deleted or moved away while changes were tracked, another form of what
            // was just read, and the readings above Chinese characters.
            "del" | "moveFrom" | "Fallback" | "rt" => self.skipped = Some(self.depth),
            "t" => self.in_text = true,
            "tbl" => self.flow.tables += 1,
            "txbxContent" => {
                if self.outer.len() >= MAX_BOXES {
                    return Err(Refusal::TooMuch);
                }
                self.outer.push(std::mem::take(&mut self.flow));
            }
            _ => self.mark(name),
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        if let Some(depth) = self.skipped {
            if depth == self.depth {
                self.skipped = None;
            }
        } else {
            match name {
                "t" => self.in_text = false,
                "p" => self.flow.paragraph(),
                "tc" => self.flow.cell(),
                "tr" => self.flow.row(),
                "tbl" => self.flow.tables = self.flow.tables.saturating_sub(1),
                "txbxContent" => {
                    if let Some(outer) = self.outer.pop() {
                        let inner = std::mem::replace(&mut self.flow, outer);
                        self.flow.boxes.push_str(&inner.done());
                    }
                }
                _ => {}
            }
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn empty(&mut self, name: &str) {
        if self.skipped.is_some() {
            return;
        }
        match name {
            "p" => self.flow.paragraph(),
            "tc" => self.flow.cell(),
            _ => self.mark(name),
        }
    }

    /// Elements that stand for a character.
    fn mark(&mut self, name: &str) {
        match name {
            "tab" | "ptab" if self.flow.tables == 0 => self.flow.text.push('\t'),
            "tab" | "ptab" => self.flow.blank(),
            "br" | "cr" if self.flow.tables == 0 => self.flow.text.push('\n'),
            "br" | "cr" => self.flow.blank(),
            "noBreakHyphen" => self.flow.text.push('-'),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.skipped.is_none() {
            self.flow.text.push_str(text);
        }
    }

    fn reference(&mut self, reference: &BytesRef<'_>) {
        if let Ok(Some(char)) = reference.resolve_char_ref() {
            self.push(char.encode_utf8(&mut [0; 4]));
        } else if let Some(text) = quick_xml::escape::resolve_xml_entity(reference.as_ref()) {
            self.push(text);
        }
    }
}
