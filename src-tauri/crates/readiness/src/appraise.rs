//! Where a document falls short of a requirement.

use crate::anchors::Anchors;
use crate::normal::{number, same_name};
use crate::rulebook::{OWN_BRAND, PLATE_NAME};
use crate::units::Unit;
use crate::{
    CargoCover, Coverage, Defect, Evidence, FactId, JudgedPer, PartyRole, Regime, Requirement,
    Schedule, Shipment, Value,
};
use chrono::NaiveDate;

/// What does not depend on dates, worked out once for a document and a requirement.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Position of the document in the shipment.
    pub(crate) evidence: usize,
    /// Where it falls short whatever the dates, models left out.
    pub(crate) fixed: Vec<Defect>,
    /// Order data without which it cannot be judged.
    pub(crate) open: Vec<FactId>,
    /// It had to be valid on the day of a test, so that its end does not matter otherwise.
    pub(crate) tested: bool,
}

/// Judges all that does not depend on dates, models left out: several documents may cover the
/// models together.
pub(crate) fn candidate(
    shipment: &Shipment,
    requirement: &Requirement,
    evidence_position: usize,
    evidence: &Evidence,
) -> Candidate {
    let rule = &requirement.evidence;
    let scope = &evidence.scope;
    let order = &shipment.order;
    let mut fixed = Vec::new();
    let mut open = Vec::new();
    for coverage in &rule.covers {
        match coverage {
            Coverage::Models
            | Coverage::Serials
            | Coverage::Packages
            | Coverage::SoftwareVersion => {}
            Coverage::Site => {
                let site = order.parties.get(&PartyRole::Maker).and_then(|p| p.address.as_ref());
                if !scope.sites.is_empty() {
                    match site {
                        Some(site) if scope.sites.iter().any(|named| overlaps(named, site)) => {}
                        Some(_) => fixed.push(Defect::Site { covered: scope.sites.clone() }),
                        None => open.push("maker-site".into()),
                    }
                }
            }
            Coverage::Destination => {
                if !scope.destinations.is_empty() {
                    let wanted = [order.market.as_deref(), order.country.as_deref()];
                    let wanted: Vec<&str> = wanted.into_iter().flatten().collect();
                    if wanted.is_empty() {
                        open.push("market".into());
                    } else if !scope.destinations.iter().any(|named| covers_place(named, &wanted)) {
                        fixed.push(Defect::Destination {
                            covered: scope.destinations.clone(),
                            needed: wanted.join(", "),
                        });
                    }
                }
            }
            Coverage::ContractAmount => match order.contract_amount {
                None => open.push("contract-amount".into()),
                Some(needed) => {
                    let enough = scope.amount.is_some_and(|amount| {
                        amount.compare(needed).is_ok_and(std::cmp::Ordering::is_ge)
                    });
                    if !enough {
                        fixed.push(Defect::Amount { covered: scope.amount, needed });
                    }
                }
            },
            Coverage::CargoCover => {
                let agreed =
                    order.agreed_cover.as_deref().filter(|agreed| !agreed.trim().is_empty());
                let needed = match agreed {
                    Some(agreed) => CargoCover::read(agreed),
                    None => order.incoterm.and_then(|incoterm| incoterm.terms().least_cover),
                };
                // What was agreed and cannot be read may be more than the rule's least.
                if agreed.is_some() && needed.is_none() {
                    open.push("agreed-cover".into());
                }
                if let Some(needed) = needed {
                    let held = scope.cover.as_deref().and_then(CargoCover::read);
                    if held.is_none_or(|held| held < needed) {
                        fixed.push(Defect::Cover {
                            covered: scope.cover.clone(),
                            needed: needed.as_str().to_owned(),
                        });
                    }
                }
            }
            Coverage::Shipment => {
                if let Some(named) = &scope.shipment
                    && !same_name(named, &order.reference)
                {
                    fixed.push(Defect::OtherShipment { named: named.clone() });
                }
            }
        }
    }
    if rule.local_language {
        if order.local_languages.is_empty() {
            open.push("local-languages".into());
        } else {
            let base = |code: &str| {
                let base = code.split(['-', '_']).next().unwrap_or(code).to_lowercase();
                // Both ways of writing Norwegian are Norwegian.
                if matches!(base.as_str(), "nb" | "nn") { "no".to_owned() } else { base }
            };
            let fits = evidence
                .languages
                .iter()
                .any(|has| order.local_languages.iter().any(|needed| base(has) == base(needed)));
            if !fits {
                fixed.push(Defect::Language {
                    has: evidence.languages.clone(),
                    needed: order.local_languages.clone(),
                });
            }
        }
    }
    if let Some(holder) = &evidence.holder
        && !rule.holder.is_empty()
    {
        let names: Vec<String> = rule
            .holder
            .iter()
            .filter_map(|role| order.parties.get(role))
            .flat_map(|party| [Some(party.name.clone()), party.name_zh.clone()])
            .flatten()
            .filter(|name| !name.trim().is_empty())
            .collect();
        if names.is_empty() {
            open.push("parties".into());
        } else if !names.iter().any(|name| same_name(name, holder)) {
            fixed.push(Defect::Holder { named: holder.clone(), needed: names });
        }
    }
    let mut tested = false;
    for report in &shipment.evidence {
        // A report on another machine tells nothing about the test of this one.
        let named = &report.scope.models;
        let model = |model: &str| named.iter().any(|named| number(named) == number(model));
        let ours = named.is_empty() || shipment.products.iter().any(|p| model(&p.frame.model));
        let counts = ours && rule.valid_on_test_of.contains(&report.document_type);
        let Some(day) = report.tested.filter(|_| counts) else { continue };
        tested = true;
        let begun = evidence.issued.is_none_or(|issued| issued <= day);
        let ended = evidence.valid_until().is_some_and(|until| until < day);
        if !begun || ended {
            fixed.push(Defect::NotValidOnTest {
                report: crate::explain::name(report),
                tested: day,
                from: evidence.issued,
                until: evidence.valid_until(),
            });
        }
    }
    Candidate { evidence: evidence_position, fixed, open, tested }
}

/// Judges whether a document is in the name of whoever counts as the manufacturer: the name on the
/// plate, which is the maker's, or the exporter's where it sells under its own brand.
pub(crate) fn of_manufacturer(
    requirement: &Requirement,
    shipment: &Shipment,
    products: &[usize],
    evidence: &Evidence,
    candidate: &mut Candidate,
) {
    let Some(holder) = evidence.holder.as_ref().filter(|_| requirement.evidence.of_manufacturer)
    else {
        return;
    };
    let names = |role: PartyRole| -> Vec<String> {
        let party = shipment.order.parties.get(&role);
        party
            .into_iter()
            .flat_map(|party| [Some(party.name.clone()), party.name_zh.clone()])
            .flatten()
            .filter(|name| !name.trim().is_empty())
            .collect()
    };
    let is = |names: &[String]| names.iter().any(|name| same_name(name, holder));
    let (maker, exporter) = (names(PartyRole::Maker), names(PartyRole::Exporter));
    let own_brand = match shipment.answers.get(&FactId::from(OWN_BRAND)) {
        Some(Value::YesNo(answer)) => Some(*answer),
        _ => None,
    };
    let needed = match own_brand {
        Some(true) => exporter,
        Some(false) => maker,
        // With two firms it decides which of them has to sign.
        None if !exporter.is_empty() && is(&exporter) != is(&maker) => {
            candidate.open.push(OWN_BRAND.into());
            return;
        }
        None => maker,
    };
    if needed.is_empty() {
        candidate.open.push("parties".into());
        return;
    }
    if !is(&needed) {
        candidate.fixed.push(Defect::Holder { named: holder.clone(), needed });
        return;
    }
    let plates: Vec<String> = products
        .iter()
        .filter_map(|index| shipment.products[*index].answers.get(&FactId::from(PLATE_NAME)))
        .filter_map(|value| match value {
            Value::Text(name) => Some(name.clone()),
            _ => None,
        })
        .filter(|name| !same_name(name, holder))
        .collect();
    if !plates.is_empty() {
        candidate.fixed.push(Defect::Holder { named: holder.clone(), needed: plates });
    }
}

fn overlaps(a: &str, b: &str) -> bool {
    let (a, b) = (crate::normal::normalised(a), crate::normal::normalised(b));
    !a.is_empty() && !b.is_empty() && (a.contains(&b) || b.contains(&a))
}

fn covers_place(named: &str, wanted: &[&str]) -> bool {
    let named = named.trim();
    ["worldwide", "world", "all"].iter().any(|all| named.eq_ignore_ascii_case(all))
        || wanted.iter().any(|place| place.eq_ignore_ascii_case(named))
}

/// The dates at which a requirement is judged, for one consignment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dates {
    pub(crate) today: NaiveDate,
    /// Planned and latest date by which it is needed, and at which milestone.
    pub(crate) need: Option<(NaiveDate, NaiveDate, usize)>,
    /// Day through which it must stay valid, and whose.
    pub(crate) through: Option<(NaiveDate, usize)>,
    /// That milestone is closed: what was needed until then is needed no more.
    pub(crate) over: bool,
    /// Day whose law counts, and whose.
    pub(crate) regime: Option<(NaiveDate, usize)>,
    /// Day on which the requirement itself must exist.
    pub(crate) effective: Option<NaiveDate>,
}

impl Dates {
    pub(crate) fn of(
        requirement: &Requirement,
        unit: &Unit,
        consignment: Option<u8>,
        own: Option<usize>,
        anchors: &Anchors,
        schedule: &Schedule,
        today: NaiveDate,
    ) -> Self {
        let per = match requirement.per {
            JudgedPer::Shipment => None,
            JudgedPer::Consignment => consignment,
        };
        let need = own
            .map(|index| crate::anchors::Anchor { index, at_start: true })
            .or_else(|| anchors.first(unit.needed_by(requirement), per, schedule));
        let before = -i32::from(unit.days_before(requirement));
        let through_step =
            requirement.holds_through.as_ref().unwrap_or(unit.needed_by(requirement));
        let through = match (own, &requirement.holds_through) {
            (Some(index), None) => Some(crate::anchors::Anchor { index, at_start: false }),
            // A step that this schedule does not have must not let validity go unjudged.
            _ => anchors
                .last(through_step, per, schedule)
                .or_else(|| anchors.last(unit.needed_by(requirement), per, schedule)),
        };
        let judged = |step: &crate::Step| anchors.first(step, per, schedule);
        let due = requirement.due.as_ref().zip(need).and_then(|(due, anchor)| {
            Some((due.after(schedule.shown_finish(anchor.index))?, anchor.index))
        });
        Self {
            today,
            need: need.map(|anchor| {
                let index = anchor.index;
                if let Some((due, _)) = due {
                    return (due, due, index);
                }
                let moved = |day| crate::assess::shift(day, before);
                let (plan, latest) = if unit.at_end(requirement) {
                    (schedule.shown_finish(index), schedule.latest_finish(index))
                } else {
                    (schedule.planned_start(index), schedule.latest_start(index))
                };
                (moved(plan), moved(latest), index)
            }),
            through: due.or_else(|| through.map(|anchor| (anchor.day(schedule), anchor.index))),
            // What is due after a milestone is needed although that is behind us.
            over: due.is_none() && through.is_some_and(|anchor| anchors.closed(anchor.index)),
            regime: requirement.evidence.regime.as_ref().and_then(|rule| {
                judged(&rule.judged_at).map(|anchor| (anchor.day(schedule), anchor.index))
            }),
            effective: requirement
                .effective
                .as_ref()
                .and_then(|effective| judged(&effective.judged_at))
                .map(|anchor| anchor.day(schedule)),
        }
    }
}

/// Which date-dependent defects a document has. A bit each, so that a sweep over many days
/// compares without allocating.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dated {
    pub(crate) expired: bool,
    pub(crate) not_yet: bool,
    pub(crate) lapses: bool,
    pub(crate) stale: bool,
    pub(crate) regime: bool,
    pub(crate) late: bool,
}

impl Dated {
    pub(crate) fn count(self) -> usize {
        [self.expired, self.not_yet, self.lapses, self.stale, self.regime, self.late]
            .into_iter()
            .filter(|set| *set)
            .count()
    }
}

/// Judges what depends on dates. What was needed for a milestone that is closed is judged on its
/// day: a certificate that has run out since did its work. A milestone that is only overdue still
/// needs it today.
pub(crate) fn dated(
    requirement: &Requirement,
    candidate: &Candidate,
    evidence: &Evidence,
    dates: &Dates,
) -> Dated {
    let today = dates.today;
    let until = evidence.valid_until().filter(|_| !candidate.tested);
    let through = dates.through.map(|(through, _)| through);
    let done = through.filter(|through| dates.over && *through < today);
    let on = done.unwrap_or(today);
    let expired = until.is_some_and(|until| on > until);
    let lapses = !expired
        && match (until, dates.through) {
            (Some(until), Some((through, _))) => until < through,
            _ => false,
        };
    let stale = requirement.evidence.max_age_days.is_some_and(|limit| {
        evidence.issued.is_none_or(|issued| (on - issued).num_days() > i64::from(limit))
    });
    let regime = requirement.evidence.regime.as_ref().is_some_and(|rule| {
        // Without a date no law can be told: the document is then judged against every law.
        let in_force = |law: &&Regime| dates.regime.is_none_or(|(on, _)| law.in_force(on));
        let cites = |law: &Regime| evidence.scope.regimes.iter().any(|cited| cites(cited, law));
        match dates.regime {
            Some(_) => !rule.laws.iter().filter(in_force).any(cites),
            None => !rule.laws.iter().all(cites),
        }
    });
    let filing = requirement.evidence.filing;
    let not_yet = !filing && evidence.issued.is_some_and(|issued| issued > today);
    let late = filing
        && match (evidence.issued, dates.need) {
            (Some(issued), Some((plan, _, _))) => issued > plan,
            _ => false,
        };
    Dated { expired, not_yet, lapses, stale, regime, late }
}

/// Whether a citation names a law: `Directive 2006/42/EC` cites `2006/42/EC`.
pub(crate) fn cites(cited: &str, law: &Regime) -> bool {
    let words = |text: &str| {
        let upper = text.to_uppercase();
        upper
            .split(|c: char| !(c.is_ascii_alphanumeric() || c == '/'))
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (cited, law) = (words(cited), words(&law.cite));
    !law.is_empty() && cited.windows(law.len()).any(|window| window == law.as_slice())
}

/// Spells out the date-dependent defects.
pub(crate) fn spell(
    requirement: &Requirement,
    evidence: &Evidence,
    dates: &Dates,
    dated: Dated,
    shipment: &Shipment,
) -> Vec<Defect> {
    let mut defects = Vec::new();
    let id_of = |index: usize| {
        shipment.network.milestones.get(index).map(|m| m.id.clone()).unwrap_or_default()
    };
    if let (true, Some(on)) = (dated.expired, evidence.valid_until()) {
        defects.push(Defect::Expired { on });
    }
    if let (true, Some(on)) = (dated.not_yet, evidence.issued) {
        defects.push(Defect::NotYetIssued { on });
    }
    if let (true, Some(on), Some((needed, _, _))) = (dated.late, evidence.issued, dates.need) {
        defects.push(Defect::LateFiling { on, needed });
    }
    if dated.stale {
        defects.push(match (evidence.issued, requirement.evidence.max_age_days) {
            (Some(issued), Some(limit)) => Defect::Stale {
                age: i32::try_from((dates.today - issued).num_days()).unwrap_or(i32::MAX),
                limit,
            },
            _ => Defect::Undated,
        });
    }
    if let (true, Some(rule)) = (dated.regime, &requirement.evidence.regime) {
        let (on, milestone) = dates
            .regime
            .map_or((dates.today, Default::default()), |(on, index)| (on, id_of(index)));
        defects.push(Defect::Regime {
            cites: evidence.scope.regimes.clone(),
            in_force: rule
                .laws
                .iter()
                .filter(|law| dates.regime.is_none() || law.in_force(on))
                .map(|law| law.cite.clone())
                .collect(),
            on,
            milestone,
        });
    }
    if let (true, Some(on), Some((needed_through, index))) =
        (dated.lapses, evidence.valid_until(), dates.through)
    {
        defects.push(Defect::Lapses { on, needed_through, milestone: id_of(index) });
    }
    defects
}
