//! Native dialogs; the only user of the dialog plugin.

use app::views::Language;
use std::path::PathBuf;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

fn dialog(handle: &AppHandle, title: &str) -> FileDialogBuilder<tauri::Wry> {
    let builder = handle.dialog().file().set_title(title);
    match handle.get_webview_window("main") {
        Some(window) => builder.set_parent(&window),
        None => builder,
    }
}

fn pick(language: Language, en: &'static str, zh: &'static str) -> &'static str {
    match language {
        Language::En => en,
        Language::Zh => zh,
    }
}

fn path(picked: Option<tauri_plugin_dialog::FilePath>) -> Option<PathBuf> {
    picked.and_then(|file| file.into_path().ok())
}

/// A shipment file to import.
pub(crate) fn shipment_file(handle: &AppHandle, language: Language) -> Option<PathBuf> {
    let title = pick(language, "Import shipment", "导入发运");
    let filter = pick(language, "Shipment files", "发运文件");
    path(dialog(handle, title).add_filter(filter, &["yaml", "yml", "json"]).blocking_pick_file())
}

/// A calendar of holidays to import.
pub(crate) fn calendar_file(handle: &AppHandle, language: Language) -> Option<PathBuf> {
    let title = pick(language, "Import calendar", "导入日历");
    let filter = pick(language, "iCalendar files", "iCalendar 文件");
    path(dialog(handle, title).add_filter(filter, &["ics", "ical", "ifb"]).blocking_pick_file())
}

/// Files to attach.
pub(crate) fn evidence_files(handle: &AppHandle, language: Language) -> Vec<PathBuf> {
    let title = pick(language, "Attach document", "附加文件");
    dialog(handle, title)
        .blocking_pick_files()
        .unwrap_or_default()
        .into_iter()
        .filter_map(|file| file.into_path().ok())
        .collect()
}

/// A folder with files to attach.
pub(crate) fn evidence_folder(handle: &AppHandle, language: Language) -> Option<PathBuf> {
    let title = pick(language, "Choose folder", "选择文件夹");
    path(dialog(handle, title).blocking_pick_folder())
}

/// A picture for the reports.
pub(crate) fn logo(handle: &AppHandle, language: Language) -> Option<PathBuf> {
    let title = pick(language, "Choose logo", "选择徽标");
    let filter = pick(language, "Pictures", "图片");
    path(dialog(handle, title).add_filter(filter, &["png", "svg"]).blocking_pick_file())
}

/// A requirement pack to import.
pub(crate) fn pack_file(handle: &AppHandle, language: Language) -> Option<PathBuf> {
    let title = pick(language, "Import requirement pack", "导入要求包");
    let filter = pick(language, "Requirement packs", "要求包");
    let endings = ["xlsx", "yaml", "yml", "json"];
    path(dialog(handle, title).add_filter(filter, &endings).blocking_pick_file())
}

/// Where a requirement pack goes.
pub(crate) fn pack_place(handle: &AppHandle, language: Language, name: &str) -> Option<PathBuf> {
    place(handle, pick(language, "Export requirement pack", "导出要求包"), name)
}

/// Where a list for a party or a calendar file goes.
pub(crate) fn list_place(handle: &AppHandle, language: Language, name: &str) -> Option<PathBuf> {
    place(handle, pick(language, "Save list", "保存清单"), name)
}

/// Where a file goes whose name says what it is.
fn place(handle: &AppHandle, title: &str, name: &str) -> Option<PathBuf> {
    let ending = name.rsplit('.').next().unwrap_or_default().to_owned();
    let picked = dialog(handle, title)
        .set_file_name(name)
        .add_filter(ending.to_uppercase(), &[ending.as_str()])
        .blocking_save_file();
    let mut place = path(picked)?;
    if place.extension().is_none() {
        place.set_extension(ending);
    }
    Some(place)
}

/// Where a report goes.
pub(crate) fn report_place(handle: &AppHandle, language: Language, name: &str) -> Option<PathBuf> {
    let title = pick(language, "Save PDF", "保存 PDF");
    let picked =
        dialog(handle, title).set_file_name(name).add_filter("PDF", &["pdf"]).blocking_save_file();
    let mut place = path(picked)?;
    if place.extension().is_none() {
        place.set_extension("pdf");
    }
    Some(place)
}
