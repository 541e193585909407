//! The frame of an iCalendar file: lines unfolded, components matched, events cut out.

use super::MAX_ICS_BYTES;
use crate::problem::{Problem, Problems};
use readiness::Text;

/// The most events read.
const MAX_EVENTS: usize = 20_000;
/// The longest line once unfolded, in bytes.
const MAX_LINE: usize = 256 * 1024;
/// How deep components may lie in each other.
const MAX_DEPTH: usize = 8;

/// One event as text, without what lies inside it (alarms).
pub(super) struct RawEvent {
    /// The line of its BEGIN, from 1.
    pub(super) line: usize,
    /// Its unfolded lines, BEGIN and END included.
    pub(super) text: String,
}

/// A file taken apart.
pub(super) struct Envelope {
    pub(super) name: Option<String>,
    pub(super) events: Vec<RawEvent>,
}

pub(super) fn problem(file: &str, line: usize, message: Text) -> Problem {
    Problem { file: file.to_owned(), line, column: 0, field: String::new(), message }
}

/// Takes a file apart.
///
/// # Errors
/// It is too large, no text, no iCalendar file, or its components do not match.
pub(super) fn open(file: &str, bytes: &[u8]) -> Result<Envelope, Problems> {
    let refuse =
        |line, en: String, zh: String| Err(Problems::one(problem(file, line, Text::new(en, zh))));
    if bytes.len() > MAX_ICS_BYTES {
        let most = MAX_ICS_BYTES / 1024 / 1024;
        return refuse(
            0,
            format!("the file is larger than {most} MiB; export the holidays alone"),
            format!("文件超过 {most} MiB；请只导出假日"),
        );
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            return refuse(
                before.iter().filter(|byte| **byte == b'\n').count() + 1,
                "the file is not text in UTF-8; export the calendar again as .ics".to_owned(),
                "文件不是 UTF-8 文本；请重新将日历导出为 .ics".to_owned(),
            );
        }
    };
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut found = Envelope { name: None, events: Vec::new() };
    let mut calendar = String::from("BEGIN:VCALENDAR\r\n");
    let mut any = false;
    for (number, line) in Unfolded::new(text) {
        if line.trim().is_empty() {
            continue;
        }
        if line.len() > MAX_LINE {
            return refuse(
                number,
                format!("a line is longer than {} KiB; this is no calendar", MAX_LINE / 1024),
                format!("一行超过 {} KiB；这不是日历文件", MAX_LINE / 1024),
            );
        }
        if let Some(name) = after(&line, "BEGIN:") {
            let name = name.trim().to_ascii_uppercase();
            if open.is_empty() && name != "VCALENDAR" {
                return refuse(
                    number,
                    "an iCalendar file begins with BEGIN:VCALENDAR; choose a file that a calendar program exported as .ics".to_owned(),
                    "iCalendar 文件以 BEGIN:VCALENDAR 开头；请选择日历程序导出的 .ics 文件".to_owned(),
                );
            }
            if open.len() >= MAX_DEPTH {
                return refuse(
                    number,
                    format!("components lie deeper than {MAX_DEPTH} levels in each other"),
                    format!("组件嵌套超过 {MAX_DEPTH} 层"),
                );
            }
            any = true;
            if is_event(&open, &name) {
                if found.events.len() == MAX_EVENTS {
                    return refuse(
                        number,
                        format!(
                            "the file has more than {MAX_EVENTS} events; export the holidays alone"
                        ),
                        format!("文件中的事件超过 {MAX_EVENTS} 个；请只导出假日"),
                    );
                }
                found.events.push(RawEvent { line: number, text: "BEGIN:VEVENT\r\n".to_owned() });
            }
            open.push((name, number));
        } else if let Some(name) = after(&line, "END:") {
            let name = name.trim().to_ascii_uppercase();
            match open.pop() {
                Some((begun, _)) if begun == name => {}
                Some((begun, at)) => {
                    return refuse(
                        number,
                        format!(
                            "END:{name} does not close BEGIN:{begun} of line {at}; get the file again"
                        ),
                        format!("END:{name} 与第 {at} 行的 BEGIN:{begun} 不匹配；请重新获取文件"),
                    );
                }
                None => {
                    return refuse(
                        number,
                        format!("END:{name} closes nothing; get the file again"),
                        format!("END:{name} 没有对应的 BEGIN；请重新获取文件"),
                    );
                }
            }
            if is_event(&open, &name)
                && let Some(event) = found.events.last_mut()
            {
                event.text.push_str("END:VEVENT\r\n");
            }
        } else {
            match open.as_slice() {
                [] => {
                    return refuse(
                        number,
                        "an iCalendar file begins with BEGIN:VCALENDAR; choose a file that a calendar program exported as .ics".to_owned(),
                        "iCalendar 文件以 BEGIN:VCALENDAR 开头；请选择日历程序导出的 .ics 文件".to_owned(),
                    );
                }
                [_] if found.name.is_none() && after(&line, "X-WR-CALNAME").is_some() => {
                    calendar.push_str(&line);
                    calendar.push_str("\r\nEND:VCALENDAR\r\n");
                    found.name = name_of(&calendar);
                }
                [_, (inner, _)] if inner == "VEVENT" => {
                    if let Some(event) = found.events.last_mut() {
                        event.text.push_str(&line);
                        event.text.push_str("\r\n");
                    }
                }
                _ => {}
            }
        }
    }
    if let Some((name, at)) = open.last() {
        return refuse(
            *at,
            format!("the file ends before END:{name}; it was cut off, get it again"),
            format!("文件在 END:{name} 之前结束，可能已被截断；请重新获取"),
        );
    }
    if !any {
        return refuse(
            0,
            "the file is empty; choose a file that a calendar program exported as .ics".to_owned(),
            "文件为空；请选择日历程序导出的 .ics 文件".to_owned(),
        );
    }
    Ok(found)
}

/// Events lie right in the calendar.
fn is_event(outside: &[(String, usize)], name: &str) -> bool {
    name == "VEVENT" && outside.len() == 1
}

fn name_of(calendar: &str) -> Option<String> {
    let components = icalendar::parser::read_components(calendar).ok()?;
    let component = components.first()?;
    let name = component.find_prop("X-WR-CALNAME")?.val.as_str().trim().to_owned();
    Some(name).filter(|name| !name.is_empty())
}

/// What follows a beginning, whatever its case.
fn after<'a>(line: &'a str, beginning: &str) -> Option<&'a str> {
    let head = line.get(..beginning.len())?;
    head.eq_ignore_ascii_case(beginning).then(|| &line[beginning.len()..])
}

/// The lines of a file, those that were folded joined again, each with the number it begins on.
struct Unfolded<'a> {
    lines: std::iter::Peekable<std::iter::Enumerate<std::str::Split<'a, char>>>,
}

impl<'a> Unfolded<'a> {
    fn new(text: &'a str) -> Self {
        Self { lines: text.split('\n').enumerate().peekable() }
    }
}

impl Iterator for Unfolded<'_> {
    type Item = (usize, String);

    fn next(&mut self) -> Option<Self::Item> {
        let (number, first) = self.lines.next()?;
        let mut whole = first.trim_end_matches('\r').to_owned();
        while let Some((_, more)) =
            self.lines.next_if(|(_, line)| line.starts_with(' ') || line.starts_with('\t'))
        {
            // What is longer is refused; it need not be held in memory.
            if whole.len() <= MAX_LINE {
                whole.push_str(more[1..].trim_end_matches('\r'));
            }
        }
        // A carriage return inside a line would begin a new one for some readers.
        whole.retain(|c| c != '\r' && c != '\0');
        Some((number + 1, whole))
    }
}
