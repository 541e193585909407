//! The disk fills up while files are taken in, and while one is put right.

use super::{below, held, incoming, run};
use std::fs;
use std::path::Path;
use std::process::Command;

struct Mount(tempfile::TempDir);

impl Mount {
    fn new(size: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        mount(&["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"], folder.path());
        Self(folder)
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        Command::new("umount").arg("-l").arg(self.0.path()).status().unwrap();
    }
}

fn mount(options: &[&str], folder: &Path) {
    let done = Command::new("mount").args(options).arg(folder).status().unwrap();
    assert!(done.success(), "this test must be able to mount: see `make check-disk`");
}

#[test]
#[ignore = "mounts a small file system: `make check-disk`"]
fn taking_in_on_a_full_disk_is_told_and_nothing_is_half_there() {
    let folder = tempfile::tempdir().unwrap();
    let (first, more) = (folder.path().join("first"), folder.path().join("more"));
    incoming(&first, 2, 200_000);
    incoming(&more, 20, 700_000);
    // So close to each other that the last write is now a copy, now the database, now the index.
    for size in (6_000..15_000).step_by(900) {
        let disk = Mount::new(&format!("{size}k"));
        let workspace = disk.0.path().join("workspace");
        let add = |from: &Path| {
            run(&workspace, &["add", "--type", "fat-report", &from.to_string_lossy()])
        };
        assert!(add(&first).status.success());

        let refused = add(&more);
        let told = String::from_utf8_lossy(&refused.stderr);
        assert_eq!(refused.status.code(), Some(2), "{size}: {told}");
        assert!(told.contains("full"), "{size}: {told}");
        assert_eq!(held(&workspace), (2, 0), "{size}");
        assert_eq!(below(&workspace.join("incoming")), 0, "{size}");
        assert_eq!(below(&workspace.join("files")), 2, "{size}: no copy is left");

        mount(&["-o", "remount,size=64m"], disk.0.path());
        assert!(add(&more).status.success(), "{size}: with room again");
        // Of the files that are like those of the first folder but for their length, none is held.
        assert_eq!(held(&workspace), (22, 0), "{size}");
    }
}

#[test]
#[ignore = "mounts a small file system: `make check-disk`"]
fn a_file_is_not_put_right_on_a_full_disk_and_the_healthy_ones_stay() {
    let folder = tempfile::tempdir().unwrap();
    let files = folder.path().join("incoming");
    incoming(&files, 3, 900_000);
    let disk = Mount::new("6m");
    let workspace = disk.0.path().join("workspace");
    let path = files.to_string_lossy();
    assert!(run(&workspace, &["add", "--type", "fat-report", &path]).status.success());
    let stored = stored(&workspace.join("files"));
    let lost = &stored[0];
    let name = lost.file_name().unwrap().to_str().unwrap().to_owned();
    fs::remove_file(lost).unwrap();
    // The room is taken by something else.
    let filler = fs::write(disk.0.path().join("filler"), vec![1; 8_000_000]);
    assert!(filler.is_err(), "the disk is full now");

    let refused = run(&workspace, &["heal", &name, &path]);
    let told = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(2), "{told}");
    assert!(told.contains("full"), "{told}");

    fs::remove_file(disk.0.path().join("filler")).unwrap();
    assert_eq!(held(&workspace), (3, 1));
    assert!(run(&workspace, &["heal", &name, &path]).status.success());
    assert_eq!(held(&workspace), (3, 0));
}

fn stored(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(stored(&path));
        } else {
            found.push(path);
        }
    }
    found
}
