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
}
