//! Amounts whose unit does not fit their field: a mass in mm, or without any unit.

use crate::formats::ShipmentFile;
use crate::problem::Problem;
use crate::source::Source;
use readiness::document::{Measure, Misfit};
use readiness::{Text, Unit};

/// Says of an amount what unit its field takes.
#[must_use]
pub fn misfit_text(misfit: &Misfit) -> Text {
    let (en, zh) = match misfit.measure {
        Measure::Mass => ("kg or t", "kg 或 t"),
        Measure::Length => ("mm, m or µm", "mm、m 或 µm"),
        Measure::Money => ("a currency such as EUR", "货币代码，例如 EUR"),
    };
    let value = misfit.given.value;
    match misfit.given.unit {
        Unit::One => Text::new(
            format!("{value} has no unit; write {en} behind it"),
            format!("{value} 缺少单位；请在数值后注明 {zh}"),
        ),
        unit => Text::new(
            format!("this is measured in {en}, not in {unit}"),
            format!("此处的单位应为 {zh}，不是 {unit}"),
        ),
    }
}

/// Every amount of a shipment file whose unit does not fit.
pub(crate) fn misfits(file: &ShipmentFile, source: &Source, problems: &mut Vec<Problem>) {
    let mut tell = |parent: &str, misfits: Vec<Misfit>| {
        for misfit in misfits {
            let pointer = format!("{parent}/{}", misfit.field);
            problems.push(source.problem(&pointer, misfit_text(&misfit)));
        }
    };
    for (kind, document) in &file.documents {
        tell(&format!("/documents/{kind}"), document.misfits());
    }
    let money = |field, given| Misfit::among([(field, Measure::Money, given)]);
    tell("/order", money("contract_amount", file.order.contract_amount));
    let credit = file.order.letter_of_credit.as_ref().and_then(|credit| credit.amount);
    tell("/order/letter_of_credit", money("amount", credit));
    for (index, record) in file.evidence.iter().enumerate() {
        tell(&format!("/evidence/{index}/scope"), money("amount", record.scope.amount));
    }
    for (index, frame) in file.products.iter().enumerate() {
        let Some(machining) = &frame.machining else { continue };
        let own = format!("/products/{index}/machining");
        let diameter = machining.max_turned_diameter;
        tell(&own, Misfit::among([("max_turned_diameter", Measure::Length, diameter)]));
        for (at, axis) in machining.axes.iter().enumerate() {
            let lengths = [
                ("travel", Measure::Length, axis.travel),
                ("accuracy", Measure::Length, axis.accuracy),
                ("repeatability", Measure::Length, axis.repeatability),
            ];
            tell(&format!("{own}/axes/{at}"), Misfit::among(lengths));
        }
    }
}
