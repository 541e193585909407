//! One order from the first window to the PDF, and still there the next day.

use crate::window::{Display, Window};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A small PDF as another program would write it.
pub(crate) fn certificate(path: &Path) {
    let text = "BT /F1 18 Tf 72 720 Td (Business licence 91370200MA3XXXXX) Tj ET";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
    ];
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        pdf += &format!("{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    let start = pdf.len();
    pdf += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        pdf += &format!("{place:010} 00000 n \n");
    }
    pdf += &format!(
        "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    );
    std::fs::write(path, pdf).unwrap();
}

/// Pictures of a PDF's pages, in the folder that `SHIPSHAPE_PICTURES` names.
pub(crate) fn pdf_pictures(path: &Path, name: &str) {
    let Some(folder) = std::env::var_os("SHIPSHAPE_PICTURES").map(PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).unwrap();
    let drawn = Command::new("pdftoppm")
        .args(["-r", "70", "-png"])
        .arg(path)
        .arg(folder.join(name))
        .status()
        .expect("poppler-utils is installed by `make test`");
    assert!(drawn.success());
}

pub(crate) fn pdf_text(path: &Path) -> String {
    let output = Command::new("pdftotext")
        .args(["-layout", &path.to_string_lossy(), "-"])
        .output()
        .expect("poppler-utils is installed by `make test`");
    String::from_utf8(output.stdout).unwrap()
}

pub(crate) async fn new_shipment(window: &Window) {
    new_shipment_of(window, "mill-turn", "LM-MT650").await;
}

/// A new shipment of one product, from the template that its category proposes.
pub(crate) async fn new_shipment_of(window: &Window, category: &str, model: &str) {
    window.click("[data-testid=first-new]").await;
    window.fill("input[name=buyer]", "Elbufer Präzisionsteile GmbH").await;
    window.fill("input[name=country]", "Germany").await;
    window.see("[role=listbox] [role=option]").await;
    window.page_keys("input[name=country]", "\u{e007}").await;
    window.fill("input[name=reference]", "SH-2026-E2E").await;
    window.choose("select[name=incoterm]", "CIP").await;
    window.fill("input[name=place]", "Hamburg").await;
    window.click("[data-testid=next]").await;
    window.choose("select[name=category]", category).await;
    window.fill("input[name=model]", model).await;
    window.click("[data-testid=next]").await;
    window.fill("input[name=start]", "2026-09-01").await;
    window.fill("input[name=latest-shipment]", "2026-12-20").await;
    window.click("[data-testid=next]").await;
    window.see("[data-testid=next]").await;
    window.click("[data-testid=next]").await;
    window.see("[data-testid=tab-overview]").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_goes_from_the_first_window_to_the_pdf_and_is_there_the_next_day() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = folder.path().join("workspace");
    let scan = folder.path().join("licence.pdf");
    let report = folder.path().join("report.pdf");
    certificate(&scan);
    let display = Display::start();
    let window = Window::open(&display, &workspace).await;

    new_shipment(&window).await;

    // Attach a PDF through the native dialog: its gap disappears.
    window.click("[data-testid=tab-checklist]").await;
    let row = "[data-testid='finding-row-cn-business-licence.missing']";
    window.click(row).await;
    window.click_for_dialog("[data-testid=attach]").await;
    window.open_dialog("Attach document", &scan).await;
    window.accept_review().await;
    window.gone(row).await;

    // Another ship date: another gap appears.
    let late = "finding-row-x-latest-shipment.deadline";
    assert!(!window.is_there(&format!("[data-testid='{late}']")).await, "it ships in time so far");
    window.click("[data-testid=tab-overview]").await;
    window.fill("[data-testid=whatif-ship]", "2026-12-28").await;
    window.page_keys("[data-testid=whatif-ship]", "\u{e007}").await;
    window.see("[data-testid=whatif-save]:not([disabled])").await;
    window.click("[data-testid=whatif-save]").await;
    window.click("[data-testid=tab-checklist]").await;
    window.see(&format!("[data-testid='{late}']")).await;

    // Undo takes it away again.
    window.click("[data-testid=undo]").await;
    window.gone(&format!("[data-testid='{late}']")).await;

    // Chinese without a restart.
    window.go("#/settings").await;
    window.says("Language").await;
    window.script("[...document.querySelectorAll('[role=radio], label, button')].find((e) => e.textContent.trim() === '简体中文').click()").await;
    window.says("设置").await;
    assert_eq!(window.script("return document.documentElement.lang").await, "zh-Hans");

    // The PDF through the native dialog, in both languages.
    window.go("#/shipments").await;
    window.open_shipment().await;
    window.click("[data-testid=tab-report]").await;
    window.see("[data-testid=report-page]").await;
    window.click_for_dialog("[data-testid=save-pdf]").await;
    window.save_dialog("保存 PDF", &report).await;
    window.see("[data-testid=saved-path]").await;
    let text = pdf_text(&report);
    for words in ["SH-2026-E2E", "LM-MT650", "Restricted-party screening", "出口就绪报告", "关口"]
    {
        assert!(text.contains(words), "the PDF says {words:?}:\n{text}");
    }

    // The next day everything is there.
    window.close().await;
    let window = Window::open(&display, &workspace).await;
    window.says("发运").await;
    window.open_shipment().await;
    window.click("[data-testid=tab-checklist]").await;
    window.see("[data-testid^='finding-row-']").await;
    assert!(!window.is_there(row).await, "the licence is still held");
    window.go("#/evidence").await;
    window.says("licence").await;
    window.close().await;
}
