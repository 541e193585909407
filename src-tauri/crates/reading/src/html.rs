//! What an HTML page shows, as text.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// Whether a text begins as HTML does.
pub(crate) fn is_html(head: &str) -> bool {
    let head = head.trim_start().to_ascii_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || (head.starts_with("<?xml") && head.contains("<html"))
}

/// The text of a page: blocks and rows as lines, cells parted by tabs; without what is not shown.
pub(crate) fn text(html: &str) -> String {
    let mut emitter = DefaultEmitter::default();
    // Else a `<` in a script would begin an element.
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        // Reading from memory has no errors.
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.start(&tag.name, tag.self_closing),
            Token::EndTag(tag) => page.end(&tag.name),
            Token::String(text) => page.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
    /// How many elements are open whose content is not shown.
    hidden: usize,
    /// How many elements are open whose lines are kept.
    kept: usize,
    /// A blank is due before the next word.
    blank: bool,
}

impl Page {
    fn start(&mut self, name: &[u8], closed: bool) {
        match name {
            b"script" | b"style" | b"title" | b"template" | b"noscript" if !closed => {
                self.hidden += 1;
            }
            b"pre" | b"textarea" => self.kept += 1,
            b"td" | b"th" => {
                if !self.text.is_empty() && !self.text.ends_with('\n') {
                    self.text.push('\t');
                }
                self.blank = false;
            }
            b"br" => {
                self.text.push('\n');
                self.blank = false;
            }
            _ => {}
        }
        if is_block(name) {
            self.line();
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"script" | b"style" | b"title" | b"template" | b"noscript" => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            b"pre" | b"textarea" => self.kept = self.kept.saturating_sub(1),
            _ => {}
        }
        if is_block(name) {
            self.line();
        }
    }

    fn line(&mut self) {
        // A block alone in a cell does not end the row.
        if !self.text.is_empty() && !self.text.ends_with(['\n', '\t']) {
            self.text.push('\n');
        }
        self.blank = false;
    }

    fn text(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        if self.kept > 0 {
            self.text.push_str(text);
            return;
        }
        for char in text.chars() {
            // A fixed blank is no white space in HTML; it becomes one in the normal form.
            if char.is_ascii_whitespace() {
                self.blank = true;
                continue;
            }
            if self.blank && !self.text.is_empty() && !self.text.ends_with(['\n', '\t']) {
                self.text.push(' ');
            }
            self.blank = false;
            self.text.push(char);
        }
    }
}

fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"p" | b"div"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"ul"
            | b"ol"
            | b"li"
            | b"dl"
            | b"dt"
            | b"dd"
            | b"table"
            | b"tr"
            | b"caption"
            | b"blockquote"
            | b"pre"
            | b"hr"
            | b"header"
            | b"footer"
            | b"section"
            | b"article"
            | b"nav"
            | b"main"
            | b"address"
            | b"form"
            | b"fieldset"
            | b"figure"
            | b"figcaption"
            | b"body"
    )
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn rows_are_lines_and_scripts_are_not_shown() {
        let html = "<html><head><title>T</title><style>p{}</style><script>if (a<b) {}</script></head>\
            <body><p>Dear\n  Sir&comma; <b>f&uuml;r</b>Sie<br>next</p><table><tr><td>No.</td>\
            <td><p>NS-1</p></td></tr><tr><td>Date<td>2025</table>end<!-- x -->.</body>";
        assert_eq!(text(html), "Dear Sir, fürSie\nnext\nNo.\tNS-1\nDate\t2025\nend.\n");
    }
}
