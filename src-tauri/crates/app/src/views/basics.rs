//! What all of it rests on: languages, settings, what changed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The languages of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

/// The window's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system wishes.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The page that the window opens with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum StartPage {
    /// The list of shipments.
    #[default]
    Shipments,
    /// What is to be done today.
    Today,
}

/// The exporter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Company {
    /// English name as on documents.
    pub name: String,
    /// Chinese name.
    pub name_zh: String,
    /// Site or address.
    pub address: String,
    /// SHA-256 of the logo's file, where there is one.
    pub logo: Option<String>,
}

/// What the user set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Settings {
    /// Screen language; asked of the system until chosen.
    pub language: Option<Language>,
    /// Colours.
    pub theme: Theme,
    /// The page that the window opens with.
    pub start_page: StartPage,
    /// Who works here: the author of every change.
    pub author: String,
    /// The exporter.
    pub company: Company,
    /// The largest file taken in, in MB.
    pub file_limit_mb: u32,
    /// Days that a removed document stays in the bin at least.
    pub bin_days: u16,
    /// Views of the library kept under a name.
    pub library_views: Vec<super::SavedView>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::default(),
            start_page: StartPage::default(),
            author: String::new(),
            company: Company::default(),
            file_limit_mb: 2_000,
            bin_days: 90,
            library_views: Vec::new(),
        }
    }
}

/// A shipment's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShipmentId {
    /// The shipment.
    pub shipment: String,
}

/// Which shipment, judged on which day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShipmentQuery {
    /// The shipment.
    pub shipment: String,
    /// The day judged on; today when none.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on: Option<NaiveDate>,
}

/// What a change touched: the window reloads what shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Changes {
    /// Tables touched, and the ids in each.
    pub touched: BTreeMap<String, Vec<String>>,
}

/// Something new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Created {
    /// Its id.
    pub shipment: String,
    /// What it touched.
    pub changes: Changes,
}
