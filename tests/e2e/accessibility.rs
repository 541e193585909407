//! axe-core in the real window: no violation on any screen, in either theme and either language.
//!
//! With `SHIPSHAPE_PICTURES` naming a folder, a picture of every screen is left there (ImageMagick takes it).

use crate::window::{Display, Window};
use std::path::{Path, PathBuf};

/// axe-core as it was installed for the user interface.
fn axe() -> String {
    let script =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&script).expect("axe-core is installed by `make test`")
}

/// Asks axe-core what is wrong, one line for each violation and place.
async fn violations(window: &Window, axe: &str) -> Vec<String> {
    window.script(&format!("if (!window.axe) {{ {axe}; }}")).await;
    let asked = "const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] }).then(
          (found) => done(found.violations.flatMap((one) =>
            one.nodes.map((node) => `${one.id}: ${one.help}: ${node.target.join(' ')}`))),
          (error) => done([String(error)]));";
    let found = window.ask(asked).await;
    found.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
}

/// What axe-core finds of what is shown, in both sizes.
async fn looked_at(window: &Window, axe: &str, name: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for (size, width, height) in [("wide", 1280, 820), ("narrow", 960, 640)] {
        window.resize(width, height).await;
        let at = format!("{name}-{size}");
        picture(window, &at);
        let found = violations(window, axe).await;
        wrong.extend(found.into_iter().map(|line| format!("{at}: {line}")));
    }
    wrong
}

/// A picture of the whole display: the driver's own does not always come back.
fn picture(window: &Window, name: &str) {
    let Some(folder) = std::env::var_os("SHIPSHAPE_PICTURES").map(PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).unwrap();
    window.picture(&folder.join(format!("{name}.png")));
}

/// What is opened on a screen by a click, and how it is left again.
const OPENED: [(&str, &str, &str, &str); 2] = [
    ("bin", "[data-testid=bin-open]", "[data-testid=bin]", "[data-testid=bin-back]"),
    ("timeline", "input[value=timeline]", "[data-testid=timeline]", "input[value=list]"),
];

/// Dialogs of a shipment: the tab, what opens it, and what is seen in it.
const DIALOGS: [(&str, &str, &str, &str); 6] = [
    ("forecast", "delivery", "forecast-open", "forecast-chance-long"),
    ("new-step", "delivery", "add-milestone", "new-step-en"),
    ("party", "delivery", "party-edit-buyer", "party-name"),
    ("party-list", "delivery", "party-list-buyer", "party-list-save"),
    ("ticket", "communication", "ticket-new", "ticket-subject"),
    ("review-signal", "watch", "record-review", "review-found"),
];

/// Every screen: its name, its address, and what is seen once it is there.
fn screens(shipment: &str) -> Vec<(&'static str, String, &'static str)> {
    let of = |tab: &str| format!("#/shipment/{shipment}/{tab}");
    vec![
        ("today", "#/today".to_owned(), "[data-testid=export-ics]"),
        ("shipments", "#/shipments".to_owned(), "[data-testid=shipment-row]"),
        ("new", "#/new".to_owned(), "input[name=buyer]"),
        ("overview", of("overview"), "[data-testid=whatif-ship]"),
        ("checklist", of("checklist"), "[data-testid^='finding-row-']"),
        ("delivery", of("delivery"), "[data-testid^='step-']"),
        ("documents", of("documents"), "[data-testid^='document-']"),
        ("matrix", of("documents"), "[data-testid^='matrix-cell-']"),
        ("document", of("documents/packing-list"), "input[data-testid=field-gross_weight]"),
        ("communication", of("communication"), "[data-testid=ticket-new]"),
        ("search", "#/search/iso".to_owned(), "[data-testid=search-hit]"),
        ("report", of("report"), "[data-testid=report-page]"),
        ("evidence", "#/evidence".to_owned(), "[data-testid=document-row]"),
        ("requirements", "#/requirements".to_owned(), "[data-testid^='requirement-row-']"),
        ("pack", "#/requirements/eu-machinery".to_owned(), "[data-testid=export-xlsx]"),
        ("editor", "#/requirements/eu-emc/edit".to_owned(), "[data-testid=save-requirement]"),
        ("versions", "#/versions".to_owned(), "main h1"),
        ("calendars", "#/calendars".to_owned(), "[data-testid=calendar-row]"),
        ("times", "#/times".to_owned(), "[data-testid=time-cm-sla-remote]"),
        ("watch", "#/watch".to_owned(), "[data-testid=record-review]"),
        ("history", "#/history".to_owned(), "main h1"),
        ("settings", "#/settings".to_owned(), "[role=radiogroup]"),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn no_screen_shuts_anybody_out() {
    let folder = tempfile::tempdir().unwrap();
    let incoming = folder.path().join("incoming");
    std::fs::create_dir(&incoming).unwrap();
    for name in ["certificates/EMS-14001.pdf", "broken/install.sh", "broken/password.pdf"] {
        let file = crate::library::corpus(name);
        std::fs::copy(&file, incoming.join(file.file_name().unwrap())).unwrap();
    }
    let display = Display::start();
    let window = Window::open(&display, &folder.path().join("workspace")).await;
    let axe = axe();
    let mut wrong = Vec::new();

    window.see("[data-testid=first-new]").await;
    picture(&window, "first-run-en-light");
    wrong.extend(violations(&window, &axe).await.into_iter().map(|v| format!("first run: {v}")));
    window.click("[data-testid=open-sample]").await;
    window.see("[data-testid=tab-overview]").await;
    let hash = window.script("return location.hash").await;
    let shipment = hash.as_str().unwrap().split('/').nth(2).unwrap().to_owned();

    for language in ["en", "zh"] {
        for theme in ["light", "dark"] {
            window.go("#/settings").await;
            window.set(language).await;
            window.set(theme).await;
            // Saved first, then worn.
            window.see(&format!("html[data-theme={theme}]")).await;
            for (name, address, sign) in screens(&shipment) {
                window.go(&address).await;
                window.see(sign).await;
                let at = format!("{name}-{language}-{theme}");
                wrong.extend(looked_at(&window, &axe, &at).await);
            }
            window.go("#/evidence").await;
            window.see("[data-testid=document-row]").await;
            for (name, open, sign, leave) in OPENED {
                window.press(open).await;
                window.see(sign).await;
                let at = format!("{name}-{language}-{theme}");
                wrong.extend(looked_at(&window, &axe, &at).await);
                window.press(leave).await;
            }
            for (name, tab, open, sign) in DIALOGS {
                let shown = format!("#/shipment/{shipment}/{tab}");
                window.go(if tab == "watch" { "#/watch" } else { &shown }).await;
                window.click(&format!("[data-testid={open}]")).await;
                window.see(&format!("[data-testid={sign}]")).await;
                let at = format!("{name}-{language}-{theme}");
                wrong.extend(looked_at(&window, &axe, &at).await);
                window.press_key("Escape");
                window.gone(&format!("[data-testid={sign}]")).await;
            }
            window.go("#/evidence").await;
            // Files on their way in, before anything is taken in.
            window.drop_files(&[&incoming]);
            window.see("[data-testid=review-row]").await;
            let at = format!("review-{language}-{theme}");
            wrong.extend(looked_at(&window, &axe, &at).await);
            window.press("[data-testid=review-cancel]").await;
            window.gone("[data-testid=review-row]").await;
        }
    }
    window.close().await;
    wrong.dedup();
    assert!(wrong.is_empty(), "{} violations:\n{}", wrong.len(), wrong.join("\n"));
}
