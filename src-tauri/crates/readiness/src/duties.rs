//! What the Incoterm does to the milestones: who answers for each, and which fall away.
//!
//! Time passes whoever is obliged, so a milestone stays in the network when the buyer clears or
//! carries; the buyer is then put before whoever does the work. Only the seller's insurance
//! vanishes where the seller neither must insure nor bears the risk on the way: nobody waits for
//! its certificate then. What is done already stays, whatever is agreed later.

use crate::{
    DualUse, DualUseClass, Incoterm, Link, MAX_DAYS, Milestone, MilestoneId, Network, Obliged,
    PartyRole, Product, Step,
};

impl Incoterm {
    /// Who answers for a kind of milestone under the rule; none where the rule does not say, as of
    /// production, installation, acceptance and training.
    #[must_use]
    pub fn answers_for(self, step: &Step) -> Option<Obliged> {
        let terms = self.terms();
        let d_rule = matches!(self, Self::Dap | Self::Dpu | Self::Ddp);
        Some(match step.as_str() {
            // Under EXW the buyer collects.
            "inland" if self == Self::Exw => Obliged::Buyer,
            "inland" => Obliged::Seller,
            "export-clearance" => terms.export_clearance,
            "booking" | "main-leg" => terms.main_carriage,
            // Not obliged to insure, but it is the seller's loss.
            "insurance" if d_rule => Obliged::Seller,
            "insurance" => terms.insurance,
            "import-clearance" => terms.import_clearance,
            // Carriage is paid to the place named, not only to the port.
            "delivery" if d_rule || matches!(self, Self::Cpt | Self::Cip) => Obliged::Seller,
            "delivery" => Obliged::Buyer,
            _ => return None,
        })
    }
}

impl Network {
    /// Gives the milestones the roles that the Incoterm settles, and takes out what falls away.
    /// Without a rule everything stays as planned.
    pub fn follow(&mut self, incoterm: Option<Incoterm>) {
        let Some(rule) = incoterm else { return };
        for milestone in &mut self.milestones {
            if rule.answers_for(&milestone.step) == Some(Obliged::Buyer)
                && !milestone.roles.contains(&PartyRole::Buyer)
            {
                milestone.roles.insert(0, PartyRole::Buyer);
            }
        }
        let falls_away = |milestone: &Milestone| {
            rule.answers_for(&milestone.step) == Some(Obliged::Nobody)
                && !crate::delivery::done(milestone)
        };
        while let Some(index) = self.milestones.iter().position(falls_away) {
            self.take_out(index);
        }
    }

    /// Takes out the steps towards an export licence where no machine is likely listed. What the
    /// user has begun, or set a day for, stays.
    pub fn settle_listing(&mut self, products: &[Product]) {
        let of_product = |product: &Product| crate::derived::dual_use(&product.frame);
        let listed = |class: DualUse| class.nsg == DualUseClass::LikelyListed;
        if products.iter().filter_map(of_product).any(listed) {
            return;
        }
        let untouched = |milestone: &Milestone| {
            !crate::delivery::done(milestone)
                && milestone.actual_start.is_none()
                && milestone.pinned_start.is_none()
                && milestone.pinned_finish.is_none()
                && milestone.deadline.is_none()
        };
        let gone: Vec<MilestoneId> = self
            .milestones
            .iter()
            .filter(|milestone| self.listed_only.contains(&milestone.id) && untouched(milestone))
            .map(|milestone| milestone.id.clone())
            .collect();
        for id in gone {
            let Some(index) = self.milestones.iter().position(|own| own.id == id) else { continue };
            // Nobody waits for a licence that is not needed; only what waited for nothing else
            // keeps its place in the order.
            for milestone in &mut self.milestones {
                if milestone.after.iter().any(|link| link.from != id) {
                    milestone.after.retain(|link| link.from != id);
                }
            }
            self.take_out(index);
        }
    }

    /// What a milestone waits for under the rule, were it laid down with these links.
    #[must_use]
    pub fn links_under(
        &self,
        incoterm: Option<Incoterm>,
        id: &MilestoneId,
        laid: &[Link],
    ) -> Vec<Link> {
        let mut network = self.clone();
        for milestone in network.milestones.iter_mut().filter(|one| one.id == *id) {
            milestone.after = laid.to_vec();
        }
        network.follow(incoterm);
        let found = network.milestones.into_iter().find(|one| one.id == *id);
        found.map_or_else(|| laid.to_vec(), |milestone| milestone.after)
    }

    /// The links to lay down so that under the rule a milestone waits for `wanted`. A link that
    /// the rule leads around what falls away is kept as it was laid, so that another rule finds
    /// it again; only what differs from what the rule shows is the user's.
    #[must_use]
    pub fn links_for(
        &self,
        incoterm: Option<Incoterm>,
        id: &MilestoneId,
        wanted: &[Link],
    ) -> Vec<Link> {
        let Some(own) = self.milestones.iter().find(|one| one.id == *id) else {
            return wanted.to_vec();
        };
        let shown = self.links_under(incoterm, id, &own.after);
        let still = |led: &Link| shown.iter().any(|one| one.leads_as(led) && wanted.contains(one));
        let mut laid = Vec::new();
        let mut told = Vec::new();
        for link in &own.after {
            let led = self.links_under(incoterm, id, std::slice::from_ref(link));
            if led.iter().all(still) {
                laid.push(link.clone());
                told.extend(led);
            }
        }
        let new =
            |link: &&Link| !(shown.contains(link) && told.iter().any(|known| known.leads_as(link)));
        laid.extend(wanted.iter().filter(new).cloned());
        let led = self.links_under(incoterm, id, &laid);
        let same = led.len() == wanted.len() && wanted.iter().all(|link| led.contains(link));
        if same { laid } else { wanted.to_vec() }
    }

    /// Takes a milestone out: what waited for it waits for what it waited for.
    fn take_out(&mut self, index: usize) {
        let gone = self.milestones.remove(index);
        for milestone in &mut self.milestones {
            let (through, mut kept): (Vec<Link>, Vec<Link>) = std::mem::take(&mut milestone.after)
                .into_iter()
                .partition(|link| link.from == gone.id);
            for link in through {
                for before in &gone.after {
                    let lag = link.lag.saturating_add(before.lag).min(MAX_DAYS);
                    let working = link.working || before.working;
                    add(&mut kept, Link { lag, working, ..before.clone() });
                }
            }
            milestone.after = kept;
        }
    }
}

impl Link {
    /// Whether both lead from the same end of the same milestone, whatever they wait.
    fn leads_as(&self, other: &Self) -> bool {
        (&self.from, self.kind, self.working) == (&other.from, other.kind, other.working)
    }
}

/// Adds a link; of two to the same end of the same milestone the longer one counts.
fn add(links: &mut Vec<Link>, link: Link) {
    match links.iter_mut().find(|other| other.leads_as(&link)) {
        Some(other) => other.lag = other.lag.max(link.lag),
        None => links.push(link),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{Duration, Text};

    pub(crate) fn step(id: &str, days: u16, after: &[&str], roles: &[PartyRole]) -> Milestone {
        Milestone {
            id: id.into(),
            step: Step::from(id),
            stands_for: Vec::new(),
            title: Text::same(id),
            roles: roles.to_vec(),
            closes_with: Text::default(),
            gate: false,
            consignment: None,
            duration: Duration { shortest: days, base: days, longest: days },
            calendar: None,
            after: after.iter().map(|link| link.parse().unwrap()).collect(),
            in_origin: false,
            closed: false,
            actual_start: None,
            actual_finish: None,
            pinned_start: None,
            pinned_finish: None,
            deadline: None,
        }
    }

    fn network() -> Network {
        Network {
            start: "2026-10-12".parse().unwrap(),
            milestones: vec![
                step("booking", 21, &[], &[PartyRole::Forwarder, PartyRole::Carrier]),
                step("insurance", 3, &["booking+2"], &[PartyRole::Insurer]),
                step("on-board", 5, &["booking", "insurance+1"], &[PartyRole::Carrier]),
                step("sat", 7, &["on-board"], &[PartyRole::Installer]),
            ],
            ..Network::default()
        }
    }

    fn ids(network: &Network) -> Vec<&str> {
        network.milestones.iter().map(|milestone| milestone.id.as_str()).collect()
    }

    #[test]
    fn the_seller_s_insurance_falls_away_and_the_rest_closes_up() {
        let mut network = network();
        network.follow(Some(Incoterm::Fob));
        assert_eq!(ids(&network), ["booking", "on-board", "sat"]);
        let links: Vec<String> =
            network.milestones[1].after.iter().map(ToString::to_string).collect();
        assert_eq!(links, ["booking+3"], "the waiting days stay, the three days of work do not");
    }

    #[test]
    fn what_the_user_adds_under_one_rule_leaves_the_rest_to_the_next_rule() {
        let id = MilestoneId::from("on-board");
        let links = |text: &str| -> Vec<Link> {
            text.split(' ').map(|link| link.parse().unwrap()).collect()
        };
        let texts = |links: &[Link]| links.iter().map(ToString::to_string).collect::<Vec<_>>();
        let network = network();
        let fob = Some(Incoterm::Fob);
        for (wanted, laid) in [
            // As shown under FOB: nothing is the user's.
            ("booking+3", "booking insurance+1"),
            ("booking+3 vgm", "booking insurance+1 vgm"),
            // What was led around is changed or taken out by hand: then it is the user's.
            ("booking+5", "booking+5"),
            ("vgm", "vgm"),
        ] {
            let found = network.links_for(fob, &id, &links(wanted));
            assert_eq!(texts(&found), texts(&links(laid)), "{wanted}");
            let shown = network.links_under(fob, &id, &found);
            assert_eq!(texts(&shown), texts(&links(wanted)), "what was asked for holds");
        }
        let cif = network.links_for(Some(Incoterm::Cif), &id, &links("booking insurance+4"));
        assert_eq!(texts(&cif), ["booking", "insurance+4"]);
    }

    #[test]
    fn insurance_stays_where_the_seller_insures_or_bears_the_risk() {
        for rule in Incoterm::ALL {
            let mut network = network();
            network.follow(Some(rule));
            let stays = matches!(
                rule,
                Incoterm::Cif | Incoterm::Cip | Incoterm::Dap | Incoterm::Dpu | Incoterm::Ddp
            );
            assert_eq!(ids(&network).contains(&"insurance"), stays, "{}", rule.as_str());
        }
    }

    #[test]
    fn insurance_taken_out_already_stays_in_the_plan() {
        let mut network = network();
        network.milestones[1].closed = true;
        network.follow(Some(Incoterm::Fob));
        assert!(ids(&network).contains(&"insurance"));
    }

    #[test]
    fn the_buyer_answers_for_the_carriage_it_contracts() {
        for (rule, buyer) in [(Incoterm::Fob, true), (Incoterm::Cif, false)] {
            let mut network = network();
            network.follow(Some(rule));
            let roles = &network.milestones[0].roles;
            assert_eq!(roles.first() == Some(&PartyRole::Buyer), buyer, "{}", rule.as_str());
            assert!(roles.contains(&PartyRole::Forwarder), "who does the work stays");
        }
    }

    #[test]
    fn acceptance_and_training_are_outside_every_rule() {
        for rule in Incoterm::ALL {
            for step in ["fat", "install", "sat", "training", "commissioning"] {
                assert_eq!(rule.answers_for(&Step::from(step)), None, "{step}");
            }
        }
    }
}
