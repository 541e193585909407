//! What another version of a pack would change in the findings of shipments.

use crate::failure::Failure;
use crate::judged::Judged;
use crate::office::App;
use crate::shelf::{Held, replaced};
use crate::stored::Frame;
use crate::views::ShipmentEffect;
use packs::Library;
use readiness::{Evaluation, difference};
use std::collections::HashMap;
use std::sync::Arc;
use store::ShipmentRow;

impl App {
    /// The shipments whose findings would differ if they took this version of a pack, or did
    /// without it.
    pub(crate) fn effects(
        &self,
        id: &str,
        pack: Option<&Held>,
    ) -> Result<Vec<ShipmentEffect>, Failure> {
        let mut libraries: HashMap<Vec<String>, Arc<Library>> = HashMap::new();
        let mut effects = Vec::new();
        for row in self.workspace.read().shipments::<Frame>()? {
            if row.archived {
                continue;
            }
            let texts = replaced(self.pinned(&row.data), id, pack);
            let key: Vec<String> = texts.iter().map(|(_, text)| packs::sha256(text)).collect();
            let library = match libraries.get(&key) {
                Some(library) => Arc::clone(library),
                None => {
                    // Versions that no longer go together are told when the upgrade is previewed.
                    let Ok(library) = self.shelf.library_of(&texts) else { continue };
                    let library = Arc::new(library);
                    libraries.insert(key, Arc::clone(&library));
                    library
                }
            };
            let effect = self.effect(row, library)?;
            if !(effect.added.is_empty() && effect.removed.is_empty() && effect.changed.is_empty())
            {
                effects.push(effect);
            }
        }
        Ok(effects)
    }

    /// Names and texts of the versions that a shipment is pinned to.
    pub(crate) fn pinned(&self, frame: &Frame) -> Vec<(String, String)> {
        let read = self.workspace.read();
        let kept = |sha256: &str| read.pack_text(sha256).ok().flatten().map(|row| row.text);
        self.shelf.pinned(&frame.packs, kept)
    }

    /// What would change in a shipment's findings by another library.
    pub(crate) fn effect(
        &self,
        row: ShipmentRow<Frame>,
        library: Arc<Library>,
    ) -> Result<ShipmentEffect, Failure> {
        let on = self.today();
        let judged = |row, library: Arc<Library>| -> Result<Judged, Failure> {
            let loaded = self.load_by(row, library)?;
            let rulebook = Arc::clone(&loaded.library.rulebook);
            let evaluation = Evaluation::new(rulebook, loaded.shipment.clone(), on)?;
            Ok(Judged { loaded, on, evaluation })
        };
        let old = judged(row.clone(), self.library_before(&row.data))?;
        let new = judged(row, library)?;
        let (before, after) = (old.judgement(), new.judgement());
        let differs = difference(&before, &after);
        Ok(ShipmentEffect {
            shipment: old.loaded.id.clone(),
            title: old.loaded.title.clone(),
            added: differs.added.iter().map(|f| self.finding_of(&new, f, &after)).collect(),
            removed: differs.removed.iter().map(|f| self.finding_of(&old, f, &before)).collect(),
            changed: differs
                .changed
                .iter()
                .map(|(was, now)| {
                    (self.finding_of(&old, was, &before), self.finding_of(&new, now, &after))
                })
                .collect(),
            before: before.counts,
            after: after.counts,
        })
    }
}
