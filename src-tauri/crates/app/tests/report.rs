//! The report in the window.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use app::App;
use app::views::{PageRequest, ReportRequest, SampleChoice};
use chrono::DateTime;

fn office(folder: &std::path::Path) -> App {
    let clock = || DateTime::parse_from_rfc3339("2026-11-24T12:00:00+08:00").unwrap();
    App::open(folder, Box::new(clock)).unwrap()
}

/// The window may ask for a page of the layout it shows after the next one was made.
#[test]
fn pages_of_the_layout_before_can_still_be_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = office(&folder.path().join("workspace"));
    let sample = SampleChoice { sample: "case-a-hamburg".to_owned() };
    let shipment = app.create_sample(&sample).unwrap().shipment;
    let request: ReportRequest = serde_json::from_value(serde_json::json!({
        "shipment": shipment, "on": null, "language": "en", "sections": ["summary"],
        "logo": false, "draft": true, "embed": false,
    }))
    .unwrap();
    let layouts: Vec<u64> = (0..6).map(|_| app.preview_report(&request).unwrap().layout).collect();
    let page =
        |layout: u64, page| app.report_page(&PageRequest { layout, page, pixels: 0.25 }).unwrap();
    for layout in &layouts[2..] {
        assert!(page(*layout, 1).unwrap().starts_with("data:image/png;base64,"));
    }
    assert_eq!(page(layouts[0], 1), None, "only the last few are kept");
    assert_eq!(page(layouts[5], 0), None, "pages are counted from 1");
    assert_eq!(page(layouts[5], 999), None);
}
