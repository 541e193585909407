//! A shipment file judged by itself, without a workspace: what scripts ask about an order.

use crate::export::WhatIfOutput;
use crate::failure::Failure;
use crate::judged::{Judged, Loaded};
use crate::parties::party_views;
use crate::stored::{Frame, edits_of, title};
use crate::views::{AnswerTried, PartyView, WhatIf};
use crate::what_if::{other, output};
use chrono::NaiveDate;
use packs::{Library, LoadedShipment};
use readiness::{FactId, FactLevel, ProductFrame, Text};
use std::sync::Arc;

/// A shipment file, judged.
pub struct OnFile {
    judged: Judged,
}

impl OnFile {
    /// Judges a shipment that was read from a file. Its products are known by their models.
    ///
    /// # Errors
    /// Its schedule cannot be planned.
    pub fn new(read: LoadedShipment, library: Library, on: NaiveDate) -> Result<Self, Failure> {
        let LoadedShipment { mut file, shipment, notes: _ } = read;
        let edits = edits_of(&mut file.schedule);
        let frames: Vec<ProductFrame> =
            shipment.products.iter().map(|product| product.frame.clone()).collect();
        let numbered = |index: usize| index.to_string();
        let loaded = Loaded {
            id: shipment.order.reference.clone(),
            title: title(&shipment.order, &frames),
            archived: false,
            frame: Frame {
                order: shipment.order.clone(),
                schedule: file.schedule,
                in_play: file.in_play,
                packs: Vec::new(),
                declined: Vec::new(),
                tolerances: None,
                last_own: 0,
            },
            products: frames.into_iter().map(|frame| frame.model).collect(),
            edits,
            decisions: (0..).map(numbered).zip(shipment.decisions.clone()).collect(),
            exceptions: (0..).map(numbered).zip(shipment.exceptions.clone()).collect(),
            shipment,
            library: Arc::new(library),
            aside: Vec::new(),
        };
        Ok(Self { judged: Judged::of(loaded, on)? })
    }

    /// An answer to try: of a product named by its model, of the only product, or of the shipment.
    ///
    /// # Errors
    /// No such fact is defined, or the value does not fit it.
    pub fn answer(
        &self,
        model: Option<&str>,
        fact: &str,
        value: &serde_json::Value,
    ) -> Result<AnswerTried, Failure> {
        let loaded = &self.judged.loaded;
        let id = FactId(fact.to_owned());
        let fact = loaded
            .library
            .rulebook
            .fact(&id)
            .ok_or(readiness::AnswerError::UnknownFact(id.clone()))?;
        let refused = |message| Failure::Field { field: format!("answers.{id}"), message };
        let product = match (fact.level, model, loaded.products.as_slice()) {
            (FactLevel::Product, Some(model), _) => Some(model.to_owned()),
            (FactLevel::Product, None, [only]) => Some(only.clone()),
            (FactLevel::Product, None, _) => {
                return Err(refused(Text::new(
                    "it is asked of each product; write MODEL/FACT=VALUE",
                    "该事实按产品填写；请写成 型号/事实=值",
                )));
            }
            (FactLevel::Shipment | FactLevel::Derived, model, _) => model.map(str::to_owned),
        };
        let value = packs::answer(fact, value).map_err(refused)?;
        Ok(AnswerTried { product, fact: id, value })
    }

    /// What another state would change.
    ///
    /// # Errors
    /// A value does not fit, or the schedule could not be planned.
    pub fn what_if(&self, tried: &WhatIf) -> Result<WhatIfOutput, Failure> {
        Ok(output(&self.judged, &other(tried, &self.judged)?))
    }

    /// Who takes part, and what each owes by when.
    #[must_use]
    pub fn parties(&self) -> Vec<PartyView> {
        party_views(&self.judged, &self.judged.loaded.library.rulebook)
    }
}
