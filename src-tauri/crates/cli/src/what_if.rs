//! `shipshape what-if`.

use crate::print::say;
use crate::{Format, Language, input, table};
use app::views::{StateView, WhatIf};
use app::{Failure, OnFile, WhatIfOutput};
use chrono::NaiveDate;
use readiness::{EvidenceId, GateState, Incoterm, MilestoneId, Text};
use std::process::ExitCode;

/// What another state of a shipment file would change. Nothing is written. Exit status 1: blockers
/// would stand.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    of: input::Question,
    /// Another ship date.
    #[arg(long, value_name = "YYYY-MM-DD")]
    ships: Option<NaiveDate>,
    /// Another country of destination, by its two-letter code.
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// Another Incoterm.
    #[arg(long, value_name = "RULE")]
    incoterm: Option<String>,
    /// Another named place of the Incoterm.
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// Another answer to a fact; `MODEL/FACT=VALUE` where several products could be meant, and
    /// nothing after = for unknown.
    #[arg(long = "answer", value_name = "FACT=VALUE")]
    answers: Vec<String>,
    /// Other planned days of a milestone.
    #[arg(long = "days", value_name = "MILESTONE=DAYS")]
    durations: Vec<String>,
    /// A document held that is taken away, by its id in the file.
    #[arg(long = "without", value_name = "DOCUMENT")]
    without: Vec<String>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let of = &arguments.of;
    let present = of.on_file()?;
    let output = present.what_if(&tried(arguments, &present)?)?;
    match of.format {
        Format::Json => say!("{}", crate::json(&output)?),
        Format::Table => print(&output, of.lang),
    }
    Ok(ExitCode::from(u8::from(output.after.counts.blocker > 0)))
}

fn tried(arguments: &Arguments, present: &OnFile) -> Result<WhatIf, Failure> {
    let answers = arguments.answers.iter().map(|text| {
        let (fact, value) = halves(text, "answers")?;
        let (model, fact) =
            fact.rsplit_once('/').map_or((None, fact), |(model, fact)| (Some(model), fact));
        // `true`, `12` and `["a", "b"]` are what they look like; all else is text.
        let value = match value {
            "" => serde_json::Value::Null,
            text => serde_json::from_str(text).unwrap_or_else(|_| text.into()),
        };
        present.answer(model, fact, &value)
    });
    let durations = arguments.durations.iter().map(|text| {
        let (milestone, days) = halves(text, "durations")?;
        let days = days.parse().map_err(|_| {
            refused(
                "durations",
                format!("{days:?} is not a number of days"),
                format!("{days:?} 不是天数"),
            )
        })?;
        Ok((MilestoneId::from(milestone), days))
    });
    Ok(WhatIf {
        ships: arguments.ships,
        country: arguments.country.clone(),
        incoterm: arguments.incoterm.as_deref().map(incoterm).transpose()?,
        incoterm_place: arguments.place.clone(),
        answers: answers.collect::<Result<_, Failure>>()?,
        durations: durations.collect::<Result<_, Failure>>()?,
        without: arguments.without.iter().map(|id| EvidenceId(id.clone())).collect(),
        ..WhatIf::default()
    })
}

fn refused(field: &str, en: String, zh: String) -> Failure {
    Failure::Field { field: field.to_owned(), message: Text::new(en, zh) }
}

fn halves<'a>(text: &'a str, field: &str) -> Result<(&'a str, &'a str), Failure> {
    text.split_once('=').ok_or_else(|| {
        refused(field, format!("{text:?} has no = in it"), format!("{text:?} 中没有等号"))
    })
}

fn incoterm(text: &str) -> Result<Incoterm, Failure> {
    let known = Incoterm::ALL.map(Incoterm::as_str);
    Incoterm::ALL.into_iter().find(|rule| rule.as_str().eq_ignore_ascii_case(text)).ok_or_else(
        || {
            refused(
                "incoterm",
                format!("{text:?} is none of {}", known.join(", ")),
                format!("{text:?} 无效；可为 {}", known.join("、")),
            )
        },
    )
}

fn print(output: &WhatIfOutput, language: Language) {
    let say = |en: &'static str, zh: &'static str| match language {
        Language::En => en,
        Language::Zh => zh,
    };
    let pick = |text: &Text| language.pick(text).to_owned();
    say!("{}  {}\n", output.reference, output.on);

    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let figures = |name: &str, state: &StateView| {
        let counts = state.counts;
        let figure = [counts.blocker, counts.major, counts.minor, counts.info];
        let mut row = vec![name.to_owned()];
        row.extend(figure.iter().map(ToString::to_string));
        row.extend([day(state.ships), state.end.to_string()]);
        row
    };
    let heads = match language {
        Language::En => ["", "Blockers", "Major", "Minor", "Info", "Ships", "Ends"],
        Language::Zh => ["", "阻断", "重要", "次要", "提示", "发运", "结束"],
    };
    let rows = [
        figures(say("As it is", "现状"), &output.before),
        figures(say("What if", "假设"), &output.after),
    ];
    table::print(&heads, &rows);

    let changed = output.changed.iter().map(|changed| ("~", &changed.after));
    let rows: Vec<Vec<String>> = output
        .added
        .iter()
        .map(|finding| ("+", finding))
        .chain(output.removed.iter().map(|finding| ("-", finding)))
        .chain(changed)
        .map(|(sign, finding)| {
            vec![
                sign.to_owned(),
                pick(&wording::severity(finding.severity)),
                finding.code.to_owned(),
                day(finding.start_by),
                finding.consignment.map(|n| n.to_string()).unwrap_or_default(),
                finding.subject.clone(),
                pick(&finding.message),
            ]
        })
        .collect();
    let heads = match language {
        Language::En => ["", "Severity", "Code", "Start by", "Cons.", "Subject", "What"],
        Language::Zh => ["", "级别", "代码", "应启动日", "批次", "对象", "说明"],
    };
    section(say("No finding changes", "发现不变"), &heads, &rows);

    let stands = |gate: Option<(NaiveDate, GateState)>| match gate {
        Some((date, state)) => format!("{date} {}", pick(&wording::gate_state(state))),
        None => say("none", "无").to_owned(),
    };
    let rows: Vec<Vec<String>> = output
        .gates
        .iter()
        .map(|gate| vec![pick(&gate.title), stands(gate.before), stands(gate.after)])
        .collect();
    let heads = match language {
        Language::En => ["Gate", "As it is", "What if"],
        Language::Zh => ["关口", "现状", "假设"],
    };
    section(say("No gate changes", "关口不变"), &heads, &rows);

    let days = |days: Option<(NaiveDate, NaiveDate)>| match days {
        Some((from, to)) => format!("{from} … {to}"),
        None => say("none", "无").to_owned(),
    };
    let rows: Vec<Vec<String>> = output
        .moves
        .iter()
        .map(|moved| {
            let id = moved.milestone.0.clone();
            vec![id, days(moved.before), days(moved.after), pick(&moved.title)]
        })
        .collect();
    let heads = match language {
        Language::En => ["Milestone", "As it is", "What if", "Title"],
        Language::Zh => ["里程碑", "现状", "假设", "名称"],
    };
    section(say("No milestone moves", "里程碑不变"), &heads, &rows);
}

fn section(nothing: &str, heads: &[&str], rows: &[Vec<String>]) {
    say!();
    if rows.is_empty() {
        say!("{nothing}");
    } else {
        table::print(heads, rows);
    }
}
