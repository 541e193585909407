//! A line in three consignments: a delay is entered, the critical path turns through a licence, the
//! forwarder gets its list, and a question answered late shows it on its clock.

use crate::journey::new_shipment_of;
use crate::window::{Display, Window};
use std::path::Path;

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

/// A question is answered late, and its clock says so.
async fn a_ticket_is_answered_late(window: &Window, folder: &Path) {
    let answer = folder.join("answer.eml");
    // Friday 10:00, eight business hours: due on Monday at 10:00. Answered five hours later.
    std::fs::write(
        &answer,
        "From: Han Mei <han.mei@laoshan.example>\r\nTo: j.brandt@elbufer.example\r\n\
         Subject: Re: Foundation drawing\r\nDate: Mon, 23 Nov 2026 15:00:00 +0000\r\n\r\n\
         The drawing is attached.\r\n",
    )
    .unwrap();

    window.click("[data-testid=tab-communication]").await;
    window.see("[data-testid=material-row-cm-manual-set]").await;
    window.click("[data-testid=ticket-new]").await;
    window.fill("[data-testid=ticket-subject]", "Foundation drawing").await;
    window.choose("[data-testid=ticket-kind]", "cm-quote-pack").await;
    window.fill("[data-testid=ticket-opened-date]", "2026-11-20").await;
    window.fill("[data-testid=ticket-opened-time]", "10:00").await;
    window.choose("[data-testid=ticket-opened-offset]", "+00:00").await;
    window.click("[data-testid=ticket-save]").await;
    window.see("[data-testid=ticket-row]").await;
    window.see("[data-testid=ticket-late]").await;

    // The e-mail is dropped onto the open dialog; its date counts, not today's.
    window.click("[data-testid=message-log]").await;
    window.see("[data-testid=message-text]").await;
    window.drop_files(&[&answer]);
    window.see("[data-testid=message-save]:not([disabled])").await;
    window.click("[data-testid=message-save]").await;
    window.says_in("[data-testid=clock-first-reply]", "late by 5 h").await;
    window.says_in("[data-testid=ticket-late]", "First reply").await;

    window.click("[data-testid=undo]").await;
    window.says("Nothing logged yet").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_is_delayed_by_a_licence_the_forwarder_is_told_and_a_late_answer_shows() {
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
    // The chart is drawn again once what was saved is told.
    let mut patience = 150;
    while !critical(&window, "Export licence for the machines").await {
        assert!(patience > 0, "the path runs through it");
        patience -= 1;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }

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

    a_ticket_is_answered_late(&window, folder.path()).await;
    window.close().await;
}
