//! Text in both of the product's languages.

/// One sentence or title in English and Simplified Chinese.
///
/// Both are always present: a pack that lacks one is refused.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// English.
    #[schemars(length(min = 1, max = 4000))]
    pub en: String,
    /// Simplified Chinese.
    #[schemars(length(min = 1, max = 4000))]
    pub zh: String,
}

impl Text {
    /// Both languages at once.
    pub fn new(en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self { en: en.into(), zh: zh.into() }
    }

    /// A name, number or code that reads the same in both languages.
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { en: text.clone(), zh: text }
    }

    /// What was written in one language alone stands for the other too, so that nothing is blank.
    /// Only what a user notes for the watch list may be so.
    #[must_use]
    pub fn filled(&self) -> Self {
        match (self.en.trim().is_empty(), self.zh.trim().is_empty()) {
            (true, false) => Self::same(self.zh.clone()),
            (false, true) => Self::same(self.en.clone()),
            _ => self.clone(),
        }
    }

    /// Whether neither language says anything.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.en.trim().is_empty() && self.zh.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn one_language_stands_for_the_other() {
        assert_eq!(Text::new("", "公告").filled(), Text::same("公告"));
        assert_eq!(Text::new("notice", " ").filled(), Text::same("notice"));
        assert_eq!(Text::new("notice", "公告").filled(), Text::new("notice", "公告"));
        assert!(Text::new(" ", "").is_blank() && !Text::new("", "公告").is_blank());
    }
}
