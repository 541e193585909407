//! B1: the PDF of 600 bilingual requirements in 30 sections.

mod again;
mod html;
mod input;
mod same;

pub(crate) use again::write_again;

use crate::Outcome;
use crate::measure::{Side, Times, in_turn};
use crate::places::{self, Program};
use crate::process;
use crate::results::{Against, Goal, Line, Row};
use report::{Language, Options, Reporter, Section, Summary};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const ROUNDS: usize = 7;

/// As the program prints it: both languages, the list of requirements.
fn options() -> Options {
    Options {
        language: Language::Both,
        sections: [Section::Requirements].into_iter().collect(),
        ..Options::default()
    }
}

/// What this program does when it is started for one PDF.
pub(crate) fn write(summary: &Path, target: &Path) -> Outcome<()> {
    let summary: Summary = serde_json::from_slice(&fs::read(summary)?)?;
    let pdf = Reporter::new()?.pdf(&summary, &options())?;
    Ok(fs::write(target, pdf.bytes)?)
}

/// One side: its command, and the file that it writes.
struct Writer {
    id: &'static str,
    what: &'static str,
    goal: Goal,
    target: PathBuf,
    command: Result<Command, String>,
}

impl Writer {
    fn run(&mut self) -> Outcome<Duration> {
        let _ = fs::remove_file(&self.target);
        let command = self.command.as_mut().map_err(|why| why.clone())?;
        let took = process::run(command)?;
        if !self.target.is_file() {
            return Err(format!("{} wrote no file", self.what).into());
        }
        Ok(took)
    }
}

/// Runs the row.
pub(crate) fn row() -> Outcome<Row> {
    let folder = places::inputs()?;
    let summary = input::summary()?;
    let data = folder.join("summary.json");
    fs::write(&data, serde_json::to_vec(&summary)?)?;
    fs::write(folder.join("report.html"), html::page(&summary))?;
    fs::write(folder.join("report.typ"), include_str!("../peers/report.typ"))?;

    let mut writers = vec![ours(&folder, &data)?];
    writers.extend(peers(&folder)?);
    let mut same = Vec::new();
    for writer in writers.iter_mut().filter(|writer| writer.command.is_ok()) {
        writer.run()?;
        let pages = same::check(writer.what, &writer.target, &summary)?;
        let bytes = fs::metadata(&writer.target)?.len();
        same.push(format!("{} {pages} pages, {} KB", writer.what, bytes / 1_000));
    }
    let same = vec![format!(
        "the text of each PDF, read back with pdftotext, contains the English and the Chinese title of all {} requirements, and each embeds Noto Sans SC ({}). The second export has the bytes that a new process writes for the changed data.",
        input::requirements(&summary).count(),
        same.join("; ")
    )];

    let mut sides: Vec<Side<'_>> = writers
        .iter_mut()
        .filter(|writer| writer.command.is_ok())
        .map(|writer| Box::new(|| writer.run()) as Side<'_>)
        .collect();
    let mut times = in_turn(ROUNDS, &mut sides)?.into_iter();
    drop(sides);
    let mut next = || times.next().unwrap_or_else(|| Times::new(Vec::new()));
    let own = next();
    let mut lines: Vec<Line> = writers
        .into_iter()
        .skip(1)
        .map(|writer| Line {
            id: writer.id,
            ours: "Shipshape, process start to file",
            times: own.clone(),
            other: writer.what,
            against: match writer.command {
                Ok(_) => Against::Times(next()),
                Err(why) => Against::Missing(why),
            },
            goal: writer.goal,
        })
        .collect();
    let (again, parts) = again::lines(&folder, &data, &summary)?;
    lines.push(again);
    Ok(Row {
        title: "B1 – PDF of 600 bilingual requirements in 30 sections",
        method: vec![
            "One frozen JSON file with all texts in English and Chinese. Ours: a release program starts, reads it, typesets and writes PDF/A-3a with PDF/UA-1. WeasyPrint and Chromium get the same content as HTML with the same fonts by `@font-face`; the typst command line a template of its own with the same table, reading the same JSON file, fonts by `--font-path`, once with its defaults and once with the standards that ours writes.".to_owned(),
            "The peers write plain PDF where nothing else is said: WeasyPrint without tags, Chromium and typst with. Chromium keeps its profile folder from run to run.".to_owned(),
        ],
        same,
        lines,
        parts,
    })
}

fn ours(folder: &Path, data: &Path) -> Outcome<Writer> {
    let target = folder.join("ours.pdf");
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("pdf").arg(data).arg(&target);
    Ok(Writer { id: "B1", what: "Shipshape", goal: Goal::None, target, command: Ok(command) })
}

fn peers(folder: &Path) -> Outcome<Vec<Writer>> {
    let page = folder.join("report.html");
    let there = |program: Program, make: &dyn Fn(&mut Command)| match program.missing() {
        Some(why) => Err(why),
        None => {
            let mut command = Command::new(&program.path);
            make(&mut command);
            Ok(command)
        }
    };
    let fonts = places::fonts()?;
    let typst = |target: &Path, standards: Option<&str>| {
        there(Program::own("typst", "bin/typst"), &|command| {
            command.arg("compile").arg("--root").arg(folder);
            command.arg("--font-path").arg(&fonts);
            command.args(["--ignore-system-fonts", "--ignore-embedded-fonts"]);
            command.args(standards.map(|standards| format!("--pdf-standard={standards}")));
            command.arg(folder.join("report.typ")).arg(target);
        })
    };
    let target = |name: &str| folder.join(name);
    let (weasyprint, chromium) = (target("weasyprint.pdf"), target("chromium.pdf"));
    let (plain, standard) = (target("typst.pdf"), target("typst-a3a-ua1.pdf"));
    Ok(vec![
        Writer {
            id: "B1.weasyprint",
            what: "WeasyPrint 70",
            goal: Goal::Faster(15.0),
            command: there(Program::own("python", "python/bin/weasyprint"), &|command| {
                command.arg(&page).arg(&weasyprint);
            }),
            target: weasyprint,
        },
        Writer {
            id: "B1.chromium",
            what: "Chromium, headless print",
            goal: Goal::Faster(4.0),
            command: there(Program::system("chromium", "chromium"), &|command| {
                command.args(["--headless", "--no-sandbox", "--disable-gpu"]);
                command.arg("--no-pdf-header-footer");
                command.arg(format!("--user-data-dir={}", folder.join("chromium").display()));
                command.arg(format!("--print-to-pdf={}", chromium.display()));
                command.arg(format!("file://{}", page.display()));
            }),
            target: chromium,
        },
        Writer {
            id: "B1.typst",
            what: "typst 0.15.1 command line, PDF/A-3a with PDF/UA-1",
            goal: Goal::AtMost(1.0),
            command: typst(&standard, Some("a-3a,ua-1")),
            target: standard,
        },
        Writer {
            id: "B1.typst-plain",
            what: "typst 0.15.1 command line, its defaults",
            goal: Goal::None,
            command: typst(&plain, None),
            target: plain,
        },
    ])
}
