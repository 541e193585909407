//! Killed while it takes files in: all of them are there afterwards, or none.

use super::{below, evidence, held, incoming, run};
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

const FILES: usize = 60;
const SIZE: u64 = 400_000;
const ROUNDS: u32 = 16;

#[test]
fn all_files_are_there_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let files = folder.path().join("incoming");
    incoming(&files, FILES, SIZE);
    let add = |workspace: &std::path::Path| {
        evidence(workspace)
            .args(["add", "--type", "fat-report"])
            .arg(&files)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    };
    let begun = Instant::now();
    assert!(add(&folder.path().join("whole")).wait().unwrap().success());
    let whole = begun.elapsed();

    let (mut none, mut all, mut in_the_middle) = (0, 0, 0);
    for round in 0..ROUNDS {
        let workspace = folder.path().join(format!("round-{round}"));
        let mut adding = add(&workspace);
        let incoming = workspace.join("incoming");
        if round % 2 == 0 {
            thread::sleep(whole * round / ROUNDS);
        } else {
            // However fast the machine is: while so many lie half taken in.
            let some = FILES * round as usize / ROUNDS as usize / 2;
            while below(&incoming) <= some && adding.try_wait().unwrap().is_none() {
                thread::sleep(Duration::from_millis(1));
            }
        }
        adding.kill().unwrap();
        adding.wait().unwrap();
        if below(&incoming) > 0 {
            in_the_middle += 1;
        }
        let (checked, faults) = held(&workspace);
        assert_eq!(faults, 0, "round {round}");
        assert!(checked == 0 || checked == FILES as u64, "round {round}: {checked} files");
        assert_eq!(below(&workspace.join("incoming")), 0, "round {round}: leftovers are swept");
        if checked == 0 {
            none += 1
        } else {
            all += 1
        }

        // And it goes on from there as if nothing had been.
        let again = run(&workspace, &["add", "--type", "fat-report", &files.to_string_lossy()]);
        assert!(again.status.success(), "round {round}");
        assert_eq!(held(&workspace), (FILES as u64, 0), "round {round}");
        std::fs::remove_dir_all(&workspace).unwrap();
    }
    assert!(in_the_middle > 0, "some were killed while files lay half copied: {none} none, {all}");
}
