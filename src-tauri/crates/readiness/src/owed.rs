//! What each party owes: the milestones it carries and the documents it has to bring, with their
//! days. Prices, screening and source code are no part of it: these lists leave the house, and a
//! requirement says in its pack whether it does (`internal`).

use crate::delivery::done;
use crate::{
    Calendar, Judgement, MilestoneId, Obliged, PartyRole, Requirement, RequirementId, Rulebook,
    Severity, Shipment, State, Subject, Text,
};
use chrono::NaiveDate;

/// How far a milestone is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Its planned start lies ahead.
    Ahead,
    /// It should be under way, but nobody recorded that it was begun.
    Due,
    /// It is under way.
    Running,
    /// Its planned finish is past and it is not done.
    Overdue,
}

/// A milestone that is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenMilestone {
    /// Its position in the network.
    pub index: usize,
    /// Planned start.
    pub start: NaiveDate,
    /// Planned last day.
    pub finish: NaiveDate,
    /// Latest last day that does not delay the end.
    pub latest_finish: NaiveDate,
    /// Total float in days.
    pub total_float: i32,
    /// No float.
    pub critical: bool,
    /// How far it is.
    pub progress: Progress,
}

/// A document that is still to be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenDocument {
    /// The requirement.
    pub requirement: RequirementId,
    /// Its title.
    pub title: Text,
    /// The consignment, where there are several.
    pub consignment: Option<u8>,
    /// How bad it is to be without.
    pub severity: Severity,
    /// The milestone that needs it.
    pub milestone: Option<MilestoneId>,
    /// Planned day on which it is needed.
    pub needed: Option<NaiveDate>,
    /// Start by this day for even the longest lead time to fit.
    pub start_by: Option<NaiveDate>,
    /// Who is to bring it, the first one first.
    pub roles: Vec<PartyRole>,
}

/// All milestones that are not done, by their planned start.
#[must_use]
pub fn open_milestones(shipment: &Shipment, judgement: &Judgement) -> Vec<OpenMilestone> {
    let schedule = &judgement.schedule;
    let mut open: Vec<OpenMilestone> = shipment
        .network
        .milestones
        .iter()
        .enumerate()
        .filter(|(_, milestone)| !done(milestone))
        .map(|(index, milestone)| {
            let span = schedule.spans.get(index).copied().unwrap_or_default();
            let (start, finish) = (schedule.planned_start(index), schedule.shown_finish(index));
            let begun = milestone.actual_start.is_some_and(|day| day <= judgement.today);
            OpenMilestone {
                index,
                start,
                finish,
                latest_finish: schedule.latest_finish(index),
                total_float: span.total_float(),
                critical: span.critical(),
                progress: if finish < judgement.today {
                    Progress::Overdue
                } else if begun {
                    Progress::Running
                } else if start < judgement.today {
                    Progress::Due
                } else {
                    Progress::Ahead
                },
            }
        })
        .collect();
    open.sort_by_key(|milestone| (milestone.start, milestone.finish, milestone.index));
    open
}

/// All documents that are still to be had and may be told to others, by the day to start.
#[must_use]
pub fn open_documents(
    shipment: &Shipment,
    judgement: &Judgement,
    rulebook: &Rulebook,
) -> Vec<OpenDocument> {
    let mut open = Vec::new();
    for verdict in &judgement.verdicts {
        let Subject::Requirement(id) = &verdict.subject else { continue };
        let Some(requirement) = rulebook.requirement(id) else { continue };
        let wanting = matches!(verdict.state, State::Gap | State::Task);
        if !wanting || requirement.evidence.none || requirement.internal {
            continue;
        }
        // What the checklist says of it: the first of its gaps to start. A task has none.
        let gap = judgement
            .findings
            .iter()
            .filter(|finding| {
                finding.subject == verdict.subject && finding.consignment == verdict.consignment
            })
            .min_by_key(|finding| finding.start_by.or(finding.need_plan).unwrap_or(NaiveDate::MAX));
        let (needed, start_by) = gap.map_or((verdict.need_plan, verdict.start_by), |finding| {
            (finding.need_plan, finding.start_by)
        });
        open.push(OpenDocument {
            requirement: id.clone(),
            title: requirement.title.clone(),
            consignment: verdict.consignment,
            severity: verdict.severity,
            milestone: verdict.milestone.clone(),
            needed,
            start_by,
            roles: providers(shipment, requirement),
        });
    }
    let day =
        |document: &OpenDocument| document.start_by.or(document.needed).unwrap_or(NaiveDate::MAX);
    open.sort_by(|a, b| {
        (day(a), &a.requirement, a.consignment).cmp(&(day(b), &b.requirement, b.consignment))
    });
    open
}

/// Who is to bring a document: those whom the requirement names; else the first of those in whose
/// name it must be that takes part in the order; else the exporter's side. Whoever holds up a
/// milestone for want of a document need not be the one who brings it.
fn providers(shipment: &Shipment, requirement: &Requirement) -> Vec<PartyRole> {
    let rule = &requirement.evidence;
    let takes_part = |role: &&PartyRole| shipment.order.parties.contains_key(role);
    let holder = || rule.holder.iter().find(takes_part).or(rule.holder.first());
    let named: Vec<PartyRole> = match (rule.provided_by.as_slice(), holder()) {
        ([], Some(holder)) => vec![*holder],
        ([], None) => vec![PartyRole::Exporter],
        (named, _) => named.to_vec(),
    };
    let mut roles = Vec::new();
    for role in named {
        let role = acting(shipment, role);
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    roles
}

/// Who acts in a role: whoever is named in the order, else who usually does.
fn acting(shipment: &Shipment, role: PartyRole) -> PartyRole {
    let order = &shipment.order;
    let clears = order.incoterm.map(|rule| rule.terms().import_clearance);
    let stand_ins: &[PartyRole] = match role {
        PartyRole::Maker => &[PartyRole::Exporter],
        PartyRole::Exporter => &[PartyRole::Maker],
        PartyRole::Importer if clears == Some(Obliged::Seller) => {
            &[PartyRole::Exporter, PartyRole::Maker]
        }
        PartyRole::Importer | PartyRole::Consignee | PartyRole::EndUser => &[PartyRole::Buyer],
        // Nobody else does what these do.
        PartyRole::Buyer
        | PartyRole::Integrator
        | PartyRole::NotifyParty
        | PartyRole::Forwarder
        | PartyRole::Carrier
        | PartyRole::CustomsBroker
        | PartyRole::Bank
        | PartyRole::Insurer
        | PartyRole::CertificationBody
        | PartyRole::Installer => &[],
    };
    std::iter::once(&role)
        .chain(stand_ins)
        .find(|role| order.parties.contains_key(role))
        .copied()
        .unwrap_or(role)
}

/// Whether a party is known not to work on a day: its own calendar says so, for a year it knows.
/// A weekend is one in any year.
#[must_use]
pub fn day_off(calendar: Option<&Calendar>, day: NaiveDate) -> bool {
    use chrono::{Datelike, Weekday};
    calendar.is_some_and(|calendar| {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        !calendar.is_working(day) && (calendar.knows(day) || weekend)
    })
}

#[cfg(test)]
mod tests {
    use super::acting;
    use crate::{Incoterm, Party, PartyRole, Shipment};

    fn order(incoterm: Option<Incoterm>, roles: &[PartyRole]) -> Shipment {
        let mut shipment = Shipment::default();
        shipment.order.incoterm = incoterm;
        shipment.order.parties = roles.iter().map(|role| (*role, Party::default())).collect();
        shipment
    }

    #[test]
    fn who_is_named_acts_and_else_who_usually_does() {
        use PartyRole::{Buyer, Carrier, EndUser, Exporter, Importer, Maker};
        let sold = order(Some(Incoterm::Cif), &[Exporter, Buyer]);
        assert_eq!(acting(&sold, Importer), Buyer);
        assert_eq!(acting(&sold, EndUser), Buyer);
        assert_eq!(acting(&sold, Maker), Exporter);
        assert_eq!(acting(&sold, Carrier), Carrier, "not yet named, but nobody else's");
        let named = order(Some(Incoterm::Cif), &[Exporter, Buyer, Importer, EndUser]);
        assert_eq!(acting(&named, Importer), Importer);
        assert_eq!(acting(&named, EndUser), EndUser);
    }

    #[test]
    fn under_ddp_the_seller_is_the_importer() {
        use PartyRole::{Buyer, Exporter, Importer, Maker};
        let delivered = |roles: &[PartyRole]| order(Some(Incoterm::Ddp), roles);
        assert_eq!(acting(&delivered(&[Exporter, Buyer]), Importer), Exporter);
        assert_eq!(acting(&delivered(&[Maker, Buyer]), Importer), Maker);
        assert_eq!(acting(&order(None, &[Maker, Buyer]), Importer), Buyer);
    }
}
