//! The vault: what is stored, refused, found damaged and swept away.

use crate::support::{AT, Place, evidence, stage};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use store::{Error, FileFault, FileKind, Progress, Watch, Workspace};

/// Every stored content.
fn stored(place: &Place) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for group in fs::read_dir(place.folder.path().join("files")).unwrap() {
        for file in fs::read_dir(group.unwrap().path()).unwrap() {
            found.push(file.unwrap().path());
        }
    }
    found
}

fn incoming(place: &Place) -> usize {
    fs::read_dir(place.folder.path().join("incoming")).unwrap().count()
}

fn original(content: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("证书 ISO 9001.txt");
    fs::write(&path, content).unwrap();
    (folder, path)
}

/// Makes a stored file writable and writes to it.
fn meddle(path: &Path, content: &[u8]) {
    fs::remove_file(path).unwrap();
    fs::write(path, content).unwrap();
}

#[test]
fn a_file_is_copied_under_the_hash_of_its_content() {
    let place = Place::new();
    let content = b"%PDF-1.7\n".repeat(100_000);
    let (_folder, path) = original(&content);
    let mut told = Vec::new();
    let mut watch = Watch { progress: Some(&mut |progress| told.push(progress)), cancel: None };
    let staged = place.workspace.vault().stage_path(&path, None, &mut watch).unwrap();
    assert_eq!(staged.size, 900_000);
    assert_eq!(staged.media_type, "application/pdf", "by content, not by name");
    assert_eq!(staged.name, "证书 ISO 9001.txt");
    assert_eq!(staged.original_path.as_deref(), path.to_str());
    assert_eq!(told.last(), Some(&Progress { done: 900_000, total: Some(900_000) }));
    assert!(told.len() > 3, "told piece by piece");

    let place_of = place.workspace.vault().open_file(&staged.sha256).unwrap();
    assert!(place_of.ends_with(format!("files/{}/{}", &staged.sha256[..2], staged.sha256)));
    assert_eq!(fs::read(place_of).unwrap(), content);
    assert_eq!(fs::read(&path).unwrap(), content, "the original is as it was");
    assert_eq!(incoming(&place), 0);
}

#[test]
fn the_hash_is_sha256() {
    let place = Place::new();
    assert_eq!(
        stage(&place.workspace, b"abc").sha256,
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    let empty = stage(&place.workspace, b"");
    assert_eq!(empty.sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_eq!((empty.size, empty.media_type.as_str()), (0, "application/octet-stream"));
}

#[test]
fn media_types_are_told_by_content() {
    let place = Place::new();
    let kind = |content: &[u8]| stage(&place.workspace, content).media_type.clone();
    assert_eq!(kind("型号,数量\nLM-MT650,2\n".as_bytes()), "text/plain");
    assert_eq!(kind(b"<?xml version=\"1.0\"?><a/>"), "text/xml");
    assert_eq!(kind(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "image/png");
    assert_eq!(kind(&"证".repeat(5000).into_bytes()), "text/plain", "cut inside a character");
    assert_eq!(kind(b"\x00\x01\x02"), "application/octet-stream");
}

#[test]
fn the_same_content_is_stored_once() {
    let place = Place::new();
    let first = stage(&place.workspace, b"the same");
    let second = stage(&place.workspace, b"the same");
    assert_eq!(first.sha256, second.sha256);
    assert_eq!(stored(&place).len(), 1);
}

#[test]
fn a_stored_file_cannot_be_saved_over() {
    let place = Place::new();
    let staged = stage(&place.workspace, b"evidence");
    let path = place.workspace.vault().open_file(&staged.sha256).unwrap();
    if cfg!(unix) {
        assert!(fs::metadata(path).unwrap().permissions().readonly());
    }
}

#[test]
fn what_is_too_large_leaves_nothing_behind() {
    let place = Place::new();
    let (_folder, path) = original(&[7; 1000]);
    let vault = place.workspace.vault();
    let refused = vault.stage_path(&path, Some(999), &mut Watch::default());
    assert!(matches!(refused, Err(Error::TooLarge { limit: 999, .. })), "{refused:?}");
    let refused = vault.stage_reader(&mut &[7; 1000][..], "x", Some(999), &mut Watch::default());
    assert!(matches!(refused, Err(Error::TooLarge { limit: 999, .. })), "{refused:?}");
    assert_eq!((incoming(&place), stored(&place).len()), (0, 0));
    vault.stage_path(&path, Some(1000), &mut Watch::default()).unwrap();
}

#[test]
fn a_cancelled_copy_leaves_nothing_behind() {
    let place = Place::new();
    let cancel = AtomicBool::new(false);
    let mut stop = |progress: Progress| cancel.store(progress.done > 0, Ordering::Relaxed);
    let mut watch = Watch { progress: Some(&mut stop), cancel: Some(&cancel) };
    let (_folder, path) = original(&vec![7; 1_000_000]);
    let refused = place.workspace.vault().stage_path(&path, None, &mut watch);
    assert!(matches!(refused, Err(Error::Cancelled)), "{refused:?}");
    assert_eq!((incoming(&place), stored(&place).len()), (0, 0));
}

#[test]
fn a_reader_that_fails_leaves_nothing_behind() {
    struct Broken(bool);
    impl std::io::Read for Broken {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            if std::mem::replace(&mut self.0, true) {
                return Err(std::io::Error::other("the stick was pulled out"));
            }
            Ok(buffer.len())
        }
    }
    let place = Place::new();
    let failed = place.workspace.vault().stage_reader(
        &mut Broken(false),
        "stick",
        None,
        &mut Watch::default(),
    );
    assert!(matches!(failed, Err(Error::Io { action: "read", .. })), "{failed:?}");
    assert_eq!((incoming(&place), stored(&place).len()), (0, 0));
}

#[test]
#[cfg(unix)]
fn only_regular_files_are_taken() {
    let place = Place::new();
    let (folder, path) = original(b"content");
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let socket = folder.path().join("socket");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let expected = [
        (link.as_path(), FileKind::Link),
        (folder.path(), FileKind::Folder),
        (socket.as_path(), FileKind::Special),
        (Path::new("/dev/null"), FileKind::Special),
    ];
    for (path, kind) in expected {
        match place.workspace.vault().stage_path(path, None, &mut Watch::default()) {
            Err(Error::NotAFile { found, .. }) => assert_eq!(found, kind),
            other => panic!("{other:?}"),
        }
    }
    let absent = place.workspace.vault().stage_path(
        &folder.path().join("absent"),
        None,
        &mut Watch::default(),
    );
    assert!(matches!(absent, Err(Error::Io { .. })), "{absent:?}");
}

#[test]
fn only_a_hash_leads_to_a_path() {
    let place = Place::new();
    let vault = place.workspace.vault();
    let staged = stage(&place.workspace, b"content");
    let upper = staged.sha256.to_uppercase();
    for name in ["", "ab", "../../../etc/passwd", "é", &upper, &"0".repeat(64)] {
        let refused = vault.open_file(name);
        assert!(matches!(refused, Err(Error::UnknownFile { .. })), "{name}: {refused:?}");
    }
}

/// A workspace with three attached files, and where they lie.
fn attached(place: &mut Place) -> Vec<PathBuf> {
    let contents = [&b"first"[..], b"second", b"third"];
    let staged: Vec<_> = contents.iter().map(|bytes| stage(&place.workspace, bytes)).collect();
    place
        .run("attach", |write| {
            write.insert_evidence(&evidence("e1"))?;
            for staged in &staged {
                write.attach_file("e1", staged, AT)?;
            }
            Ok(())
        })
        .unwrap();
    let vault = place.workspace.vault();
    staged.iter().map(|staged| vault.open_file(&staged.sha256).unwrap()).collect()
}

#[test]
fn verify_names_what_is_missing_and_altered_and_storing_again_heals() {
    let mut place = Place::new();
    let paths = attached(&mut place);
    meddle(&paths[0], b"fIrst");
    fs::remove_file(&paths[1]).unwrap();

    let verify = |workspace: &Workspace| {
        let files = workspace.read().stored_files().unwrap();
        workspace.vault().verify(&files, &mut Watch::default()).unwrap()
    };
    let found = verify(&place.workspace);
    assert_eq!((found.checked, found.problems.len()), (3, 2));
    for problem in &found.problems {
        let is_first = paths[0].ends_with(&problem.stored.file.sha256);
        assert_eq!(is_first, matches!(problem.fault, FileFault::Altered { .. }), "{problem:?}");
        assert_eq!(!is_first, problem.fault == FileFault::Missing, "{problem:?}");
        assert_eq!(problem.stored.uses[0].evidence_id, "e1", "where it is used");
    }

    stage(&place.workspace, b"first");
    stage(&place.workspace, b"second");
    assert!(verify(&place.workspace).problems.is_empty());

    let files = place.workspace.read().stored_files().unwrap();
    let cancel = AtomicBool::new(true);
    let mut watch = Watch { progress: None, cancel: Some(&cancel) };
    let cancelled = place.workspace.vault().verify(&files, &mut watch);
    assert!(matches!(cancelled, Err(Error::Cancelled)));
}

#[test]
fn sweep_removes_only_what_was_never_part_of_a_command() {
    let mut place = Place::new();
    let paths = attached(&mut place);
    place
        .run("detach", |write| {
            let sha256 = write.evidence_files("e1")?.remove(0).sha256;
            write.delete_evidence_file("e1", 0)?;
            write.delete_file(&sha256)
        })
        .unwrap();
    let held = stage(&place.workspace, b"chosen, not yet attached");
    drop(stage(&place.workspace, b"chosen, then the dialog was closed"));
    let foreign = place.folder.path().join("files/notes.txt");
    fs::write(&foreign, "not ours").unwrap();

    let swept = place.workspace.sweep().unwrap();
    assert_eq!((swept.files, swept.bytes), (1, 34));
    assert!(foreign.exists());
    assert!(paths.iter().all(|path| path.exists()), "undo may need the first again");
    place.run("attach", |write| write.attach_file("e1", &held, AT)).unwrap();
    drop(held);
    assert_eq!(place.workspace.sweep().unwrap().files, 0);

    place.workspace.undo(AT, "Wang").unwrap();
    place.workspace.undo(AT, "Wang").unwrap();
    place.workspace.undo(AT, "Wang").unwrap();
    assert!(place.workspace.read().files().unwrap().is_empty());
    assert_eq!(place.workspace.sweep().unwrap().files, 0, "all may be done again");
}

#[test]
fn a_vault_works_while_the_workspace_does() {
    let mut place = Place::new();
    let vault = place.workspace.vault().clone();
    let job = std::thread::spawn(move || {
        let content = vec![1; 3_000_000];
        vault.stage_reader(&mut &content[..], "big", None, &mut Watch::default()).unwrap()
    });
    for number in 0..20 {
        place.run("count", |write| write.put_setting("count", &number)).unwrap();
    }
    let staged = job.join().unwrap();
    place.run("file.add", |write| write.add_file(&staged, AT)).unwrap();
}
