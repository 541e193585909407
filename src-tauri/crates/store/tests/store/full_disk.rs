//! A full disk and a read-only one, on a small file system mounted for the purpose.

use crate::support::{AT, command, evidence, open};
use std::path::Path;
use std::process::Command as Run;
use store::{Error, Watch};

struct Mount(tempfile::TempDir);

impl Mount {
    fn new(size: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let options = format!("size={size}");
        mount(&["-t", "tmpfs", "-o", &options, "tmpfs"], folder.path());
        Self(folder)
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        // Lazily: another test may be starting a process that still shares our files.
        Run::new("umount").arg("-l").arg(self.0.path()).status().unwrap();
    }
}

fn mount(options: &[&str], folder: &Path) {
    let done = Run::new("mount").args(options).arg(folder).status().unwrap();
    assert!(done.success(), "this test must be able to mount: run it as root");
}

#[test]
#[ignore = "mounts a small file system, which only root can do"]
fn a_full_disk_stops_commands_and_files_and_loses_nothing() {
    // Sizes apart by less than a page of the database, so that every kind of write is the last.
    for size in (3_000..3_100).step_by(12) {
        fill(&format!("{size}k"));
    }
}

fn fill(size: &str) {
    let disk = Mount::new(size);
    let mut workspace = open(disk.0.path()).unwrap();
    let mut done = 0_usize;
    let stopped = loop {
        let wrote = workspace.transact(&command("fill"), |write| -> Result<(), Error> {
            write.put_setting(&format!("key {done:05}"), &"x".repeat(9_000))
        });
        match wrote {
            Ok(_) => done += 1,
            Err(error) => break error,
        }
        assert!(done < 1000, "3 MB hold no 9 MB");
    };
    assert!(matches!(stopped, Error::DiskFull { .. }), "{size}: {stopped:?}");
    assert_eq!(workspace.read().settings::<String>().unwrap().len(), done);

    let content = vec![1; 2_000_000];
    let refused =
        workspace.vault().stage_reader(&mut &content[..], "a", None, &mut Watch::default());
    assert!(matches!(refused, Err(Error::DiskFull { .. })), "{size}: {refused:?}");
    let incoming = disk.0.path().join("incoming");
    assert_eq!(std::fs::read_dir(&incoming).unwrap().count(), 0);

    let refused = workspace.copy_database(&disk.0.path().join("copy.db"));
    assert!(matches!(refused, Err(Error::DiskFull { .. })), "{size}: {refused:?}");
    assert!(!std::fs::read_dir(disk.0.path()).unwrap().any(|entry| {
        let name = entry.unwrap().file_name().into_string().unwrap();
        name.contains("copy") || name.contains(".part")
    }));

    // As after a fresh start, and with room again.
    drop(workspace);
    mount(&["-o", "remount,size=16m"], disk.0.path());
    let mut workspace = open(disk.0.path()).unwrap();
    assert!(workspace.check_database().unwrap().is_empty());
    assert_eq!(workspace.read().settings::<String>().unwrap().len(), done);
    let staged = workspace
        .vault()
        .stage_reader(&mut &content[..], "a", None, &mut Watch::default())
        .unwrap();
    workspace
        .transact(&command("attach"), |write| -> Result<(), Error> {
            write.insert_evidence(&evidence("e1"))?;
            write.attach_file("e1", &staged, AT).map(|_| ())
        })
        .unwrap();
}

#[test]
#[ignore = "mounts a small file system, which only root can do"]
fn a_disk_too_small_for_a_workspace_is_told_and_enough_room_helps() {
    let mut refusals = 0;
    for size in (8..700).step_by(12) {
        let disk = Mount::new(&format!("{size}k"));
        match open(disk.0.path()) {
            Ok(_) => {}
            Err(Error::DiskFull { .. }) => refusals += 1,
            Err(other) => panic!("{size} kB: {other:?}"),
        }
        mount(&["-o", "remount,size=16m"], disk.0.path());
        let workspace = open(disk.0.path()).unwrap();
        assert!(workspace.check_database().unwrap().is_empty());
    }
    assert!(refusals > 0, "8 kB are too small");
}

#[test]
#[ignore = "mounts a small file system, which only root can do"]
fn a_read_only_disk_is_named() {
    let disk = Mount::new("4m");
    drop(open(disk.0.path()).unwrap());
    mount(&["-o", "remount,ro"], disk.0.path());
    let refused = open(disk.0.path()).err();
    assert!(matches!(refused, Some(Error::ReadOnly { .. })), "{refused:?}");
}
