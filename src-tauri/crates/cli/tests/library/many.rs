//! A thousand files of 1.8 GB in all.

use super::{below, evidence, held, incoming};
use std::process::Stdio;
use std::thread;
use std::time::Duration;

const FILES: usize = 1_000;
const SIZE: u64 = 1_800_000;

/// The most memory the process had, in kB, as Linux counts it.
fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
fn a_thousand_files_are_taken_in_with_flat_memory() {
    let folder = tempfile::tempdir().unwrap();
    let (files, workspace) = (folder.path().join("incoming"), folder.path().join("workspace"));
    incoming(&files, FILES, SIZE);
    let mut adding = evidence(&workspace)
        .args(["add", "--type", "fat-report"])
        .arg(&files)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut most = 0;
    let status = loop {
        most = most.max(peak(adding.id()).unwrap_or(0));
        if let Some(status) = adding.try_wait().unwrap() {
            break status;
        }
        thread::sleep(Duration::from_millis(50));
    };
    assert!(status.success(), "{status}");
    assert_eq!(held(&workspace), (FILES as u64, 0));
    assert_eq!(below(&workspace.join("files")), FILES);
    assert!(most > 0, "the memory was looked at");
    assert!(most < 200_000, "{most} kB for files of {} kB in all", FILES as u64 * SIZE / 1000);
}
