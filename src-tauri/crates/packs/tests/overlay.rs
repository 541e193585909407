//! The user's changes to a built-in pack outlive its updates.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use packs::{ConflictKind, OverlayFile, PackFile, builtin_files, parse, plain, yaml};
use readiness::Severity;

fn base() -> PackFile {
    let files = builtin_files();
    let file = files.packs.iter().find(|file| file.name.ends_with("eu-machinery.yaml")).unwrap();
    parse::<PackFile>(file.name, file.text).unwrap().0
}

/// Raises a severity, rewords a rule, switches one off, adds one.
fn edited(base: &PackFile) -> PackFile {
    let mut edited = base.clone();
    let first = &mut edited.requirements[0];
    first.severity =
        if first.severity == Severity::Info { Severity::Major } else { Severity::Info };
    first.rule.zh = "本公司的说法".to_owned();
    first.internal = true;
    edited.requirements.remove(1);
    let mut own = base.requirements[2].clone();
    own.id = "own-straightness".into();
    own.severity = Severity::Blocker;
    edited.requirements.push(own);
    edited
}

/// As it is after a stay in the database.
fn stored(overlay: &OverlayFile) -> OverlayFile {
    parse::<OverlayFile>("overlay", &yaml(&plain::plain(overlay)).unwrap()).unwrap().0
}

#[test]
fn laid_over_the_pack_it_was_made_from_it_gives_the_pack_as_edited() {
    let base = base();
    let wanted = edited(&base);
    let overlay = stored(&OverlayFile::between(&base, &wanted, None, "not for us"));
    let laid = overlay.lay(&base).unwrap();
    assert_eq!(laid.pack.requirements, wanted.requirements);
    assert_eq!(laid.pack.version, format!("{}+own.1", base.version));
    assert_eq!(laid.conflicts, []);
    assert_eq!(overlay.off[0].reason, "not for us");
    assert!(OverlayFile::between(&base, &base, None, "").is_empty());
}

#[test]
fn an_update_keeps_every_change_and_shows_where_both_changed() {
    let base = base();
    let overlay = OverlayFile::between(&base, &edited(&base), None, "not for us");
    let mut update = base.clone();
    update.version = "9.0.0".to_owned();
    update.requirements[0].rule.zh = "新版本的说法".to_owned();
    update.requirements[0].rule.en = "The new version says so".to_owned();
    let laid = overlay.lay(&update).unwrap();
    let first = &laid.pack.requirements[0];
    assert_eq!(first.rule.zh, "本公司的说法", "the user's word stands");
    assert_eq!(first.rule.en, "The new version says so", "what the user left alone is updated");
    let [conflict] = laid.conflicts.as_slice() else { panic!("{:?}", laid.conflicts) };
    assert_eq!((conflict.kind, conflict.field.as_deref()), (ConflictKind::Field, Some("rule.zh")));
    assert_eq!(conflict.theirs, Some("新版本的说法".into()));

    let id = conflict.requirement.clone();
    let mut mine = overlay.clone();
    mine.settle(&update, &id, Some("rule.zh"), true);
    let laid = mine.lay(&update).unwrap();
    assert_eq!(
        (laid.pack.requirements[0].rule.zh.as_str(), laid.conflicts.len()),
        ("本公司的说法", 0)
    );
    let mut theirs = overlay;
    theirs.settle(&update, &id, Some("rule.zh"), false);
    let laid = theirs.lay(&update).unwrap();
    assert_eq!(
        (laid.pack.requirements[0].rule.zh.as_str(), laid.conflicts.len()),
        ("新版本的说法", 0)
    );
}

#[test]
fn what_the_update_no_longer_has_is_told_and_kept() {
    let base = base();
    let overlay = OverlayFile::between(&base, &edited(&base), None, "not for us");
    let (changed, off) = (base.requirements[0].id.clone(), base.requirements[1].id.clone());
    let mut update = base.clone();
    update.requirements.drain(..2);
    let mut clash = update.requirements[0].clone();
    clash.id = "own-straightness".into();
    update.requirements.push(clash);
    let laid = overlay.lay(&update).unwrap();
    let told: Vec<_> = laid.conflicts.iter().map(|c| (c.kind, c.requirement.as_str())).collect();
    assert_eq!(
        told,
        [
            (ConflictKind::Gone, changed.as_str()),
            (ConflictKind::Moot, off.as_str()),
            (ConflictKind::Twice, "own-straightness"),
        ]
    );
    // Saving another change in between loses nothing of it.
    let again = OverlayFile::between(&update, &laid.pack, Some(&overlay), "");
    assert!(
        again.change.contains_key(&changed) && again.off.iter().any(|one| one.requirement == off)
    );
    assert_eq!(again.add, overlay.add, "still to be settled");
    assert_eq!(again.revision, 2);
}
