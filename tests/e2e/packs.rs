//! Requirements that the user configures: an overlay, a shipment that changes by it, and the way
//! through a spreadsheet and back.

use crate::journey::new_shipment;
use crate::window::{Display, Window};
use packs::{pack_xlsx, read_pack_xlsx};
use readiness::{Severity, Text};

const OWN: &str = "own-accuracy";

/// Takes the new versions into the shipment, after the preview.
async fn take_versions(window: &Window) {
    window.go("#/versions").await;
    window.click("[data-testid^='versions-row-']").await;
    window.see("[data-testid=accept-upgrade]").await;
    window.click("[data-testid=accept-upgrade]").await;
    window.gone("[data-testid=accept-upgrade]").await;
}

async fn checklist(window: &Window) {
    window.go("#/shipments").await;
    window.open_shipment().await;
    window.click("[data-testid=tab-checklist]").await;
    window.see("[data-testid^='finding-row-']").await;
}

/// Writes a requirement with a threshold in µm.
async fn add_requirement(window: &Window) {
    window.go("#/requirements/eu-machinery/new").await;
    window.fill("[data-testid=field-id]", OWN).await;
    for (field, text) in [
        ("title-en", "Accuracy report of our own"),
        ("title-zh", "本公司精度报告"),
        ("rule-en", "Report the accuracy of each axis."),
        ("rule-zh", "提交各轴精度报告。"),
        ("reference-en", "House rule 7"),
        ("reference-zh", "内部规则 7"),
    ] {
        window.fill(&format!("[data-testid=field-{field}]"), text).await;
    }
    window.choose("[data-testid=field-severity]", "blocker").await;
    window.fill("[data-testid=field-needed-by]", "fat").await;
    window.page_keys("[data-testid=field-needed-by]", "\u{e007}").await;
    window.fill("[data-testid=field-lead-shortest]", "5").await;
    window.fill("[data-testid=field-lead-longest]", "20").await;
    window.click("[data-testid=condition-add]").await;
    window.fill("[data-testid=condition-fact]", "Positioning accuracy").await;
    window.page_keys("[data-testid=condition-fact]", "\u{e007}").await;
    window.choose("[data-testid=condition-op]", "at_most").await;
    window.fill("[data-testid=condition-value]", "8").await;
    window.choose("[data-testid=condition-unit]", "µm").await;
    // The condition is read back as a sentence, and the shipment that would change is named.
    window.says("8 µm").await;
    window.says_in("[data-testid=effects]", "LM-MT650").await;
    window.click("[data-testid=save-requirement]").await;
    window.gone("[data-testid=save-requirement]").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_overlay_changes_a_shipment_and_comes_back_from_a_spreadsheet() {
    let folder = tempfile::tempdir().unwrap();
    let sheet = folder.path().join("eu.xlsx");
    let display = Display::start();
    let window = Window::open(&display, &folder.path().join("workspace")).await;
    new_shipment(&window).await;

    // A severity is raised.
    window.go("#/requirements/eu-noise-declaration/edit").await;
    window.choose("[data-testid=field-severity]", "blocker").await;
    window.says_in("[data-testid=effects]", "LM-MT650").await;
    window.click("[data-testid=save-requirement]").await;
    window.gone("[data-testid=save-requirement]").await;
    add_requirement(&window).await;

    // The shipment changes on the user's word only.
    let row = format!("[data-testid='finding-row-{OWN}.unknown-fact']");
    checklist(&window).await;
    assert!(!window.is_there(&row).await, "it rests on the version it is pinned to");
    take_versions(&window).await;
    checklist(&window).await;
    window.see(&row).await;

    // Out to a spreadsheet, changed there, and back.
    window.go("#/requirements/eu-machinery").await;
    window.click_for_dialog("[data-testid=export-xlsx]").await;
    window.save_dialog("Export requirement pack", &sheet).await;
    window.appears(&sheet).await;
    let mut pack = read_pack_xlsx("eu.xlsx", &std::fs::read(&sheet).unwrap()).unwrap();
    let own = pack.requirements.iter_mut().find(|one| one.id.as_str() == OWN).unwrap();
    assert_eq!(own.severity, Severity::Blocker);
    own.severity = Severity::Minor;
    own.title = Text::new("Accuracy report from the spreadsheet", "表格中的精度报告");
    std::fs::write(&sheet, pack_xlsx(&pack).unwrap()).unwrap();

    window.click_for_dialog("[data-testid=import-pack]").await;
    window.open_dialog("Import requirement pack", &sheet).await;
    window.see("[data-testid=take-import]").await;
    window.says("Accuracy report from the spreadsheet").await;
    window.click("[data-testid=take-import]").await;
    window.gone("[data-testid=take-import]").await;
    take_versions(&window).await;
    checklist(&window).await;
    window.says("Accuracy report from the spreadsheet").await;

    // Undo brings back the version before, and the shipment with it.
    window.click("[data-testid=undo]").await;
    window.says("Accuracy report of our own").await;
    window.close().await;
}
