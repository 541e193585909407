//! Workspaces filled by importing generated shipment files.

use super::office::open;
use crate::Outcome;
use crate::random::Seeded;
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Creates a workspace; the ids of its shipments.
pub(crate) fn fill(at: &Path, shipments: usize, documents: usize) -> Outcome<Vec<String>> {
    fs::create_dir_all(at)?;
    let mut app = open(at)?;
    let mut types: Vec<String> = app
        .library()
        .rulebook
        .requirements()
        .flat_map(|rule| rule.accepts())
        .map(|kind| kind.0)
        .collect();
    types.sort();
    types.dedup();
    let mut seed = Seeded::new(0x0b9);
    let path = at.with_extension("json");
    let mut ids = Vec::with_capacity(shipments);
    for number in 0..shipments {
        fs::write(&path, serde_json::to_vec(&shipment(number, documents, &types, &mut seed)?)?)?;
        ids.push(app.import_shipment(&path).map_err(super::office::worded)?.shipment);
    }
    Ok(ids)
}

fn shipment(
    number: usize,
    documents: usize,
    types: &[String],
    seed: &mut Seeded,
) -> Outcome<Value> {
    let today: NaiveDate = "2026-11-24".parse()?;
    let evidence: Vec<Value> = (0..documents)
        .map(|document| {
            let before = Days::new(seed.between(10, 900).unsigned_abs());
            let after = Days::new(seed.between(1, 900).unsigned_abs());
            json!({
                "type": seed.pick(types),
                "number": format!("QD-{number:04}-{document:02}"),
                "issued": today.checked_sub_days(before),
                "expires": today.checked_add_days(after),
                "holder": "Jiaozhou Bay Gantry Works Co., Ltd.",
                "languages": ["en", "de"],
                "scope": { "models": ["GMC-4030"] },
            })
        })
        .collect();
    let maker = json!({
        "name": "Jiaozhou Bay Gantry Works Co., Ltd.",
        "name_zh": "胶州湾龙门机床有限公司",
        "country": "CN",
    });
    Ok(json!({
        "format": "shipshape-shipment/1",
        "order": {
            "reference": format!("SH-2026-{number:04}"),
            "title": format!("GMC-4030 no. {number}, Hamburg"),
            "parties": {
                "maker": maker,
                "exporter": maker,
                "buyer": { "name": "Elbufer Präzisionsteile GmbH", "country": "DE", "address": "Hamburg" },
            },
            "market": "eu",
            "country": "DE",
            "incoterm": "CIF",
            "incoterm_place": "Hamburg",
            "payment": ["letter-of-credit"],
            "contract_amount": "412000 EUR",
        },
        "products": [{
            "model": "GMC-4030",
            "category": "gantry",
            "quantity": 1,
            "hs_code": "8457.10",
        }],
        "answers": {
            "export-through": "own-name",
            "transport-mode": ["sea"],
            "load-units": ["container"],
        },
        "schedule": { "template": "ga", "start": "2026-11-02" },
        "evidence": evidence,
    }))
}
