//! Settings of the workspace.

use crate::changes::Act;
use crate::failure::Failure;
use crate::office::App;
use crate::views::{Changes, Settings};
use serde_json::json;

const KEY: &str = "settings";

impl App {
    /// What the user set.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn settings(&self) -> Result<Settings, Failure> {
        Ok(self.workspace.read().setting(KEY)?.unwrap_or_default())
    }

    /// Saves the settings.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn save_settings(&mut self, settings: &Settings) -> Result<Changes, Failure> {
        let act = Act { name: "settings.save", params: json!({}), shipment: None };
        let ((), changes) = self.act(&act, |write| Ok(write.put_setting(KEY, settings)?))?;
        Ok(changes)
    }

    /// Takes in a picture as the company's logo.
    ///
    /// # Errors
    /// It is no picture a report can carry, or it cannot be read or stored.
    pub fn set_logo(&mut self, path: &std::path::Path) -> Result<Changes, Failure> {
        let bytes = crate::reports::read_logo(path)?;
        drop(bytes);
        let staged = self.workspace.vault().stage_path(
            path,
            Some(crate::reports::LOGO_LIMIT),
            &mut store::Watch::default(),
        )?;
        let mut settings = self.settings()?;
        settings.company.logo = Some(staged.sha256.clone());
        let at = self.now();
        let act = Act { name: "settings.logo", params: json!({}), shipment: None };
        let ((), changes) = self.act(&act, |write| {
            write.add_file(&staged, &at)?;
            Ok(write.put_setting(KEY, &settings)?)
        })?;
        Ok(changes)
    }
}
