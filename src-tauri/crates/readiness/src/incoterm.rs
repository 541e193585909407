//! Incoterms 2020: who clears, carries and insures, and where risk passes.
//!
//! Source: public summaries of the ICC rules (dutytrade.com, globalmarine-eg.com), not the ICC
//! text itself; checked 2026-11-24.

use crate::Text;

/// An Incoterms 2020 rule.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "UPPERCASE")]
pub enum Incoterm {
    /// Ex works.
    Exw,
    /// Free carrier.
    Fca,
    /// Free alongside ship.
    Fas,
    /// Free on board.
    Fob,
    /// Cost and freight.
    Cfr,
    /// Cost, insurance and freight.
    Cif,
    /// Carriage paid to.
    Cpt,
    /// Carriage and insurance paid to.
    Cip,
    /// Delivered at place.
    Dap,
    /// Delivered at place unloaded.
    Dpu,
    /// Delivered duty paid.
    Ddp,
}

/// Who is obliged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Obliged {
    /// The seller.
    Seller,
    /// The buyer.
    Buyer,
    /// Neither, by the rule.
    Nobody,
}

impl Obliged {
    /// The choice id of the derived facts.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Seller => "seller",
            Self::Buyer => "buyer",
            Self::Nobody => "nobody",
        }
    }
}

/// A level of cargo cover under the Institute Cargo Clauses, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CargoCover {
    /// Named perils, narrow.
    C,
    /// Named perils, wider.
    B,
    /// All risks.
    A,
}

impl CargoCover {
    /// Reads `ICC A`, `ICC (A)`, `A`, `all risks`, `一切险` and the like; of several levels named
    /// the least. A letter counts only as a clause, not as a word of a sentence.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let upper = text.to_uppercase().replace(['-', '\u{2010}', '\u{2011}'], " ");
        let mut found: Vec<Self> =
            [("ALL RISK", Self::A), ("一切险", Self::A), ("水渍险", Self::B), ("平安险", Self::C)]
                .into_iter()
                .filter(|(words, _)| upper.contains(words))
                .map(|(_, level)| level)
                .collect();
        // `ICC(A)` and `ICCA` name the clause as `ICC A` does.
        let spaced = upper.replace("ICC", " ICC ");
        let words: Vec<&str> =
            spaced.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let level = |word: &str| match word {
            "A" => Some(Self::A),
            "B" => Some(Self::B),
            "C" => Some(Self::C),
            _ => None,
        };
        // `ICC A/C` names two: the letter behind a named one counts.
        let mut last = None;
        for (index, word) in words.iter().enumerate() {
            let Some(level) = level(word) else { continue };
            let before = index.checked_sub(1).and_then(|index| words.get(index));
            // An A behind "or" may be an article; a B or C there is a level, and a lower one.
            let named = before.is_some_and(|before| match *before {
                "ICC" | "CLAUSE" | "CLAUSES" => true,
                "OR" | "AND" => level != Self::A,
                _ => false,
            });
            let behind = last.is_some_and(|last: usize| last + 1 == index)
                && words.get(index + 1) != Some(&"L");
            let named = named || behind;
            if named {
                last = Some(index);
            }
            let short = words.len() <= 2 && index + 1 == words.len();
            if named || short || upper.contains(&format!("({word})")) {
                found.push(level);
            }
        }
        found.into_iter().min()
    }

    /// As printed on policies.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "ICC A",
            Self::B => "ICC B",
            Self::C => "ICC C",
        }
    }
}

/// What a rule settles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Only for sea and inland waterway.
    pub sea_only: bool,
    /// Who clears for export.
    pub export_clearance: Obliged,
    /// Who contracts the main carriage.
    pub main_carriage: Obliged,
    /// Who must insure.
    pub insurance: Obliged,
    /// The least cover the insurer must give, where the seller insures.
    pub least_cover: Option<CargoCover>,
    /// Who clears for import.
    pub import_clearance: Obliged,
}

impl Incoterm {
    /// All eleven, in the usual order.
    pub const ALL: [Self; 11] = [
        Self::Exw,
        Self::Fca,
        Self::Fas,
        Self::Fob,
        Self::Cfr,
        Self::Cif,
        Self::Cpt,
        Self::Cip,
        Self::Dap,
        Self::Dpu,
        Self::Ddp,
    ];

    /// The three letters.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exw => "EXW",
            Self::Fca => "FCA",
            Self::Fas => "FAS",
            Self::Fob => "FOB",
            Self::Cfr => "CFR",
            Self::Cif => "CIF",
            Self::Cpt => "CPT",
            Self::Cip => "CIP",
            Self::Dap => "DAP",
            Self::Dpu => "DPU",
            Self::Ddp => "DDP",
        }
    }

    /// What the rule settles.
    #[must_use]
    pub fn terms(self) -> Terms {
        use Obliged::{Buyer, Nobody, Seller};
        let (sea_only, export_clearance, main_carriage, insurance, least_cover, import_clearance) =
            match self {
                Self::Exw => (false, Buyer, Buyer, Nobody, None, Buyer),
                Self::Fca => (false, Seller, Buyer, Nobody, None, Buyer),
                Self::Fas | Self::Fob => (true, Seller, Buyer, Nobody, None, Buyer),
                Self::Cfr => (true, Seller, Seller, Nobody, None, Buyer),
                Self::Cif => (true, Seller, Seller, Seller, Some(CargoCover::C), Buyer),
                Self::Cpt | Self::Dap | Self::Dpu => (false, Seller, Seller, Nobody, None, Buyer),
                Self::Cip => (false, Seller, Seller, Seller, Some(CargoCover::A), Buyer),
                Self::Ddp => (false, Seller, Seller, Nobody, None, Seller),
            };
        Terms {
            sea_only,
            export_clearance,
            main_carriage,
            insurance,
            least_cover,
            import_clearance,
        }
    }

    /// C- and D-rules: freight is prepaid. E and F: collect.
    #[must_use]
    pub fn freight_prepaid(self) -> bool {
        self.terms().main_carriage == Obliged::Seller
    }

    /// Where risk passes to the buyer.
    #[must_use]
    pub fn risk_passes(self) -> Text {
        match self {
            Self::Exw => Text::new("at the seller's premises, not loaded", "卖方所在地，未装车"),
            Self::Fca => Text::new(
                "loaded at the seller's premises, or on the seller's vehicle at the named place",
                "在卖方所在地装车后，或在指定地点的卖方运输工具上",
            ),
            Self::Fas => Text::new("alongside the ship at the port of loading", "装运港船边"),
            Self::Fob => Text::new("on board at the port of loading", "装运港船上"),
            Self::Cfr | Self::Cif => {
                Text::new("on board at the port of loading", "装运港船上（费用付至目的港）")
            }
            Self::Cpt | Self::Cip => Text::new("handed to the first carrier", "交给第一承运人时"),
            Self::Dap => Text::new("at destination, ready for unloading", "目的地，待卸货"),
            Self::Dpu => Text::new("at destination, unloaded", "目的地，已卸货"),
            Self::Ddp => {
                Text::new("at destination, cleared, ready for unloading", "目的地，已清关，待卸货")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ddp_makes_the_seller_clear_for_import() {
        for rule in Incoterm::ALL {
            let seller = rule.terms().import_clearance == Obliged::Seller;
            assert_eq!(seller, rule == Incoterm::Ddp, "{}", rule.as_str());
        }
    }

    #[test]
    fn freight_is_prepaid_under_c_and_d_rules_only() {
        for rule in Incoterm::ALL {
            let c_or_d = rule.as_str().starts_with(['C', 'D']);
            assert_eq!(rule.freight_prepaid(), c_or_d, "{}", rule.as_str());
        }
    }

    #[test]
    fn cover_is_read_from_the_usual_spellings() {
        for (text, cover) in [
            ("ICC A", Some(CargoCover::A)),
            ("ICC (C)", Some(CargoCover::C)),
            ("Institute Cargo Clauses (B)", Some(CargoCover::B)),
            ("all risks", Some(CargoCover::A)),
            ("ALL-RISK", Some(CargoCover::A)),
            ("All-risks cover", Some(CargoCover::A)),
            ("ICC-C", Some(CargoCover::C)),
            ("ICC clauses", None),
            ("as agreed", None),
            ("ICC(A)", Some(CargoCover::A)),
            ("ICCB", Some(CargoCover::B)),
            ("C", Some(CargoCover::C)),
            ("covering a marine risk, ICC (C)", Some(CargoCover::C)),
            ("ICC (A) or (C)", Some(CargoCover::C)),
            ("海洋运输货物一切险", Some(CargoCover::A)),
            ("a cover as agreed", None),
            ("as agreed", None),
        ] {
            assert_eq!(CargoCover::read(text), cover, "{text}");
        }
    }
}
