//! The library: a folder dropped in, reviewed and accepted; a suggested expiry taken; words found
//! inside a PDF; a difference between documents found, explained and corrected.

use crate::journey::new_shipment;
use crate::window::{Display, Window};
use std::path::{Path, PathBuf};

pub(crate) fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/files").join(name)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_is_dropped_in_reviewed_and_found_again_by_a_word_of_two_characters() {
    let folder = tempfile::tempdir().unwrap();
    let incoming = folder.path().join("incoming");
    std::fs::create_dir(&incoming).unwrap();
    for name in
        ["certificates/9001证书-东湾数控.pdf", "certificates/EMS-14001.pdf", "broken/install.sh"]
    {
        let file = corpus(name);
        std::fs::copy(&file, incoming.join(file.file_name().unwrap())).unwrap();
    }
    let display = Display::start();
    let window = Window::open(&display, &folder.path().join("workspace")).await;
    new_shipment(&window).await;
    window.go("#/evidence").await;
    window.see("[data-testid=add-document]").await;

    // Nothing is taken in before it was looked at; the script is refused with its reason.
    window.drop_files(&[&incoming]);
    window.see("[data-testid=review-row]").await;
    window.says("install.sh").await;
    window.says("program").await;
    window.accept_review().await;
    window.see("[data-testid=document-row]").await;
    let rows = "return document.querySelectorAll('[data-testid=document-row]').length";
    assert_eq!(window.script(rows).await, 2, "both certificates, not the script");

    // A PDF by the native dialog.
    let other = corpus("certificates/ISO9001_Laoshan_Meridian_2025.pdf");
    window.click_for_dialog("[data-testid=take-files]").await;
    window.open_dialog("Attach document", &other).await;
    window.see("[data-testid=suggestion-expires] [data-testid=suggestion-take]").await;
    window.click("[data-testid=suggestion-expires] [data-testid=suggestion-take]").await;
    window.accept_review().await;
    // What was taken in is shown, with the expiry taken.
    window.says("17 Mar 2028").await;

    // A picture copied elsewhere, looked at before it is taken in.
    window.paste_picture(&corpus("technical/铭牌照片.png"));
    window.click("[data-testid=review-look]").await;
    window.see("img[data-testid=preview-page]").await;
    window.press_key("Escape");
    window.gone("img[data-testid=preview-page]").await;
    window.click("[data-testid=review-cancel]").await;
    window.gone("[data-testid=review-accept]").await;

    // A word of two characters, inside a PDF.
    window.go("#/search").await;
    window.fill("[data-testid=search-field]", "数控").await;
    window.see("[data-testid=search-hit][data-kind=file]").await;
    window.says("东湾").await;
    window.click("[data-testid=search-hit][data-kind=file]").await;
    window.see("img[data-testid=preview-page]").await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_difference_in_gross_weight_is_found_explained_corrected_and_gone() {
    let folder = tempfile::tempdir().unwrap();
    let display = Display::start();
    let window = Window::open(&display, &folder.path().join("workspace")).await;
    new_shipment(&window).await;
    window.click("[data-testid=tab-documents]").await;
    for (kind, weight) in [("packing-list", "18460 kg"), ("bill-of-lading", "18640 kg")] {
        window.click(&format!("[data-testid=document-{kind}]")).await;
        window.fill("input[data-testid=field-gross_weight]", weight).await;
        window.click("[data-testid=save-document]").await;
        window.gone("[data-testid=discard-document]").await;
    }
    window.click("[data-testid=compare]").await;
    let cell = "[data-testid=matrix-cell-gross_weight-bill-of-lading]";
    window.see(&format!("{cell}[data-state=differs]")).await;
    window.click(cell).await;
    window.says_in("[data-testid=explain]", "18,460").await;
    window.says_in("[data-testid=explain]", "18,640").await;
    window.click("[data-testid=correct-gross_weight-bill-of-lading]").await;
    window.fill("input[data-testid=field-gross_weight]", "18460 kg").await;
    window.click("[data-testid=save-document]").await;
    window.gone("[data-testid=discard-document]").await;
    window.click("[data-testid=compare]").await;
    window.gone(&format!("{cell}[data-state=differs]")).await;
    window.see(cell).await;
    window.close().await;
}
