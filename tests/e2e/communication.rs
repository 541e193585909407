//! A question that is answered late: the clock shows it.

use crate::journey::new_shipment;
use crate::window::{Display, Window};

#[tokio::test(flavor = "multi_thread")]
async fn a_ticket_answered_late_shows_it_on_its_clock() {
    let folder = tempfile::tempdir().unwrap();
    let answer = folder.path().join("answer.eml");
    // Friday 10:00, eight business hours: due on Monday at 10:00. Answered five hours later.
    std::fs::write(
        &answer,
        "From: Han Mei <han.mei@laoshan.example>\r\nTo: j.brandt@elbufer.example\r\n\
         Subject: Re: Foundation drawing\r\nDate: Mon, 23 Nov 2026 15:00:00 +0000\r\n\r\n\
         The drawing is attached.\r\n",
    )
    .unwrap();
    let display = Display::start();
    let window = Window::open(&display, &folder.path().join("workspace")).await;
    new_shipment(&window).await;

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
    window.close().await;
}
