//! From a judgement to a report.

use crate::failure::Failure;
use crate::findings::{gates_of, joined, requirement_of, worded};
use crate::judged::Judged;
use crate::lookup::Titles;
use crate::office::App;
use crate::views::{PageRequest, ReportLanguage, ReportPreview, ReportRequest, ReportSection};
use packs::{Library, LoadedShipment};
use readiness::{
    Decision, Finding, GateState, Judgement, PartyRole, Severity, Shipment, State, Subject as Of,
    Text, Timing, Verdict, VerificationState,
};
use report::{Attachment, Logo, Mark, Options, Section, Summary};
use std::collections::{BTreeMap, HashMap};
use std::io::Write as _;
use std::path::Path;

/// The largest logo: 4 MB.
pub(crate) const LOGO_LIMIT: u64 = 4_000_000;

/// How many layouts are kept: the window asks for pages of the one it shows while the next are
/// made, and questions asked at the same time may be answered in any order.
const LAYOUTS_KEPT: usize = 4;

/// What a report is about.
pub struct Subject<'a> {
    /// The exporter's name.
    pub company: Text,
    /// Title of the shipment.
    pub title: String,
    /// The shipment.
    pub shipment: &'a Shipment,
    /// Files by SHA-256: name and size.
    pub files: HashMap<String, (String, u64)>,
}

impl<'a> Subject<'a> {
    /// The subject of a shipment file.
    #[must_use]
    pub fn of_file(loaded: &'a LoadedShipment) -> Self {
        let order = &loaded.shipment.order;
        let company = match &loaded.file.company {
            Some(company) => Text::new(
                company.name.clone(),
                if company.name_zh.is_empty() { &company.name } else { &company.name_zh }.clone(),
            ),
            None => exporter(&loaded.shipment),
        };
        let frames: Vec<_> = loaded.shipment.products.iter().map(|p| p.frame.clone()).collect();
        Self {
            company,
            title: crate::stored::title(order, &frames),
            shipment: &loaded.shipment,
            files: HashMap::new(),
        }
    }
}

/// The exporter by the order, where the settings do not name one.
pub(crate) fn exporter(shipment: &Shipment) -> Text {
    let parties = &shipment.order.parties;
    let party = parties.get(&PartyRole::Exporter).or_else(|| parties.get(&PartyRole::Maker));
    party.map_or_else(Text::default, |party| {
        Text::new(party.name.clone(), party.name_zh.clone().unwrap_or_else(|| party.name.clone()))
    })
}

/// A report ready to be written.
pub struct ReportFile {
    /// A name for the file.
    pub name: String,
    /// The PDF.
    pub bytes: Vec<u8>,
    /// Pages.
    pub pages: usize,
}

impl App {
    /// The pages of a report, as they will be in the PDF.
    ///
    /// # Errors
    /// The shipment cannot be judged, or the report cannot be made.
    pub fn preview_report(&mut self, request: &ReportRequest) -> Result<ReportPreview, Failure> {
        let (summary, options) = self.report_input(request)?;
        let preview = self.reporter()?.preview(&summary, &options)?;
        let pages = preview.page_count();
        let warnings = preview
            .warnings
            .iter()
            .map(|replaced| {
                Text::new(
                    format!("{} has no glyph and is shown as a box", replaced.code),
                    format!("字符 {} 无字形，以方框显示", replaced.code),
                )
            })
            .collect();
        let layout = self.layouts.back().map_or(1, |(last, _)| last + 1);
        if self.layouts.len() == LAYOUTS_KEPT {
            self.layouts.pop_front();
        }
        self.layouts.push_back((layout, preview));
        Ok(ReportPreview { layout, pages, warnings })
    }

    /// A page of a report laid out before, as the source of a picture. None where later layouts
    /// have taken its place, or there is no such page.
    ///
    /// # Errors
    /// The page cannot be drawn.
    pub fn report_page(&self, request: &PageRequest) -> Result<Option<String>, Failure> {
        use base64::Engine as _;
        let preview = self.layouts.iter().find(|(layout, _)| *layout == request.layout);
        let (Some((_, preview)), Some(page)) = (preview, request.page.checked_sub(1)) else {
            return Ok(None);
        };
        let png = preview.page_png(page, request.pixels)?;
        let text = png.map(|png| base64::engine::general_purpose::STANDARD.encode(png));
        Ok(text.map(|text| format!("data:image/png;base64,{text}")))
    }

    /// The PDF.
    ///
    /// # Errors
    /// The shipment cannot be judged, or the report cannot be made.
    pub fn report_file(&mut self, request: &ReportRequest) -> Result<ReportFile, Failure> {
        let (summary, options) = self.report_input(request)?;
        let name = format!("{} {}.pdf", file_stem(&summary.order.reference), summary.judged_on);
        let pdf = self.reporter()?.pdf(&summary, &options)?;
        Ok(ReportFile { name, bytes: pdf.bytes, pages: pdf.pages })
    }

    fn report_input(&mut self, request: &ReportRequest) -> Result<(Summary, Options), Failure> {
        self.judge(&request.shipment, request.on)?;
        let company = self.settings()?.company;
        let mut files = HashMap::new();
        for view in self.evidence_of(&request.shipment)? {
            for file in view.files {
                files.insert(file.sha256, (file.name, file.size));
            }
        }
        let judged = self
            .judged
            .get(&request.shipment)
            .ok_or_else(|| Failure::NoShipment { id: request.shipment.clone() })?;
        let judgement = judged.judgement();
        let shipment = &judged.loaded.shipment;
        let titles = Titles::new(&judged.loaded.library, &shipment.network.milestones);
        let name = |en: &String, zh: &String| {
            Text::new(en.clone(), if zh.is_empty() { en.clone() } else { zh.clone() })
        };
        let subject = Subject {
            company: if company.name.is_empty() {
                exporter(shipment)
            } else {
                name(&company.name, &company.name_zh)
            },
            title: judged.loaded.title.clone(),
            shipment,
            files,
        };
        let library = &judged.loaded.library;
        let mut summary = summary(&subject, &judgement, library, &titles);
        let asked = library.packs.iter().filter(|pack| asks(pack, &judgement, library));
        summary.switched_off = self.switched_off(library, asked)?;
        let logo = match company.logo.filter(|_| request.logo) {
            Some(sha256) => Some(read_logo(&self.workspace.vault().open_file(&sha256)?)?),
            None => None,
        };
        let attachment = if request.embed { Some(attachment(judged, &judgement)?) } else { None };
        let mut sections: Vec<Section> = Vec::new();
        for section in &request.sections {
            sections.extend(match section {
                ReportSection::Summary => vec![Section::Overview],
                ReportSection::Findings => vec![Section::NextSteps],
                ReportSection::Explanations => vec![Section::Findings],
                ReportSection::Requirements => vec![Section::Requirements],
                ReportSection::Evidence => vec![Section::Evidence],
                ReportSection::Documents => vec![Section::Consistency],
                ReportSection::Schedule => vec![Section::Schedule],
                ReportSection::Decisions => vec![Section::Decisions],
                ReportSection::References => vec![Section::References],
            });
        }
        let options = Options {
            language: language_of(request.language),
            sections: sections.into_iter().collect(),
            logo,
            mark_draft: request.draft,
            attachment,
            ..Options::default()
        };
        Ok((summary, options))
    }
}

/// A choice of languages as the report maker takes it.
pub(crate) fn language_of(language: ReportLanguage) -> report::Language {
    match language {
        ReportLanguage::En => report::Language::En,
        ReportLanguage::Zh => report::Language::Zh,
        ReportLanguage::Both => report::Language::Both,
    }
}

/// The judgement as data inside the PDF.
fn attachment(judged: &Judged, judgement: &Judgement) -> Result<Attachment, Failure> {
    let shipment = &judged.loaded.shipment;
    let data = serde_json::json!({
        "format": "shipshape-report/1",
        "reference": shipment.order.reference,
        "on": judgement.today,
        "packs": judged.loaded.frame.packs,
        "order": shipment.order,
        "answers": shipment.answers,
        "products": shipment.products.iter().map(|product| serde_json::json!({
            "product": product.frame,
            "answers": product.answers,
        })).collect::<Vec<_>>(),
        "evidence": shipment.evidence,
        "decisions": shipment.decisions,
        "findings": judgement.findings,
    });
    let bytes = serde_json::to_vec_pretty(&data)
        .map_err(|error| Failure::Internal { detail: error.to_string() })?;
    Ok(Attachment::json("shipshape.json", "Answers, evidence list and findings as data", bytes))
}

/// Reads a picture for the reports, with narrow limits.
///
/// # Errors
/// It cannot be read, or is not a PNG or SVG that is safe to draw.
pub fn read_logo(path: &Path) -> Result<Logo, Failure> {
    use std::io::Read;
    let shown = path.to_string_lossy().into_owned();
    let fail = |source| Failure::Read { path: shown.clone(), source };
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(fail)?;
    file.take(LOGO_LIMIT + 1).read_to_end(&mut bytes).map_err(fail)?;
    Logo::read(bytes).map_err(|error| Failure::Field {
        field: shown,
        message: Text::new(error.to_string(), format!("徽标不可用：{error}")),
    })
}

/// Writes a file so that it is there whole or not at all.
///
/// # Errors
/// The folder cannot be written to, or the disk is full.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let fail = |source| Failure::Write { path: path.to_string_lossy().into_owned(), source };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    let mut file =
        tempfile::Builder::new().prefix(".shipshape-").tempfile_in(folder).map_err(fail)?;
    file.write_all(bytes).map_err(fail)?;
    file.as_file().sync_all().map_err(fail)?;
    file.persist(path).map_err(|error| fail(error.error))?;
    Ok(())
}

/// A reference as the stem of a file's name.
#[must_use]
pub fn file_stem(reference: &str) -> String {
    let stem: String = reference
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ') { c } else { '-' })
        .collect();
    let stem = stem.trim().trim_matches('.').to_owned();
    if stem.is_empty() { "shipshape".to_owned() } else { stem }
}

fn mark(finding: &Finding) -> Mark {
    match (finding.code, finding.severity) {
        (readiness::Code::UnknownFact, _) => Mark::Unknown,
        (readiness::Code::Unverified, _) => Mark::Unverified,
        (_, Severity::Blocker) => Mark::Blocker,
        (_, Severity::Major) => Mark::Major,
        (_, Severity::Minor) => Mark::Minor,
        (_, Severity::Info) => Mark::Info,
    }
}

fn state_mark(verdict: &Verdict) -> Mark {
    match verdict.state {
        State::Gap => match verdict.severity {
            Severity::Blocker => Mark::Blocker,
            Severity::Major => Mark::Major,
            Severity::Minor => Mark::Minor,
            Severity::Info => Mark::Info,
        },
        State::Unknown => Mark::Unknown,
        State::Unverified => Mark::Unverified,
        State::Task => Mark::Task,
        State::Ready => Mark::Ready,
        State::Waived | State::DecidedNotApplicable | State::NotApplicable => Mark::Decided,
    }
}

fn verification(state: VerificationState) -> report::Verification {
    match state {
        VerificationState::Checked => report::Verification::Checked,
        VerificationState::Known => report::Verification::Known,
        VerificationState::Verify => report::Verification::Verify,
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Everything a report says about a shipment.
#[must_use]
pub fn summary(
    subject: &Subject<'_>,
    judgement: &Judgement,
    library: &Library,
    titles: &Titles<'_>,
) -> Summary {
    use wording::Lookup;
    let shipment = subject.shipment;
    let rulebook = &library.rulebook;
    let states = |wanted: &[State]| {
        count(judgement.verdicts.iter().filter(|v| wanted.contains(&v.state)).count())
    };
    let due = |milestone: Option<&readiness::MilestoneId>, date| {
        milestone.and_then(|id| titles.milestone_title(id)).map(|gate| report::Due { gate, date })
    };
    let mut gates = gates_of(judgement);
    let findings = judgement
        .findings
        .iter()
        .enumerate()
        .map(|(index, finding)| {
            let view = worded(finding, gates.remove(&index), judgement, rulebook, titles);
            let requirement = requirement_of(&finding.subject, rulebook);
            report::Finding {
                mark: mark(finding),
                title: view.title,
                kind: view.kind,
                gap: wording::gap(finding, requirement, titles),
                due: due(finding.milestone.as_ref(), finding.need_plan),
                timing: match finding.timing {
                    Some(Timing::Open) => report::Timing::Open,
                    Some(Timing::AtRisk) => report::Timing::AtRisk,
                    Some(Timing::Late) => report::Timing::Late,
                    None => report::Timing::Unknown,
                },
                timing_words: view.timing,
                start_by: finding.start_by,
                next_step: view.next_step,
                explanation: view.because.into_iter().map(|row| (row.label, row.text)).collect(),
            }
        })
        .collect();
    let tasks = judgement
        .verdicts
        .iter()
        .filter(|verdict| verdict.state == State::Task)
        .map(|verdict| report::Task {
            title: wording::verdict_title(verdict, titles),
            due: due(verdict.milestone.as_ref(), verdict.need_plan),
            start_by: verdict.start_by,
            next_step: requirement_of(&verdict.subject, rulebook)
                .and_then(|requirement| requirement.first_step.clone())
                .unwrap_or_default(),
        })
        .collect();
    let unknown = judgement.findings.iter().filter(|f| f.code == readiness::Code::UnknownFact);
    Summary {
        switched_off: Vec::new(),
        company: subject.company.clone(),
        subject: Text::same(subject.title.clone()),
        judged_on: judgement.today,
        order: order(subject, judgement, library, titles),
        counts: report::Counts {
            blocker: count(judgement.counts.blocker),
            major: count(judgement.counts.major),
            minor: count(judgement.counts.minor),
            info: count(judgement.counts.info),
            unknown: count(unknown.count()),
            unverified: states(&[State::Unverified]),
            ready: states(&[State::Ready]),
            decided: states(&[State::Waived, State::DecidedNotApplicable]),
            task: states(&[State::Task]),
        },
        gates: judgement
            .gates
            .iter()
            .map(|gate| report::Gate {
                name: gate.title.clone(),
                date: Some(gate.date),
                state: match gate.state {
                    GateState::Passed => report::GateState::Passed,
                    GateState::Open => report::GateState::Open,
                    GateState::Behind => report::GateState::Behind,
                    GateState::Held => report::GateState::Held(count(gate.counts.blocker)),
                },
            })
            .collect(),
        verdict_note: None,
        findings,
        tasks,
        requirements: requirements(judgement, library, titles),
        evidence: evidence(subject, titles),
        decisions: decisions(&shipment.decisions, titles),
        checks: checks(judgement, titles),
        schedule: schedule(judgement, shipment),
        critical_path: judgement
            .critical_path
            .iter()
            .filter_map(|id| titles.milestone_title(id))
            .collect(),
        references: references(judgement, library),
    }
}

/// Whether a pack asks anything of the shipment.
fn asks(pack: &packs::Pack, judgement: &Judgement, library: &Library) -> bool {
    judgement.verdicts.iter().any(|verdict| {
        verdict.state != State::NotApplicable
            && requirement_of(&verdict.subject, &library.rulebook)
                .is_some_and(|requirement| requirement.pack == pack.stamp.id)
    })
}

fn order(
    subject: &Subject<'_>,
    judgement: &Judgement,
    library: &Library,
    titles: &Titles<'_>,
) -> report::Order {
    use wording::Lookup;
    let order = &subject.shipment.order;
    let party = |role| order.parties.get(&role).map(|party| Text::same(party.name.clone()));
    let terms = [order.incoterm.map(|rule| rule.as_str().to_owned()), order.incoterm_place.clone()];
    let terms = terms.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let place = order.country.as_deref().or(order.market.as_deref());
    let mut more = Vec::new();
    if let Some(amount) = order.contract_amount {
        more.push((Text::new("Contract value", "合同金额"), Text::same(amount.to_string())));
    }
    report::Order {
        reference: order.reference.clone(),
        products: subject
            .shipment
            .products
            .iter()
            .map(|product| {
                let frame = &product.frame;
                let units = frame.quantity.filter(|n| *n > 1).map(|n| format!("{n} × "));
                let category = frame.category.as_ref().and_then(|category| {
                    let fact = library.rulebook.fact(&"category".into())?;
                    fact.choices.iter().find(|choice| choice.id == *category)
                });
                let units = units.unwrap_or_default();
                match category {
                    Some(choice) => Text::new(
                        format!("{units}{}, {}", frame.model, choice.title.en),
                        format!("{units}{}，{}", frame.model, choice.title.zh),
                    ),
                    None => Text::same(format!("{units}{}", frame.model)),
                }
            })
            .collect(),
        buyer: party(PartyRole::Buyer).unwrap_or_default(),
        terms: if terms.is_empty() {
            Text::default()
        } else {
            Text::new(format!("{terms}, Incoterms 2020"), format!("{terms}，Incoterms 2020"))
        },
        market: place.map(|place| titles.place_title(place)).unwrap_or_default(),
        packs: library
            .packs
            .iter()
            .filter(|pack| asks(pack, judgement, library))
            .map(|pack| report::Pack {
                name: pack.stamp.title.clone(),
                version: pack.stamp.version.clone(),
                sha256: pack.stamp.sha256.clone(),
            })
            .collect(),
        more,
    }
}

fn requirements(
    judgement: &Judgement,
    library: &Library,
    titles: &Titles<'_>,
) -> Vec<report::RequirementGroup> {
    use wording::Lookup;
    let mut groups: BTreeMap<usize, Vec<report::Requirement>> = BTreeMap::new();
    for verdict in &judgement.verdicts {
        let Some(requirement) = requirement_of(&verdict.subject, &library.rulebook) else {
            continue;
        };
        if verdict.state == State::NotApplicable {
            continue;
        }
        let pack = library.packs.iter().position(|pack| pack.stamp.id == requirement.pack);
        groups.entry(pack.unwrap_or_default()).or_default().push(report::Requirement {
            title: wording::verdict_title(verdict, titles),
            mark: state_mark(verdict),
            state: wording::state(verdict.state),
            due: verdict
                .milestone
                .as_ref()
                .and_then(|id| titles.milestone_title(id))
                .map(|gate| report::Due { gate, date: verdict.need_plan }),
            reference: requirement.reference.clone(),
            verification: verification(requirement.verification.state),
        });
    }
    groups
        .into_iter()
        .filter_map(|(pack, items)| {
            let pack = library.packs.get(pack)?;
            Some(report::RequirementGroup { title: pack.stamp.title.clone(), items })
        })
        .collect()
}

fn evidence(subject: &Subject<'_>, titles: &Titles<'_>) -> Vec<report::Evidence> {
    let mut records: Vec<_> = subject.shipment.evidence.iter().collect();
    records.sort_by(|a, b| (&a.document_type, &a.id).cmp(&(&b.document_type, &b.id)));
    records
        .into_iter()
        .map(|record| {
            let mut details = Vec::new();
            let mut add = |en: &str, zh: &str, value: Option<String>| {
                if let Some(value) = value.filter(|value| !value.is_empty()) {
                    details.push((Text::new(en, zh), Text::same(value)));
                }
            };
            let scope = &record.scope;
            add("Number", "编号", record.number.clone());
            add("Issuer", "签发方", record.issuer.clone());
            add("Holder", "持有人", record.holder.clone());
            add("Models", "型号", Some(scope.models.join(", ")));
            add("Serial numbers", "序列号", Some(scope.serials.join(", ")));
            add("Law", "法规", Some(scope.regimes.join(", ")));
            add("Cover", "险别", scope.cover.clone());
            add("Amount", "金额", scope.amount.map(|amount| amount.to_string()));
            report::Evidence {
                title: titles.document_type(&record.document_type),
                details,
                issued: record.issued,
                expires: record.expires,
                files: record
                    .files
                    .iter()
                    .map(|sha256| {
                        let (name, bytes) = subject.files.get(sha256).cloned().unwrap_or_default();
                        report::File { name, sha256: sha256.clone(), bytes }
                    })
                    .collect(),
            }
        })
        .collect()
}

fn decisions(decisions: &[Decision], titles: &Titles<'_>) -> Vec<report::Decision> {
    let mut sorted: Vec<&Decision> = decisions.iter().collect();
    sorted.sort_by_key(|decision| (decision.on, &decision.subject));
    sorted
        .into_iter()
        .map(|decision| report::Decision {
            title: titles
                .requirement(&decision.subject.as_str().into())
                .or_else(|| wording::check_title(&decision.subject.as_str().into()))
                .unwrap_or_else(|| Text::same(decision.subject.clone())),
            kind: wording::decision(decision.kind),
            who: decision.by.clone(),
            decided_on: decision.on,
            why: Text::same(decision.reason.clone()),
            until: decision.until,
        })
        .collect()
}

fn checks(judgement: &Judgement, titles: &Titles<'_>) -> Vec<report::Check> {
    judgement
        .verdicts
        .iter()
        .filter(|verdict| matches!(verdict.subject, Of::Check(_)))
        .map(|verdict| {
            let rows = wording::because_of_verdict(verdict, None, titles);
            let en: Vec<&str> = rows.iter().map(|row| row.text.en.as_str()).collect();
            let zh: Vec<&str> = rows.iter().map(|row| row.text.zh.as_str()).collect();
            let (mark, result) = match verdict.state {
                State::Ready => (Mark::Agrees, Text::new("Agrees", "一致")),
                State::Waived => (Mark::Decided, Text::new("Accepted", "已接受")),
                State::Task => (Mark::Task, Text::new("Not filled in yet", "尚未填写")),
                State::Gap => (state_mark(verdict), Text::new("Differs", "不一致")),
                other => (state_mark(verdict), wording::state(other)),
            };
            report::Check {
                title: wording::verdict_title(verdict, titles),
                mark,
                result,
                detail: Text::new(en.join(" "), zh.concat()),
            }
        })
        .collect()
}

fn schedule(judgement: &Judgement, shipment: &Shipment) -> Vec<report::Step> {
    let plan = &judgement.schedule;
    shipment
        .network
        .milestones
        .iter()
        .enumerate()
        .map(|(index, milestone)| {
            let span = plan.spans.get(index).copied().unwrap_or_default();
            let roles: Vec<Text> =
                milestone.roles.iter().map(|role| wording::role(*role)).collect();
            report::Step {
                name: milestone.title.clone(),
                party: joined(&roles),
                start: Some(plan.planned_start(index)),
                finish: Some(plan.shown_finish(index)),
                latest_finish: Some(plan.latest_finish(index)),
                float_days: Some(i64::from(span.total_float())),
                critical: span.critical(),
                done: milestone.closed || milestone.actual_finish.is_some(),
            }
        })
        .collect()
}

fn references(judgement: &Judgement, library: &Library) -> Vec<report::Reference> {
    let mut seen = std::collections::BTreeSet::new();
    let mut references = Vec::new();
    for verdict in &judgement.verdicts {
        let Some(requirement) = requirement_of(&verdict.subject, &library.rulebook) else {
            continue;
        };
        if verdict.state == State::NotApplicable || !seen.insert(requirement.id.clone()) {
            continue;
        }
        let own = &requirement.verification;
        let note = match (&own.open_point, &own.source) {
            (Some(open), _) => open.clone(),
            (None, Some(source)) => Text::same(source.clone()),
            (None, None) => Text::default(),
        };
        references.push(report::Reference {
            title: Text::new(
                format!("{}: {}", requirement.title.en, requirement.reference.en),
                format!("{}：{}", requirement.title.zh, requirement.reference.zh),
            ),
            note,
            verification: verification(own.state),
            checked_on: own.checked_on,
        });
    }
    references
}
