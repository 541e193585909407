//! `shipshape check`.

use crate::print::say;
use crate::{Format, Language, input, table};
use app::{Failure, Titles, check_output};
use chrono::NaiveDate;
use readiness::GateState;
use std::process::ExitCode;

/// Findings, gates and schedule of a shipment file.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    of: input::Question,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let of = &arguments.of;
    let judged = of.judge()?;
    judged.tell_notes(of.lang);
    let shipment = &judged.loaded.shipment;
    let titles = Titles::new(&judged.library, &shipment.network.milestones);
    let output = check_output(&judged.judgement, shipment, &judged.library.rulebook, &titles);
    match of.format {
        Format::Json => say!("{}", crate::json(&output)?),
        Format::Table => print(&output, of.lang),
    }
    Ok(ExitCode::from(u8::from(output.counts.blocker > 0)))
}

fn print(output: &app::CheckOutput, language: Language) {
    let counts = output.counts;
    let pick = |text: wording::Text| language.pick(&text).to_owned();
    let say = |en: &'static str, zh: &'static str| match language {
        Language::En => en,
        Language::Zh => zh,
    };
    let date = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    say!(
        "{}  {}  {}",
        output.reference,
        output.on,
        if counts.blocker == 0 {
            say("nothing blocks", "无阻断")
        } else {
            say("not ready", "未就绪")
        }
    );
    say!(
        "{} {}  {} {}  {} {}  {} {}\n",
        counts.blocker,
        say("blockers", "项阻断"),
        counts.major,
        say("major", "项重要"),
        counts.minor,
        say("minor", "项次要"),
        counts.info,
        say("info", "项提示"),
    );
    let rows: Vec<Vec<String>> = output
        .findings
        .iter()
        .map(|finding| {
            vec![
                pick(wording::severity(finding.severity)),
                finding.code.to_owned(),
                finding
                    .timing
                    .map(|timing| pick(wording::timing(Some(timing))))
                    .unwrap_or_default(),
                date(finding.start_by),
                date(finding.need_plan),
                finding.consignment.map(|n| n.to_string()).unwrap_or_default(),
                finding.subject.clone(),
                language.pick(&finding.message).to_owned(),
            ]
        })
        .collect();
    let heads = match language {
        Language::En => {
            ["Severity", "Code", "Timing", "Start by", "Needed", "Cons.", "Subject", "What"]
        }
        Language::Zh => ["级别", "代码", "时间", "最迟启动", "需用日", "批次", "对象", "说明"],
    };
    table::print(&heads, &rows);
    say!();
    let rows: Vec<Vec<String>> = output
        .gates
        .iter()
        .map(|gate| {
            let held = match gate.state {
                GateState::Held => format!(" ({})", gate.counts.blocker),
                GateState::Passed | GateState::Open | GateState::Behind => String::new(),
            };
            vec![
                language.pick(&gate.title).to_owned(),
                gate.date.to_string(),
                format!("{}{held}", pick(wording::gate_state(gate.state))),
            ]
        })
        .collect();
    let heads = match language {
        Language::En => ["Gate", "Date", "State"],
        Language::Zh => ["关口", "日期", "状态"],
    };
    table::print(&heads, &rows);
}
