//! Loading a shipment from its rows and judging it.

use crate::failure::Failure;
use crate::office::App;
use crate::stored::{Frame, change};
use crate::views::MilestoneEdit;
use chrono::NaiveDate;
use packs::Library;
use readiness::{
    Decision, DocumentType, Evaluation, Evidence, Exception, FactId, FactLevel, InPlay, Judgement,
    MilestoneId, Network, Product, ProductFrame, RequirementId, Shipment, Tolerances,
    TradeDocument, Value,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// For requirements with a milestone of their own, which it is.
pub(crate) type NeededAt = BTreeMap<RequirementId, MilestoneId>;
use store::ShipmentRow;

/// A shipment's rows as the engine takes them, with the ids that the engine does not need.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) archived: bool,
    pub(crate) frame: Frame,
    pub(crate) products: Vec<String>,
    pub(crate) edits: BTreeMap<MilestoneId, MilestoneEdit>,
    /// Edited milestones as they are without the user's edit.
    pub(crate) decisions: Vec<(String, Decision)>,
    pub(crate) exceptions: Vec<(String, Exception)>,
    pub(crate) shipment: Shipment,
    /// What it is judged by: the versions of packs that it is pinned to.
    pub(crate) library: Arc<Library>,
    /// Answers that count for nothing: the fact is no longer asked, or asked otherwise.
    pub(crate) aside: Vec<(Option<String>, FactId, Value)>,
}

/// A shipment with what was judged of it on a day.
pub(crate) struct Judged {
    pub(crate) loaded: Loaded,
    pub(crate) on: NaiveDate,
    pub(crate) evaluation: Evaluation,
}

impl Judged {
    pub(crate) fn judgement(&self) -> Judgement {
        self.evaluation.judgement()
    }
}

/// The network of a shipment: its schedule with the user's edits, as its Incoterm and the class of
/// its machines have it, and
/// the requirements that have a milestone of their own.
pub(crate) fn network_of(
    frame: &Frame,
    edits: &BTreeMap<MilestoneId, MilestoneEdit>,
    products: &[Product],
    library: &Library,
) -> Result<(Network, NeededAt), Failure> {
    let (mut network, needed_at) = packs::laid(&frame.schedule, library).map_err(|problems| {
        let (field, message) = problems.into_iter().next().unwrap_or_default();
        Failure::Field { field: format!("schedule{field}"), message }
    })?;
    for milestone in &mut network.milestones {
        if let Some(edit) = edits.get(&milestone.id) {
            packs::apply(milestone, &change(edit)?);
        }
    }
    network.follow(frame.order.incoterm);
    network.settle_listing(products);
    Ok((network, needed_at))
}

impl App {
    /// The library of the versions that a shipment is pinned to.
    pub(crate) fn library_of(&self, frame: &Frame) -> Result<Arc<Library>, Failure> {
        if frame.packs.is_empty() {
            // Written before versions were noted: no packs at all would ask for nothing.
            return Ok(Arc::clone(&self.library));
        }
        let read = self.workspace.read();
        let kept = |sha256: &str| read.pack_text(sha256).ok().flatten().map(|row| row.text);
        self.shelf.library(&frame.packs, kept).map_err(Failure::Pinned)
    }

    /// The same, to take a shipment over from: where its versions cannot be read any more, what is
    /// in force.
    pub(crate) fn library_before(&self, frame: &Frame) -> Arc<Library> {
        self.library_of(frame).unwrap_or_else(|_| Arc::clone(&self.library))
    }

    /// Reads all rows of a shipment.
    pub(crate) fn load(&self, id: &str) -> Result<Loaded, Failure> {
        let row = self.row(id)?;
        let library = self.library_of(&row.data)?;
        self.load_by(row, library)
    }

    /// Reads all rows of a shipment, to be judged by a library of choice.
    pub(crate) fn load_by(
        &self,
        row: ShipmentRow<Frame>,
        library: Arc<Library>,
    ) -> Result<Loaded, Failure> {
        let read = self.workspace.read();
        let id = row.id.as_str();
        let mut frame = row.data;
        let mut answers: BTreeMap<String, BTreeMap<FactId, Value>> = BTreeMap::new();
        let mut aside = Vec::new();
        for answer in read.answers::<Value>(id)? {
            let fact = library.rulebook.fact(&FactId(answer.fact.clone()));
            let fits = fact.is_some_and(|fact| {
                let of_product = fact.level == FactLevel::Product;
                fact.level != FactLevel::Derived
                    && of_product != answer.product_id.is_empty()
                    && fact.check(&answer.data).is_ok()
            });
            if !fits {
                let product = Some(answer.product_id).filter(|product| !product.is_empty());
                aside.push((product, FactId(answer.fact), answer.data));
                continue;
            }
            answers.entry(answer.product_id).or_default().insert(FactId(answer.fact), answer.data);
        }
        let mut products = Vec::new();
        let mut ids = Vec::new();
        for product in read.products::<ProductFrame>(id)? {
            let answers = answers.remove(&product.id).unwrap_or_default();
            products.push(Product { frame: product.data, answers });
            ids.push(product.id);
        }
        let mut edits = BTreeMap::new();
        for edit in read.milestone_edits::<MilestoneEdit>(id)? {
            edits.insert(MilestoneId(edit.milestone), edit.data);
        }
        // What no longer fits is told when it is saved; judging goes on with what there is.
        drop(packs::complete(&mut frame.order, &library));
        let (network, needed_at) = network_of(&frame, &edits, &products, &library)?;
        let exceptions: Vec<(String, Exception)> =
            read.exceptions::<Exception>(id)?.into_iter().map(|row| (row.id, row.data)).collect();
        let decisions: Vec<(String, Decision)> = read
            .decisions::<Decision>(id)?
            .into_iter()
            .map(|decision| (decision.id, decision.data))
            .collect();
        let documents = read
            .trade_documents::<TradeDocument>(id)?
            .into_iter()
            .map(|row| (DocumentType(row.kind), row.data))
            .collect();
        // What lies in the bin counts for nothing, but its place is kept.
        let bin: BTreeSet<String> = read.bin()?.into_iter().map(|row| row.evidence_id).collect();
        let shipment = Shipment {
            order: frame.order.clone(),
            products,
            answers: answers.remove("").unwrap_or_default(),
            evidence: read
                .evidence_of_shipment::<Evidence>(id)?
                .into_iter()
                .filter(|row| !bin.contains(&row.id))
                .map(|row| row.data)
                .collect(),
            documents,
            network,
            needed_at,
            decisions: decisions.iter().map(|(_, decision)| decision.clone()).collect(),
            tolerances: frame
                .tolerances
                .as_ref()
                .map_or_else(Tolerances::default, crate::documents::tolerances),
            exceptions: exceptions.iter().map(|(_, exception)| exception.clone()).collect(),
            in_play: InPlay {
                requirements: frame.in_play.requirements.clone(),
                checks: frame.in_play.checks.clone(),
            },
        };
        Ok(Loaded {
            id: row.id,
            title: row.title,
            archived: row.archived,
            frame,
            products: ids,
            edits,
            decisions,
            exceptions,
            shipment,
            library,
            aside,
        })
    }

    /// The shipment judged on a day, from memory where nothing has changed since.
    pub(crate) fn judge(&mut self, id: &str, on: Option<NaiveDate>) -> Result<&Judged, Failure> {
        let on = on.unwrap_or_else(|| self.today());
        match self.judged.get_mut(id) {
            Some(judged) if judged.on == on => {}
            Some(judged) => {
                judged.evaluation.set_today(on);
                judged.on = on;
            }
            None => {
                let loaded = self.load(id)?;
                let rulebook = Arc::clone(&loaded.library.rulebook);
                let evaluation = Evaluation::new(rulebook, loaded.shipment.clone(), on)?;
                self.judged.insert(id.to_owned(), Judged { loaded, on, evaluation });
            }
        }
        self.judged.get(id).ok_or_else(|| Failure::NoShipment { id: id.to_owned() })
    }
}
