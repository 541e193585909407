//! YAML and JSON text to a tree that knows the line of every value.
//!
//! YAML is a superset of JSON here: one reader serves both. Aliases are copied, and every copy
//! counts, so that a few lines that stand for millions of values end in a refusal.

use crate::problem::Problem;
use crate::xlsx::Table;
use readiness::Text;
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span, Tag};
use serde_json::{Map, Number, Value};
use std::collections::HashMap;

/// The largest file read: 8 MiB.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// The deepest nesting.
pub const MAX_DEPTH: usize = 64;
/// The most values, copies by aliases included.
pub const MAX_VALUES: usize = 400_000;

/// A place in a file, from 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

impl From<&Marker> for Place {
    fn from(marker: &Marker) -> Self {
        Self { line: marker.line(), column: marker.col() + 1 }
    }
}

/// A file's values with the place of each.
#[derive(Debug)]
pub struct Source {
    /// The file, as the user knows it.
    pub file: String,
    /// The values.
    pub value: Value,
    places: Places,
}

/// How the place of a value is found.
#[derive(Debug)]
enum Places {
    /// By its JSON pointer.
    Text(HashMap<String, Place>),
    /// By the row and the column that it was put together from.
    Cells(Table),
}

impl Source {
    /// Values that were put together from the cells of a workbook.
    pub(crate) fn of_cells(file: &str, value: Value, table: Table) -> Self {
        Self { file: file.to_owned(), value, places: Places::Cells(table) }
    }

    /// The place of a value, by its JSON pointer; that of the nearest parent where it is absent.
    #[must_use]
    pub fn place(&self, pointer: &str) -> Place {
        let places = match &self.places {
            Places::Text(places) => places,
            Places::Cells(table) => return table.spot(pointer).0,
        };
        let mut pointer = pointer;
        loop {
            if let Some(place) = places.get(pointer) {
                return *place;
            }
            match pointer.rfind('/') {
                Some(end) => pointer = &pointer[..end],
                None => return Place::default(),
            }
        }
    }

    /// A mistake at a value.
    #[must_use]
    pub fn problem(&self, pointer: &str, message: Text) -> Problem {
        let (place, field) = match &self.places {
            Places::Text(_) => (
                self.place(pointer),
                pointer.trim_start_matches('/').replace("~1", "/").replace("~0", "~"),
            ),
            Places::Cells(table) => table.spot(pointer),
        };
        let file = self.file.clone();
        Problem { file, line: place.line, column: place.column, field, message }
    }

    /// A mistake about a field that is not there: at the group that lacks it, or in its own cell
    /// where there is one.
    pub(crate) fn absent(&self, pointer: &str, name: &str, message: Text) -> Problem {
        match &self.places {
            Places::Text(_) => self.problem(pointer, message),
            Places::Cells(_) => self.problem(&format!("{pointer}/{name}"), message),
        }
    }
}

#[derive(Clone)]
struct Node {
    value: Tree,
    place: Place,
}

#[derive(Clone)]
enum Tree {
    Scalar(Value),
    List(Vec<Node>),
    Map(Vec<(String, Place, Node)>),
}

impl Node {
    fn count(&self) -> usize {
        match &self.value {
            Tree::Scalar(_) => 1,
            Tree::List(items) => 1 + items.iter().map(Self::count).sum::<usize>(),
            Tree::Map(entries) => 1 + entries.iter().map(|(_, _, n)| n.count()).sum::<usize>(),
        }
    }
}

struct Reader<'a> {
    file: &'a str,
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
    anchors: HashMap<usize, Node>,
    values: usize,
}

/// Reads YAML or JSON.
///
/// # Errors
/// The first place at which the text is no YAML, or at which a limit is passed.
pub fn read(file: &str, text: &str) -> Result<Source, Problem> {
    read_more(file, text, &mut 0)
}

/// Reads YAML that is one of several parts: `values` counts the values of all of them.
pub(crate) fn read_more(file: &str, text: &str, values: &mut usize) -> Result<Source, Problem> {
    let mut reader = Reader {
        file,
        parser: Parser::new_from_str(text.strip_prefix('\u{feff}').unwrap_or(text)),
        anchors: HashMap::new(),
        values: *values,
    };
    let source = document(&mut reader, text);
    *values = reader.values;
    source
}

fn document(reader: &mut Reader<'_>, text: &str) -> Result<Source, Problem> {
    let file = reader.file;
    let whole = |en: String, zh: String| Problem {
        file: file.to_owned(),
        line: 0,
        column: 0,
        field: String::new(),
        message: Text::new(en, zh),
    };
    if text.len() > MAX_BYTES {
        return Err(whole(
            format!("the file is larger than {} MiB", MAX_BYTES / 1024 / 1024),
            format!("文件超过 {} MiB", MAX_BYTES / 1024 / 1024),
        ));
    }
    let mut root = None;
    loop {
        let (event, span) = reader.next()?;
        match event {
            Event::StreamEnd => break,
            Event::DocumentStart(_) if root.is_some() => {
                return Err(reader.fail(
                    &span,
                    "a second document starts here; a file holds one",
                    "此处开始第二个文档；一个文件只能有一个",
                ));
            }
            Event::Nothing | Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd => {}
            event => root = Some(reader.node(event, &span, 0)?),
        }
    }
    let Some(root) = root else {
        return Err(whole("the file is empty".to_owned(), "文件为空".to_owned()));
    };
    let mut places = HashMap::new();
    let value = unroll(root, String::new(), &mut places);
    Ok(Source { file: file.to_owned(), value, places: Places::Text(places) })
}

fn unroll(node: Node, pointer: String, places: &mut HashMap<String, Place>) -> Value {
    let value = match node.value {
        Tree::Scalar(value) => value,
        Tree::List(items) => Value::Array(
            items
                .into_iter()
                .enumerate()
                .map(|(index, item)| unroll(item, format!("{pointer}/{index}"), places))
                .collect(),
        ),
        Tree::Map(entries) => {
            let mut map = Map::new();
            for (key, place, entry) in entries {
                let child = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
                let value = unroll(entry, child.clone(), places);
                places.insert(child, place);
                map.insert(key, value);
            }
            Value::Object(map)
        }
    };
    places.insert(pointer, node.place);
    value
}

impl<'a> Reader<'a> {
    fn fail(&self, span: &Span, en: &str, zh: &str) -> Problem {
        let place = Place::from(&span.start);
        Problem {
            file: self.file.to_owned(),
            line: place.line,
            column: place.column,
            field: String::new(),
            message: Text::new(en, zh),
        }
    }

    fn next(&mut self) -> Result<(Event<'a>, Span), Problem> {
        match self.parser.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => {
                let place = Place::from(error.marker());
                Err(Problem {
                    file: self.file.to_owned(),
                    line: place.line,
                    column: place.column,
                    field: String::new(),
                    message: Text::new(
                        format!("this is not YAML: {}", error.info()),
                        format!("不是有效的 YAML：{}", error.info()),
                    ),
                })
            }
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    /// Tags ask a reader to build something else than data; none is needed here.
    fn refuse(&self, span: &Span, tag: Option<&Tag>) -> Result<(), Problem> {
        match tag {
            None => Ok(()),
            Some(tag) => Err(self.fail(
                span,
                &format!("tags such as {}{} are not allowed", tag.handle, tag.suffix),
                &format!("不允许使用 {}{} 之类的标签", tag.handle, tag.suffix),
            )),
        }
    }

    fn legible(&self, span: &Span, text: &str) -> Result<(), Problem> {
        match hidden(text) {
            None => Ok(()),
            Some(found) => {
                let message = hidden_text(found);
                Err(self.fail(span, &message.en, &message.zh))
            }
        }
    }

    fn count(&mut self, span: &Span, more: usize) -> Result<(), Problem> {
        self.values += more;
        if self.values > MAX_VALUES {
            return Err(self.fail(
                span,
                &format!("more than {MAX_VALUES} values, aliases counted each time"),
                &format!("超过 {MAX_VALUES} 个值（别名每次展开都计数）"),
            ));
        }
        Ok(())
    }

    fn node(&mut self, event: Event<'a>, span: &Span, depth: usize) -> Result<Node, Problem> {
        if depth > MAX_DEPTH {
            return Err(self.fail(
                span,
                &format!("nested deeper than {MAX_DEPTH}"),
                &format!("嵌套超过 {MAX_DEPTH} 层"),
            ));
        }
        self.count(span, 1)?;
        let place = Place::from(&span.start);
        let (anchor, value) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(span, tag.as_deref())?;
                self.legible(span, &text)?;
                (anchor, Tree::Scalar(scalar(&text, style)))
            }
            Event::Alias(anchor) => {
                let Some(copy) = self.anchors.get(&anchor).cloned() else {
                    return Err(self.fail(
                        span,
                        "this alias stands for nothing, or for itself",
                        "此别名没有指向任何值，或指向自身",
                    ));
                };
                let size = copy.count();
                self.count(span, size)?;
                return Ok(Node { value: copy.value, place });
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse(span, tag.as_deref())?;
                let mut items = Vec::new();
                loop {
                    let (event, span) = self.next()?;
                    if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                        break;
                    }
                    items.push(self.node(event, &span, depth + 1)?);
                }
                (anchor, Tree::List(items))
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse(span, tag.as_deref())?;
                (anchor, self.mapping(depth)?)
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd
            | Event::SequenceEnd
            | Event::MappingEnd => (0, Tree::Scalar(Value::Null)),
        };
        let node = Node { value, place };
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn mapping(&mut self, depth: usize) -> Result<Tree, Problem> {
        let mut entries: Vec<(String, Place, Node)> = Vec::new();
        let mut keys = std::collections::HashSet::new();
        loop {
            let (event, span) = self.next()?;
            let key = match event {
                Event::MappingEnd | Event::StreamEnd => break,
                Event::Scalar(key, _, _, _) => {
                    self.legible(&span, &key)?;
                    key.into_owned()
                }
                _ => {
                    return Err(self.fail(
                        &span,
                        "a field's name must be plain text",
                        "字段名必须是普通文本",
                    ));
                }
            };
            if !keys.insert(key.clone()) {
                return Err(self.fail(
                    &span,
                    &format!("the field {key:?} stands here twice"),
                    &format!("字段 {key:?} 重复"),
                ));
            }
            let place = Place::from(&span.start);
            let (event, span) = self.next()?;
            let node = self.node(event, &span, depth + 1)?;
            entries.push((key, place, node));
        }
        Ok(Tree::Map(entries))
    }
}

/// The first character in a text that is not seen, or makes the rest be seen in another order:
/// what a person reads would not be what the program takes.
pub(crate) fn hidden(text: &str) -> Option<char> {
    text.chars().find(|c| {
        let control = c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        let reorders = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let unseen = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
        control || reorders || unseen
    })
}

/// Says so.
pub(crate) fn hidden_text(found: char) -> Text {
    let code = u32::from(found);
    Text::new(
        format!("the text holds the invisible character U+{code:04X}; take it out"),
        format!("文本含有不可见字符 U+{code:04X}；请删除"),
    )
}

/// YAML 1.2 core types for plain scalars; anything quoted is text. A number that a float cannot
/// hold exactly stays text, so that no digit is lost.
fn scalar(text: &str, style: ScalarStyle) -> Value {
    if style != ScalarStyle::Plain {
        return Value::String(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let numeric = !digits.is_empty()
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.matches('.').count() <= 1;
    // Leading zeros belong to codes such as 0123, not to numbers.
    let code = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    if numeric && !code {
        if let Ok(whole) = text.parse::<i64>() {
            return Value::Number(whole.into());
        }
        if digits.len() <= 15
            && let Some(number) = text.parse::<f64>().ok().and_then(Number::from_f64)
        {
            return Value::Number(number);
        }
    }
    Value::String(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_knows_its_line() {
        let source = read("a.yaml", "a: 1\nb:\n  - x\n  - {c: 2}\n").unwrap();
        assert_eq!(source.place("/b/1/c").line, 4);
        assert_eq!(source.place("/b/0").line, 3);
        assert_eq!(source.place("/b/9/zzz").line, 2, "an absent value is at its parent");
    }

    #[test]
    fn json_is_read_alike() {
        let source = read("a.json", "{\"a\": [1, true, null, \"x\"]}").unwrap();
        assert_eq!(source.value, serde_json::json!({"a": [1, true, null, "x"]}));
    }

    #[test]
    fn dates_and_codes_stay_text() {
        let source = read("a", "d: 2026-11-24\nhs: 8457.10\nz: 0123\nq: 6.1 mm").unwrap();
        assert_eq!(source.value["d"], "2026-11-24");
        assert_eq!(source.value["z"], "0123");
        assert_eq!(source.value["q"], "6.1 mm");
    }

    #[test]
    fn an_alias_bomb_is_refused_quickly() {
        let mut text = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let previous = format!("*a{}", level - 1);
            text += &format!("a{level}: &a{level} [{}]\n", vec![previous; 10].join(", "));
        }
        let problem = read("bomb.yaml", &text).unwrap_err();
        assert!(problem.message.en.contains("aliases"), "{problem}");
        assert!(problem.line > 0);
    }

    #[test]
    fn text_that_reads_otherwise_than_it_is_stored_is_refused() {
        for hostile in ["\u{202e}txet", "a\u{200b}b", "bell \u{7}"] {
            let problem = read("f.yaml", &format!("ok: 1\nname: \"{hostile}\"")).unwrap_err();
            assert_eq!(problem.line, 2, "{problem}");
        }
        assert!(read("f", "name: \"中文\\tand\\nlines\"").is_ok());
    }

    #[test]
    fn a_key_twice_a_tag_and_a_deep_nest_are_refused() {
        assert_eq!(read("f", "a: 1\na: 2").unwrap_err().line, 2);
        assert!(read("f", "a: !!python/object:os.system x").is_err());
        assert!(read("f", &"[".repeat(1000)).is_err());
        assert!(read("f", "").is_err());
        assert!(read("f", "a: [1").is_err());
    }
}
