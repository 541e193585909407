//! The text of a file as it comes together, within its limit.

use crate::{Limits, Passage, Place, normal};

/// Passages so far.
#[derive(Debug)]
pub(crate) struct Gathered {
    passages: Vec<Passage>,
    /// How many characters may still come.
    left: usize,
    cut: bool,
}

impl Gathered {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self { passages: Vec::new(), left: limits.characters, cut: false }
    }

    /// How many characters may still come: reading more is in vain.
    pub(crate) fn left(&self) -> usize {
        self.left
    }

    /// Takes in a text in its normal form. A text without characters leaves nothing.
    pub(crate) fn add(&mut self, place: Place, text: &str) {
        let text = normal::form(text);
        let text = match text.char_indices().nth(self.left) {
            None => text,
            Some((end, _)) => {
                self.cut = true;
                text[..end].trim_end().to_owned()
            }
        };
        if !text.is_empty() {
            self.left -= text.chars().count().min(self.left);
            self.passages.push(Passage { place, text });
        }
    }

    /// Notes that there is more text than was taken in.
    pub(crate) fn cut(&mut self) {
        self.cut = true;
    }

    /// The passages, and whether there is more text than they hold.
    pub(crate) fn into_parts(self) -> (Vec<Passage>, bool) {
        (self.passages, self.cut)
    }
}
