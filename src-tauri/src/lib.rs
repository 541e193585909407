//! The desktop shell: one window, native dialogs, and the list of commands. Everything else is in
//! the crates beside it.

mod clipboard;
mod commands;
mod desk;
mod dialogs;
mod ipc;
mod jobs;
mod place;

use desk::Desk;
use std::process::ExitCode;
use tauri::Manager;

/// Opens the window and runs until it is closed.
#[must_use]
pub fn run() -> ExitCode {
    // Started again by itself to read a file; see `App::read_with`.
    if let Some(code) = app::serve_if_asked() {
        return code;
    }
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(ipc::handler())
        .setup(|app| {
            let folder = place::workspace_folder(app.handle())?;
            app.manage(Desk::open(&folder, app.handle().clone()));
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(error) => {
            place::complain(&format!("the window could not be opened: {error}"));
            ExitCode::FAILURE
        }
    }
}
