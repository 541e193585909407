//! B9: an answer typed to its being on disk with the findings renewed.

mod bare;
mod input;
mod office;

use crate::Outcome;
use crate::measure::{Side, Times, in_turn};
use crate::results::{Against, Goal, Line, Row};
use bare::Bare;
use office::Office;
use std::cell::RefCell;
use std::path::Path;

const ROUNDS: usize = 400;
/// Shipments and documents, of the small and of the large workspace.
const SIZES: [(usize, usize); 2] = [(10, 100), (1_000, 10_000)];

/// Runs the row.
pub(crate) fn row() -> Outcome<Row> {
    // Beside the repository and not in memory: a commit has to reach the disk.
    let folder = tempfile::tempdir_in(crate::places::inputs()?)?;
    let mut same = Vec::new();
    let mut offices = Vec::new();
    let mut bares = Vec::new();
    for (shipments, documents) in SIZES {
        let at = folder.path().join(shipments.to_string());
        let ids = input::fill(&at, shipments, documents / shipments)?;
        bares.push(RefCell::new(Bare::beside(&at)?));
        offices.push(RefCell::new(Office::open(&at, ids)?));
    }
    let times = measure(&offices, &bares)?;
    for ((office, bare), (shipments, documents)) in offices.into_iter().zip(bares).zip(SIZES) {
        let (office, bare) = (office.into_inner(), bare.into_inner());
        let answers = compare(folder.path(), shipments, office, bare)?;
        same.push(format!(
            "workspace of {shipments} shipments and {documents} documents: its {answers} answers are the same in both databases, with as many entries in the journal; what the window shows after the last answer is what it shows when the workspace is opened anew."
        ));
    }
    Ok(Row {
        title: "B9 – an answer typed, on disk, findings renewed",
        method: vec![
            format!(
                "Workspaces of {} and of {} shipments (10 documents each) filled by importing shipment files; the built-in packs; ten shipments, spread over the workspace, are open. An answer to a yes-or-no question is given or changed back, each time in the next of them.",
                SIZES[0].0, SIZES[1].0
            ),
            "Ours: `App::answer`: checked, one transaction with its journal entry and its inverse, on disk (WAL, `synchronous` FULL), and the findings that hang on it judged again. Against it: the same two rows, answer and journal entry of the same length, written by rusqlite with prepared statements and the same settings to a copy of the same database in the same folder.".to_owned(),
        ],
        same,
        lines: lines(&times),
        parts: Vec::new(),
    })
}

/// Ours, the window's view after it, and the bare commit, for both workspaces in turn.
fn measure(offices: &[RefCell<Office>], bares: &[RefCell<Bare>]) -> Outcome<Vec<Times>> {
    let mut sides: Vec<Side<'_>> = Vec::new();
    for (office, bare) in offices.iter().zip(bares) {
        sides.push(Box::new(|| office.borrow_mut().answer()));
        sides.push(Box::new(|| bare.borrow_mut().write(&office.borrow().last)));
        sides.push(Box::new(|| office.borrow_mut().view()));
    }
    in_turn(ROUNDS, &mut sides)
}

fn lines(times: &[Times]) -> Vec<Line> {
    let [small, small_bare, small_view, large, large_bare, large_view] = times else {
        return Vec::new();
    };
    let line = |id, ours, times: &Times, other, against: &Times, goal| Line {
        id,
        ours,
        times: times.clone(),
        other,
        against: Against::Times(against.clone()),
        goal,
    };
    vec![
        line(
            "B9.large",
            "1,000 shipments: `App::answer`",
            large,
            "bare commit",
            large_bare,
            Goal::AtMost(2.0),
        ),
        line(
            "B9.small",
            "10 shipments: `App::answer`",
            small,
            "bare commit",
            small_bare,
            Goal::None,
        ),
        line(
            "B9.growth",
            "1,000 shipments: `App::answer`",
            large,
            "10 shipments: `App::answer`",
            small,
            Goal::AtMost(1.2),
        ),
        line(
            "B9.view",
            "1,000 shipments: all about the shipment for the window, in words (`App::shipment_view`)",
            large_view,
            "10 shipments: the same",
            small_view,
            Goal::None,
        ),
    ]
}

/// Closes both, reads both databases; how many answers they hold.
fn compare(folder: &Path, shipments: usize, office: Office, bare: Bare) -> Outcome<usize> {
    let at = folder.join(shipments.to_string());
    let (before, ids) = office.close()?;
    bare.close()?;
    let ours = bare::content(&at.join("shipshape.db"))?;
    let theirs = bare::content(&at.join("bare.db"))?;
    if ours != theirs {
        return Err("the bare database holds other answers than the workspace".into());
    }
    let (after, _) = Office::open(&at, ids)?.close()?;
    if before != after {
        return Err("the window shows something else after opening the workspace anew".into());
    }
    Ok(ours.answers.len())
}
