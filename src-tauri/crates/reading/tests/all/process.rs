//! Limits of the reading process, each with a file that passes it.

use crate::made::*;
use reading::{FileType, Limits, Reader, Refusal};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// A page that would take ages: forms that show forms, ten times each, twelve deep.
fn endless_pdf() -> Vec<u8> {
    let mut objects = vec![
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        object(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>>>>>",
        ),
        stream("", b"/X Do"),
        helvetica(),
    ];
    for level in 7..19 {
        let resources = format!(
            "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X {level} 0 R>>/Font<</F1 5 0 R>>>>"
        );
        let last = b"BT /F1 1 Tf (x) Tj ET".as_slice();
        objects.push(stream(
            &resources,
            if level == 18 { last } else { &b"/X Do "[..] }.repeat(10).as_slice(),
        ));
    }
    pdf(&objects)
}

/// A page whose instructions unpack to this many bytes.
fn vast_pdf(size: usize) -> Vec<u8> {
    pdf(&[
        object("<</Type/Catalog/Pages 2 0 R>>"),
        object("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"),
        stream("/Filter/FlateDecode", &deflated(&vec![b' '; size])),
    ])
}

#[test]
fn time_is_limited() {
    let file = file(&endless_pdf());
    for reader in [reader_within(seconds(1)), Reader::in_thread(seconds(1))] {
        let start = Instant::now();
        assert_eq!(reader.read(file.path(), None), Err(Refusal::TooSlow { seconds: 1 }));
        assert_eq!(reader.page(file.path(), 1, 100), Err(Refusal::TooSlow { seconds: 1 }));
        assert!(start.elapsed() < Duration::from_secs(6), "{:?}", start.elapsed());
    }
}

#[test]
fn reading_stops_when_asked() {
    let file = file(&endless_pdf());
    for reader in [reader_within(seconds(30)), Reader::in_thread(seconds(30))] {
        let cancel = AtomicBool::new(false);
        let start = Instant::now();
        let outcome = std::thread::scope(|scope| {
            scope.spawn(|| {
                std::thread::sleep(Duration::from_millis(200));
                cancel.store(true, Ordering::Relaxed);
            });
            reader.read(file.path(), Some(&cancel))
        });
        assert_eq!(outcome, Err(Refusal::Cancelled));
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn memory_is_limited() {
    const MIB: u64 = 1024 * 1024;
    let file = file(&vast_pdf(300 * 1024 * 1024));
    let little = Limits { memory: 200 * MIB, ..seconds(60) };
    assert_eq!(reader_within(little).read(file.path(), None), Err(Refusal::TooMuch));
    // It is the limit that does it.
    let much = Limits { memory: 2048 * MIB, ..seconds(60) };
    assert!(reader_within(much).read(file.path(), None).is_ok());
}

#[test]
fn size_is_limited() {
    let limits = Limits { bytes: 1000, ..Limits::default() };
    let (at, over) = (file(&[b'a'; 1000]), file(&[b'a'; 1001]));
    for reader in [reader_within(limits), Reader::in_thread(limits)] {
        assert!(reader.read(at.path(), None).is_ok());
        assert_eq!(reader.read(over.path(), None), Err(Refusal::TooLarge { limit: 1000 }));
    }
    // A program stays one.
    let program = file(&[b"#!/bin/sh\n".as_slice(), &[b'a'; 1000]].concat());
    assert_eq!(reader_within(limits).read(program.path(), None), Err(Refusal::Executable));
}

#[cfg(unix)]
#[test]
fn programs_that_do_not_serve_do_no_harm() {
    let pdf = file(&small_pdf("x"));
    for program in ["/bin/echo", "/bin/false", "/bin/cat", "/usr/bin/yes"] {
        let reader = Reader::new(program.into(), seconds(20));
        let start = Instant::now();
        let outcome = reader.read(pdf.path(), None);
        assert!(matches!(outcome, Err(Refusal::Damaged { .. })), "{program}: {outcome:?}");
        assert!(start.elapsed() < Duration::from_secs(15), "{program}");
    }
    let reader = Reader::new("/there/is/none".into(), seconds(5));
    assert!(matches!(reader.read(pdf.path(), None), Err(Refusal::Io { .. })));
}

#[cfg(unix)]
#[test]
fn a_program_that_outputs_without_end_is_stopped() {
    use std::os::unix::fs::PermissionsExt;
    let directory = tempfile::tempdir().expect("a directory");
    let script = directory.path().join("endless");
    std::fs::write(&script, "#!/bin/sh\nexec yes yes\n").expect("a script");
    std::fs::set_permissions(&script, PermissionsExt::from_mode(0o755))
        .expect("a script that runs");
    let limits = Limits { characters: 1000, ..seconds(20) };
    let outcome = Reader::new(script, limits).read(file(&small_pdf("x")).path(), None);
    assert!(matches!(outcome, Err(Refusal::Damaged { .. })), "{outcome:?}");
}

#[cfg(unix)]
#[test]
fn names_that_are_no_unicode_are_read() {
    use std::os::unix::ffi::OsStrExt;
    let directory = tempfile::tempdir().expect("a directory");
    for name in [&b"-rf \xff\xfe"[..], "🔧 \n证书".as_bytes()] {
        let path = directory.path().join(std::ffi::OsStr::from_bytes(name));
        std::fs::write(&path, small_pdf("x")).expect("a file");
        assert!(reader().read(&path, None).is_ok());
        assert_eq!(FileType::of_path(&path).expect("a file"), FileType::Pdf);
    }
}

#[test]
fn readers_are_shared_between_threads() {
    fn shared<T: Clone + Send + Sync + std::fmt::Debug + 'static>(_: &T) {}
    let reader = reader();
    shared(&reader);
    let pdf = file(&small_pdf("x"));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert!(reader.read(pdf.path(), None).is_ok()));
        }
    });
}

#[test]
fn a_message_is_read_as_one_in_both_places() {
    let text = "From: Jana Brandt <j.brandt@elbufer.example>\r\nTo: sales@laoshan.example\r\n\
        Subject: Foundation\r\nDate: Fri, 20 Nov 2026 15:00:00 +0100\r\n\r\nWhen does it come?\r\n";
    let message = file(text.as_bytes());
    let other = file(&vast_pdf(10));
    for reader in [reader_within(seconds(20)), Reader::in_thread(seconds(20))] {
        let mail = reader.mail(message.path()).unwrap().unwrap();
        assert_eq!(mail.subject, "Foundation");
        assert_eq!(mail.at.as_deref(), Some("2026-11-20T15:00:00+01:00"));
        assert_eq!(mail.text, "When does it come?");
        assert_eq!(reader.mail(other.path()), Ok(None));
        assert_eq!(reader.mail(file(b"").path()), Err(Refusal::Empty));
    }
}
