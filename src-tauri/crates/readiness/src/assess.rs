//! The verdict on one unit at given dates, without words: cheap enough to sweep a year of dates.

use crate::appraise::{Dated, Dates, dated};
use crate::rulebook::Rule;
use crate::units::Unit;
use crate::{
    Decision, DecisionKind, Evidence, LeadTime, Shipment, State, Timing, Truth, VerificationState,
};
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
    /// Its date-dependent defects.
    pub(crate) dated: Dated,
    /// It does not name everything that is still lacking.
    pub(crate) unnamed: bool,
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

/// The decision in force on a subject.
pub(crate) fn decision<'a>(
    decisions: &'a [Decision],
    subject: &str,
    today: NaiveDate,
) -> Option<&'a Decision> {
    decisions
        .iter()
        .filter(|decision| decision.subject == subject)
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
        dated: Dated::default(),
        unnamed: false,
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
    let judged: Vec<Dated> = unit
        .candidates
        .iter()
        .map(|candidate| {
            dated(requirement, candidate, &shipment.evidence[candidate.evidence], dates)
        })
        .collect();
    let clean = |index: usize| {
        unit.candidates[index].fixed.is_empty()
            && unit.candidates[index].open.is_empty()
            && judged[index].count() == 0
    };
    let covered = |item: usize| {
        (0..unit.candidates.len()).any(|index| clean(index) && unit.names[index][item])
    };
    let lacking: Vec<usize> = (0..unit.items.len()).filter(|item| !covered(*item)).collect();
    let any_clean = (0..unit.candidates.len()).any(clean);
    let comparable = !unit.items_unknown && !unit.figures_unknown;
    if any_clean && lacking.is_empty() && comparable {
        assessment.margin = margin(rule, unit, shipment, dates);
        assessment.timing = timed(assessment.lead).filter(|_| unit.must != Truth::Yes);
        let done = |index: usize| {
            let issued = shipment.evidence[unit.candidates[index].evidence].issued;
            clean(index) && issued.is_none_or(|issued| issued <= dates.today)
        };
        let planned = requirement.evidence.filing && !(0..unit.candidates.len()).any(done);
        assessment.state = match unit.must {
            // A wrong answer leaves it open even where it is not known yet whether it applies.
            Truth::Unknown | Truth::No => State::Unknown,
            // What is only planned is in time, but not there.
            _ if planned => State::Task,
            _ => met,
        };
        return assessment;
    }
    let unnamed = |index: usize| lacking.iter().any(|item| !unit.names[index][*item]);
    let best = (0..unit.candidates.len()).min_by(|a, b| {
        let key = |index: usize| {
            let candidate = &unit.candidates[index];
            candidate.fixed.len() + judged[index].count() + usize::from(unnamed(index))
        };
        let record =
            |index: usize| -> &Evidence { &shipment.evidence[unit.candidates[index].evidence] };
        key(*a)
            .cmp(&key(*b))
            .then_with(|| record(*b).issued.cmp(&record(*a).issued))
            .then_with(|| record(*a).id.cmp(&record(*b).id))
            .then_with(|| record(*a).number.cmp(&record(*b).number))
    });
    if let Some(index) = best {
        assessment.best = best;
        assessment.dated = judged[index];
        assessment.unnamed = unnamed(index);
        let renews = judged[index].expired || judged[index].lapses || judged[index].stale;
        if let (true, Some(renewal)) = (renews, requirement.renewal) {
            assessment.lead = Lead::from(renewal).plus(chain);
        }
        let defects = unit.candidates[index].fixed.len()
            + judged[index].count()
            + usize::from(assessment.unnamed);
        assessment.order_open = defects == 0;
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
