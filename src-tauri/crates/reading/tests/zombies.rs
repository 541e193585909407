//! No process stays behind. A test program of its own, so that it has no other children.

#[cfg(target_os = "linux")]
#[test]
fn no_process_stays_behind() {
    use reading::{Limits, Reader, Refusal};
    use std::path::Path;
    use std::time::Duration;

    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/owner-rc4.pdf");
    let served = Reader::new(env!("CARGO_BIN_EXE_shipshape-reader").into(), Limits::default());
    assert!(served.read(&file, None).is_ok());

    // One that is killed: it neither reads nor ends.
    let directory = tempfile::tempdir().expect("a directory");
    let script = directory.path().join("sleeper");
    std::fs::write(&script, "#!/bin/sh\nexec sleep 60\n").expect("a script");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&script, mode).expect("a script that runs");
    let limits = Limits { time: Duration::from_millis(300), ..Limits::default() };
    let outcome = Reader::new(script, limits).read(&file, None);
    assert_eq!(outcome, Err(Refusal::TooSlow { seconds: 0 }));

    let own = std::process::id().to_string();
    let processes = std::fs::read_dir("/proc").expect("a list of processes").flatten();
    let children = processes.filter(|process| {
        let status = std::fs::read_to_string(process.path().join("status")).unwrap_or_default();
        status.lines().any(|line| line.strip_prefix("PPid:").map(str::trim) == Some(&own))
    });
    assert_eq!(children.count(), 0);
}
