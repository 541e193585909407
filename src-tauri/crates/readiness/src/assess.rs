//! The verdict on one unit at given dates, without words: cheap enough to sweep a year of dates.

use crate::appraise::{Candidate, Dated, Dates, dated};
use crate::rulebook::Rule;
use crate::units::Unit;
use crate::{Decision, DecisionKind, LeadTime, Shipment, State, Timing, Truth, VerificationState};
use chrono::{Days, NaiveDate};

/// How many days a gap takes to close, prerequisites included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lead {
    pub(crate) shortest: i32,
    pub(crate) longest: i32,
}

impl Lead {
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            shortest: self.shortest.saturating_add(other.shortest),
            longest: self.longest.saturating_add(other.longest),
        }
    }

    pub(crate) fn max(self, other: Self) -> Self {
        Self {
            shortest: self.shortest.max(other.shortest),
            longest: self.longest.max(other.longest),
        }
    }
}

impl From<LeadTime> for Lead {
    fn from(lead: LeadTime) -> Self {
        Self { shortest: lead.shortest.into(), longest: lead.longest.into() }
    }
}

/// A verdict without words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Assessment {
    pub(crate) state: State,
    /// Whether it applies, effective dates included.
    pub(crate) truth: Truth,
    /// The candidate that comes nearest, where none satisfies.
    pub(crate) best: Option<usize>,
    /// The consignments differ in the law, and a product's is not known.
    pub(crate) consignment_open: bool,
    /// Only order data is lacking to judge the best candidate.
    pub(crate) order_open: bool,
    pub(crate) lead: Lead,
    pub(crate) timing: Option<Timing>,
    /// Planned date less than a week before another law.
    pub(crate) margin: bool,
    /// The answers contradict what they must say.
    pub(crate) contradicted: bool,
    /// An open point of the requirement bears on the date it is needed.
    pub(crate) doubtful: bool,
}

pub(crate) fn shift(date: NaiveDate, days: i32) -> NaiveDate {
    let amount = Days::new(days.unsigned_abs().into());
    let shifted =
        if days >= 0 { date.checked_add_days(amount) } else { date.checked_sub_days(amount) };
    shifted.unwrap_or(date)
}

/// Open when even the longest lead time fits before the planned date; at risk when the shortest
/// fits before the latest date; late otherwise.
pub(crate) fn timing(
    today: NaiveDate,
    lead: Lead,
    need_plan: NaiveDate,
    need_latest: NaiveDate,
) -> Timing {
    if shift(today, lead.longest) <= need_plan {
        Timing::Open
    } else if shift(today, lead.shortest) <= need_latest {
        Timing::AtRisk
    } else {
        Timing::Late
    }
}

/// The decision in force on a subject; one taken later than the day judged is none yet.
pub(crate) fn decision<'a>(
    decisions: &'a [Decision],
    subject: &str,
    today: NaiveDate,
) -> Option<&'a Decision> {
    decisions
        .iter()
        .filter(|decision| decision.subject == subject && decision.on <= today)
        .filter(|decision| decision.until.is_none_or(|until| today <= until))
        .max_by_key(|decision| (decision.on, &decision.by, &decision.reason))
}

/// Assesses one unit. `chain` is what unmet prerequisites add to the lead time; `listed` says that
/// the requirement was asked for by name, so that it is a finding even while there is time.
pub(crate) fn assess(
    rule: &Rule,
    unit: &Unit,
    shipment: &Shipment,
    dates: &Dates,
    chain: Lead,
    listed: bool,
) -> Assessment {
    let requirement = &rule.requirement;
    let in_force = match &requirement.effective {
        None => Truth::Yes,
        Some(effective) => dates.effective.map_or(Truth::Unknown, |on| {
            (effective.from.is_none_or(|from| from <= on)
                && effective.until.is_none_or(|until| on <= until))
            .into()
        }),
    };
    let truth = unit.truth.and(in_force);
    let mut assessment = Assessment {
        state: State::NotApplicable,
        truth,
        best: None,
        consignment_open: false,
        order_open: false,
        lead: Lead::from(unit.lead(requirement)).plus(chain),
        timing: None,
        margin: false,
        contradicted: false,
        doubtful: false,
    };
    if truth == Truth::No {
        return assessment;
    }
    if let Some(decision) = decision(&shipment.decisions, requirement.id.as_str(), dates.today) {
        assessment.state = match decision.kind {
            DecisionKind::Waived => State::Waived,
            DecisionKind::NotApplicable => State::DecidedNotApplicable,
        };
        return assessment;
    }
    assessment.doubtful = match (requirement.verification.open_from, dates.through) {
        (Some(from), Some((through, _))) => through >= from,
        (from, None) => from.is_some(),
        (None, Some(_)) => false,
    };
    let timed = |lead| dates.need.map(|(plan, latest, _)| timing(dates.today, lead, plan, latest));
    if truth == Truth::Yes && unit.must == Truth::No {
        assessment.contradicted = true;
        assessment.timing = timed(assessment.lead);
        assessment.state = State::Gap;
        return assessment;
    }
    let verify = requirement.verification.state == VerificationState::Verify || assessment.doubtful;
    let met = if verify { State::Unverified } else { State::Ready };
    if requirement.evidence.none {
        assessment.timing = timed(assessment.lead);
        let settled = truth.and(unit.must) == Truth::Yes;
        assessment.state = if settled { met } else { State::Unknown };
        return assessment;
    }
    let judged = all_dated(rule, unit, shipment, dates);
    let clean = |index: usize| is_clean(unit, &judged, index);
    let mut lacking = lacking(unit, &judged);
    // What only a product needs of which it is not known whether it is concerned is asked about.
    let feared = |item: &usize| truth == Truth::Yes && unit.feared[*item];
    let doubtful_items = lacking.iter().any(feared);
    lacking.retain(|item| !feared(item));
    let any_clean = (0..unit.candidates.len()).any(clean);
    let comparable = !unit.items_unknown && !unit.figures_unknown;
    if any_clean && lacking.is_empty() && comparable {
        assessment.margin = margin(rule, unit, shipment, dates);
        let asked = unit.must != Truth::Yes || doubtful_items;
        assessment.timing = timed(assessment.lead).filter(|_| asked);
        let done = |index: usize| {
            let issued = shipment.evidence[unit.candidates[index].evidence].issued;
            clean(index) && issued.is_none_or(|issued| issued <= dates.today)
        };
        let planned = requirement.evidence.filing && !(0..unit.candidates.len()).any(done);
        assessment.state = match unit.must {
            // A wrong answer leaves it open even where it is not known yet whether it applies.
            Truth::Unknown | Truth::No => State::Unknown,
            _ if doubtful_items => State::Unknown,
            // What is only planned is in time, but not there.
            _ if planned => State::Task,
            _ => met,
        };
        return assessment;
    }
    let nearest = nearest_of(unit, shipment, &judged, &lacking);
    let defects = |near: &Nearest| {
        let candidate = near.candidate;
        unit.candidates[candidate].fixed.len()
            + judged[candidate].count()
            + usize::from(near.unnamed)
    };
    let worst = nearest.iter().find(|near| defects(near) > 0).or_else(|| nearest.first());
    let best = worst.map(|near| near.candidate);
    if let Some(near) = worst {
        let index = near.candidate;
        assessment.best = best;
        let renews = judged[index].expired || judged[index].lapses || judged[index].stale;
        if let (true, Some(renewal)) = (renews, requirement.renewal) {
            assessment.lead = Lead::from(renewal).plus(chain);
        }
        assessment.order_open = defects(near) == 0;
    }
    assessment.timing = timed(assessment.lead);
    let undecidable = truth == Truth::Unknown || assessment.order_open || {
        unit.items_unknown && best.is_some()
    };
    assessment.state = if undecidable {
        State::Unknown
    } else if best.is_none()
        && requirement.per_shipment
        && !listed
        && assessment.timing == Some(Timing::Open)
    {
        State::Task
    } else {
        State::Gap
    };
    assessment
}

/// Every candidate's date-dependent defects.
fn all_dated(rule: &Rule, unit: &Unit, shipment: &Shipment, dates: &Dates) -> Vec<Dated> {
    let judge = |candidate: &Candidate| {
        dated(&rule.requirement, candidate, &shipment.evidence[candidate.evidence], dates)
    };
    unit.candidates.iter().map(judge).collect()
}

/// Whether a document has no defect of its own; what it names is another matter.
fn is_clean(unit: &Unit, judged: &[Dated], index: usize) -> bool {
    unit.candidates[index].fixed.is_empty()
        && unit.candidates[index].open.is_empty()
        && judged[index].count() == 0
}

/// The items that no document without defects names.
fn lacking(unit: &Unit, judged: &[Dated]) -> Vec<usize> {
    let covered = |item: usize| {
        (0..judged.len()).any(|index| is_clean(unit, judged, index) && unit.names[index][item])
    };
    (0..unit.items.len()).filter(|item| !covered(*item)).collect()
}

/// A document that comes nearest to what is still lacking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Nearest {
    pub(crate) candidate: usize,
    /// Something is lacking that no document names, and this one comes nearest to it.
    pub(crate) unnamed: bool,
}

/// The documents that come nearest to what is lacking: for each item the one that names it, with
/// the fewest defects. Only what nobody names falls to a document about something else, and there
/// one about a product concerned goes before one that has nothing to do with the shipment.
fn nearest_of(
    unit: &Unit,
    shipment: &Shipment,
    judged: &[Dated],
    lacking: &[usize],
) -> Vec<Nearest> {
    let record = |index: usize| &shipment.evidence[unit.candidates[index].evidence];
    let defects = |index: usize| unit.candidates[index].fixed.len() + judged[index].count();
    let concerned = |index: usize| unit.names[index].contains(&true);
    let nearer = |a: &usize, b: &usize| {
        defects(*a)
            .cmp(&defects(*b))
            .then_with(|| record(*b).issued.cmp(&record(*a).issued))
            .then_with(|| record(*a).id.cmp(&record(*b).id))
            .then_with(|| record(*a).number.cmp(&record(*b).number))
    };
    let all = || 0..unit.candidates.len();
    let of_any =
        || all().min_by(|a, b| concerned(*b).cmp(&concerned(*a)).then_with(|| nearer(a, b)));
    let mut found: Vec<Nearest> = Vec::new();
    for item in lacking {
        let named = all().filter(|index| unit.names[*index][*item]).min_by(&nearer);
        let Some(candidate) = named.or_else(of_any) else { break };
        let unnamed = named.is_none();
        match found.iter_mut().find(|near| near.candidate == candidate) {
            Some(near) => near.unnamed |= unnamed,
            None => found.push(Nearest { candidate, unnamed }),
        }
    }
    if lacking.is_empty() {
        found.extend(of_any().map(|candidate| Nearest { candidate, unnamed: false }));
    }
    found
}

/// The documents that come nearest, for whoever explains what is wrong with them.
pub(crate) fn nearest(
    rule: &Rule,
    unit: &Unit,
    shipment: &Shipment,
    dates: &Dates,
) -> Vec<Nearest> {
    let judged = all_dated(rule, unit, shipment, dates);
    let mut lacking = lacking(unit, &judged);
    lacking.retain(|item| unit.truth != Truth::Yes || !unit.feared[*item]);
    nearest_of(unit, shipment, &judged, &lacking)
}

/// Days before a change of law within which the plan is too close to it for comfort.
pub(crate) const MARGIN_DAYS: i64 = 7;

/// The law that starts within the margin after the date judged, where no document held cites it.
pub(crate) fn next_law<'a>(
    rule: &'a Rule,
    unit: &Unit,
    shipment: &Shipment,
    dates: &Dates,
) -> Option<(NaiveDate, NaiveDate, &'a crate::Regime)> {
    let regime = rule.requirement.evidence.regime.as_ref()?;
    let (on, _) = dates.regime?;
    let law = regime.laws.iter().find(|law| {
        law.from.is_some_and(|from| (1..=MARGIN_DAYS).contains(&(from - on).num_days()))
    })?;
    let cited = unit.candidates.iter().any(|candidate| {
        let scope = &shipment.evidence[candidate.evidence].scope;
        scope.regimes.iter().any(|cited| crate::appraise::cites(cited, law))
    });
    if cited { None } else { law.from.map(|from| (on, from, law)) }
}

fn margin(rule: &Rule, unit: &Unit, shipment: &Shipment, dates: &Dates) -> bool {
    next_law(rule, unit, shipment, dates).is_some()
}
