//! A line in three consignments: a delay is entered, the critical path turns through a licence, and
//! the forwarder gets its list.

use crate::journey::new_shipment_of;
use crate::window::{Display, Window};

/// Whether a step, named by its title, lies on the critical path, as its bar shows.
async fn critical(window: &Window, title: &str) -> bool {
    let asked = format!(
        "const step = [...document.querySelectorAll('[data-testid^=\"step-\"]')]
           .find((row) => row.getAttribute('aria-label')?.includes('{title}')
             || row.textContent.includes('{title}'));
         return step ? step.querySelector('[data-testid^=\"gantt-bar-\"]').classList.contains('critical') : null"
    );
    window.script(&asked).await.as_bool().expect("the step is in the chart")
}

/// Adds a step of one's own.
async fn add_step(window: &Window, en: &str, zh: &str, days: &str, links: [(&str, &str); 3]) {
    window.click("[data-testid=add-milestone]").await;
    window.fill("[data-testid=new-step-en]", en).await;
    window.fill("[data-testid=new-step-zh]", zh).await;
    window.fill("[data-testid=new-step-days]", days).await;
    for (field, value) in links {
        let field = format!("[data-testid=new-step-{field}]");
        window.fill(&field, value).await;
        window.page_keys(&field, "\u{e007}").await;
    }
    window.click("[data-testid=save-new-step]").await;
    window.gone("[data-testid=save-new-step]").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delayed_licence_turns_the_critical_path_of_a_line_and_the_forwarder_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("forwarder.pdf");
    let display = Display::start();
    let window = Window::open(&display, &folder.path().join("workspace")).await;
    new_shipment_of(&window, "smart-line", "LX-CELL-4").await;

    // Three consignments, each in its lane.
    window.click("[data-testid=tab-delivery]").await;
    for words in ["Consignment 1", "Consignment 2", "Consignment 3"] {
        window.says(words).await;
    }
    window.click("[data-testid=set-baseline]").await;
    window.see("[data-testid=clear-baseline]").await;

    let licence = [("after", "ln-export-class"), ("before", "ln-export-2"), ("roles", "exporter")];
    add_step(&window, "Export licence for the machines", "机床出口许可证", "45", licence).await;
    let booking = [("after", "ln-design-freeze"), ("before", "ln-rail-1"), ("roles", "forwarder")];
    add_step(&window, "Rail space", "铁路舱位", "20", booking).await;
    assert!(!critical(&window, "Export licence for the machines").await, "it has float so far");

    // The authority takes longer: what moves is shown before it is kept.
    window
        .script(
            "[...document.querySelectorAll('[data-testid^=\"step-\"]')]
           .find((row) => row.textContent.includes('Export licence for the machines')).click()",
        )
        .await;
    window.click("[data-testid=edit-step]").await;
    window.fill("[data-testid=step-longest]", "240").await;
    window.fill("[data-testid=step-days]", "240").await;
    window.says_in("[data-testid=preview-moves]", "The critical path changes.").await;
    window.click("[data-testid=save-milestone]").await;
    window.gone("[data-testid=save-milestone]").await;
    assert!(critical(&window, "Export licence for the machines").await, "the path runs through it");

    // The forwarder's list, as a PDF.
    window.click("[data-testid=party-list-forwarder]").await;
    window.says("Rail space").await;
    window.click_for_dialog("[data-testid=party-list-save]").await;
    window.save_dialog("Save list", &list).await;
    window.gone("[data-testid=party-list-save]").await;
    crate::journey::pdf_pictures(&list, "party-list");
    let text = crate::journey::pdf_text(&list);
    assert!(text.contains("Rail space"), "{text}");
    assert!(
        !text.contains("Export licence for the machines"),
        "that is not the forwarder's: {text}"
    );
    window.close().await;
}
