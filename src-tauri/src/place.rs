//! Where the workspace lies, and what day it is.

use app::Clock;
use chrono::{DateTime, FixedOffset, Local, NaiveDate, TimeZone};
use std::path::PathBuf;
use tauri::{AppHandle, Manager};

/// Names another folder than the platform's own for the workspace.
const WORKSPACE: &str = "SHIPSHAPE_WORKSPACE";
/// Fixes the day, for tests and demonstrations.
const TODAY: &str = "SHIPSHAPE_TODAY";

/// The folder of the workspace: as named in the environment, else in the platform's data folder.
pub(crate) fn workspace_folder(handle: &AppHandle) -> Result<PathBuf, tauri::Error> {
    match std::env::var_os(WORKSPACE) {
        Some(folder) if !folder.is_empty() => Ok(PathBuf::from(folder)),
        _ => Ok(handle.path().data_dir()?.join("Shipshape").join("Workspace")),
    }
}

/// The computer's clock, or noon of the day named in the environment.
pub(crate) fn clock() -> Clock {
    let fixed = std::env::var(TODAY).ok().and_then(|text| text.parse::<NaiveDate>().ok());
    Box::new(move || -> DateTime<FixedOffset> {
        fixed
            .and_then(|day| day.and_hms_opt(12, 0, 0))
            .and_then(|noon| Local.from_local_datetime(&noon).earliest())
            .unwrap_or_else(Local::now)
            .fixed_offset()
    })
}

/// Says on the console why there is no window to say it in.
#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
pub(crate) fn complain(text: &str) {
    eprintln!("shipshape: {text}");
}
