//! Opening: what is created, and what is refused without being touched.

use crate::support::{Place, command, open};
use rusqlite::Connection;
use serde_json::json;
use std::fs;
use std::path::Path;
use store::{Error, OpenOptions, Workspace};

/// Every file under a folder with its bytes.
fn bytes(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(bytes(&path));
        } else {
            found.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

/// A closed workspace with one setting.
fn closed() -> tempfile::TempDir {
    let mut place = Place::new();
    place.run("setting.set", |write| write.put_setting("language", "zh")).unwrap();
    let Place { folder, workspace } = place;
    drop(workspace);
    folder
}

#[test]
fn an_absent_folder_becomes_a_workspace() {
    let above = tempfile::tempdir().unwrap();
    let folder = above.path().join("订单/2026");
    let workspace = open(&folder).unwrap();
    assert_eq!(workspace.folder(), folder);
    assert!(workspace.check_database().unwrap().is_empty());
    drop(workspace);
    assert!(!folder.join("shipshape.db-wal").exists(), "closed cleanly, nothing lies beside it");
    open(&folder).unwrap();
}

#[test]
fn nothing_is_created_unless_wanted() {
    let above = tempfile::tempdir().unwrap();
    let folder = above.path().join("elsewhere");
    let options = OpenOptions { create: false, ..OpenOptions::default() };
    let refused = Workspace::open(&folder, &options).err();
    assert!(matches!(refused, Some(Error::NoWorkspace { .. })), "{refused:?}");
    assert!(!folder.exists());
}

#[test]
fn the_settings_that_keep_data_safe_are_in_force() {
    let folder = closed();
    let connection = Connection::open(folder.path().join("shipshape.db")).unwrap();
    let text = |name: &str| -> String {
        connection.pragma_query_value(None, name, |row| row.get(0)).unwrap()
    };
    assert_eq!(text("journal_mode"), "wal");
    let number = |name: &str| -> i64 {
        connection.pragma_query_value(None, name, |row| row.get(0)).unwrap()
    };
    assert_eq!(number("application_id"), 0x5348_5053);
    assert_eq!(number("user_version"), 5);
}

#[test]
fn a_newer_database_is_refused_untouched() {
    let folder = closed();
    let database = folder.path().join("shipshape.db");
    Connection::open(&database).unwrap().pragma_update(None, "user_version", 7).unwrap();
    let before = bytes(folder.path());
    let refused = open(folder.path()).err();
    match refused {
        Some(Error::TooNew { path, found: 7, supported: 5 }) => assert_eq!(path, database),
        other => panic!("{other:?}"),
    }
    assert_eq!(bytes(folder.path()), before);
}

#[test]
fn a_newer_schema_in_the_log_alone_is_refused_untouched() {
    let folder = closed();
    let database = folder.path().join("shipshape.db");
    let log = folder.path().join("shipshape.db-wal");
    // A program that ended early: its log is copied away before it can be moved into the database.
    let newer = Connection::open(&database).unwrap();
    newer.pragma_update(None, "user_version", 7).unwrap();
    let (old_bytes, log_bytes) = (fs::read(&database).unwrap(), fs::read(&log).unwrap());
    drop(newer);
    fs::write(&database, &old_bytes).unwrap();
    fs::write(&log, &log_bytes).unwrap();

    let refused = open(folder.path()).err();
    assert!(matches!(refused, Some(Error::TooNew { found: 7, .. })), "{refused:?}");
    assert_eq!(fs::read(&database).unwrap(), old_bytes);
    assert_eq!(fs::read(&log).unwrap(), log_bytes);
}

#[test]
fn what_is_no_database_is_named_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("shipshape.db");
    let mut header_only = b"SQLite format 3\0".to_vec();
    header_only.resize(99, 0);
    for content in [vec![], b"PK\x03\x04".repeat(500), header_only] {
        fs::write(&database, &content).unwrap();
        match open(folder.path()).err() {
            Some(Error::Damaged { path, .. }) => assert_eq!(path, database),
            other => panic!("{other:?}"),
        }
        assert_eq!(bytes(folder.path()), [(database.display().to_string(), content)]);
    }
}

#[test]
fn damage_inside_is_found_before_work_begins() {
    let folder = closed();
    let database = folder.path().join("shipshape.db");
    let mut content = fs::read(&database).unwrap();
    for byte in content.iter_mut().skip(4096) {
        *byte ^= 0x5a;
    }
    fs::write(&database, &content).unwrap();
    let refused = open(folder.path()).err();
    assert!(matches!(refused, Some(Error::Damaged { .. })), "{refused:?}");
    assert_eq!(fs::read(&database).unwrap(), content);
}

#[test]
fn a_database_of_another_program_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("shipshape.db");
    Connection::open(&database).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    let refused = open(folder.path()).err();
    assert!(matches!(refused, Some(Error::NotAWorkspace { .. })), "{refused:?}");

    fs::remove_file(&database).unwrap();
    fs::create_dir(&database).unwrap();
    let refused = open(folder.path()).err();
    assert!(matches!(refused, Some(Error::NotAWorkspace { .. })), "{refused:?}");
}

#[test]
fn a_lost_database_is_not_replaced_by_an_empty_one() {
    let mut place = Place::new();
    let staged = crate::support::stage(&place.workspace, b"%PDF-1.7");
    place.run("file.add", |write| write.add_file(&staged, crate::support::AT)).unwrap();
    drop(staged);
    let Place { folder, workspace } = place;
    drop(workspace);
    fs::remove_file(folder.path().join("shipshape.db")).unwrap();
    let refused = open(folder.path()).err();
    assert!(matches!(refused, Some(Error::DatabaseLost { .. })), "{refused:?}");
}

#[test]
fn a_workspace_in_use_is_refused_until_it_is_closed() {
    let place = Place::new();
    let refused = open(place.folder.path()).err();
    assert!(matches!(refused, Some(Error::InUse { .. })), "{refused:?}");
    let vault = place.workspace.vault().clone();
    drop(place.workspace);
    let refused = open(place.folder.path()).err();
    assert!(matches!(refused, Some(Error::InUse { .. })), "a job still stores files: {refused:?}");
    drop(vault);
    open(place.folder.path()).unwrap();
}

#[test]
#[cfg(unix)]
fn a_process_being_started_does_not_keep_a_closed_workspace() {
    let mut place = Place::new();
    let is_over = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(std::sync::atomic::Ordering::Relaxed) {
                std::process::Command::new("true").status().unwrap();
            }
        });
        for _ in 0..100 {
            let Place { folder, workspace } = place;
            drop(workspace);
            let reopened = open(folder.path());
            is_over.store(reopened.is_err(), std::sync::atomic::Ordering::Relaxed);
            place = Place { workspace: reopened.unwrap(), folder };
        }
        is_over.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}

#[test]
fn leftovers_are_cleared_and_other_files_are_not() {
    let folder = closed();
    let incoming = folder.path().join("incoming");
    fs::write(incoming.join("shipshape-x1.part"), "half a file").unwrap();
    fs::write(incoming.join("shipshape-x2.part-wal"), "half a log").unwrap();
    fs::write(incoming.join("my notes.txt"), "not ours").unwrap();
    open(folder.path()).unwrap();
    let left = bytes(&incoming);
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(left[0].0.ends_with("my notes.txt"));
}

#[test]
fn a_place_that_cannot_be_written_to_is_named() {
    // Nobody, root included, can create files there.
    let refused = open(Path::new("/sys/shipshape")).err();
    if cfg!(target_os = "linux") {
        assert!(matches!(refused, Some(Error::ReadOnly { .. })), "{refused:?}");
    }
}

#[test]
fn a_copy_of_the_database_is_a_workspace() {
    let mut place = Place::new();
    place.run("setting.set", |write| write.put_setting("language", "zh")).unwrap();
    let other = tempfile::tempdir().unwrap();
    place.workspace.copy_database(&other.path().join("shipshape.db")).unwrap();
    let copy = open(other.path()).unwrap();
    assert_eq!(copy.read().setting("language").unwrap(), Some(json!("zh")));
    assert_eq!(copy.read().history(9, None).unwrap().len(), 1, "the history goes with it");
}

#[test]
fn a_workspace_can_be_shared_between_threads() {
    fn is_send<T: Send>(_: &T) {}
    let mut place = Place::new();
    is_send(&place.workspace);
    let guarded = std::sync::Mutex::new(&mut place.workspace);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut workspace = guarded.lock().unwrap();
            workspace
                .transact(&command("setting.set"), |write| -> Result<(), Error> {
                    write.put_setting("language", "zh")
                })
                .unwrap();
        });
    });
}
