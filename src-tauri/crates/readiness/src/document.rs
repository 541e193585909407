//! Trade documents: the fields that customs, carriers and banks compare.

use crate::{Dimension, Incoterm, Party, Quantity, Unit};
use chrono::NaiveDate;

/// One package of a packing list or lashing plan.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Package {
    /// Its number.
    #[schemars(length(max = 60))]
    pub number: String,
    /// Case, crate, bare unit …
    #[schemars(length(max = 60))]
    pub kind: Option<String>,
    /// Length.
    pub length: Option<Quantity>,
    /// Width.
    pub width: Option<Quantity>,
    /// Height.
    pub height: Option<Quantity>,
    /// Net mass.
    pub net: Option<Quantity>,
    /// Gross mass.
    pub gross: Option<Quantity>,
    /// Contains raw solid wood.
    pub solid_wood: Option<bool>,
    /// Thickness of its thickest solid wood.
    pub wood_thickness: Option<Quantity>,
    /// The consignment it travels in, counted from 1.
    #[schemars(range(min = 1, max = 99))]
    pub consignment: Option<u8>,
    /// UN number of dangerous goods inside.
    #[schemars(length(max = 20))]
    pub dangerous_goods: Option<String>,
}

/// One container or flat rack.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct Container {
    /// Its number.
    #[schemars(length(max = 30))]
    pub number: String,
    /// Its seal.
    #[schemars(length(max = 60))]
    pub seal: Option<String>,
    /// Verified gross mass.
    pub vgm: Option<Quantity>,
    /// Gross mass of the cargo in it.
    pub cargo_gross: Option<Quantity>,
    /// Tare.
    pub tare: Option<Quantity>,
    /// Dunnage and lashing.
    pub dunnage: Option<Quantity>,
    /// Greatest mass on its plate.
    pub plate_maximum: Option<Quantity>,
}

/// One line of goods.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct GoodsLine {
    /// Model.
    #[schemars(length(max = 200))]
    pub model: String,
    /// Serial numbers.
    #[schemars(length(max = 500))]
    pub serials: Vec<String>,
    /// Units.
    pub quantity: Option<u32>,
    /// On a contract or licence: units shipped under it before this shipment.
    #[cfg_attr(feature = "ts", ts(optional))]
    pub drawn: Option<u32>,
}

/// Who pays the freight, as stated on the transport document.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Freight {
    /// Prepaid.
    Prepaid,
    /// Collect.
    Collect,
}

/// The fields of one trade document, drafts included. A field left out says nothing: it never
/// counts as equal.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "ts", ts(optional_fields = nullable))]
pub struct TradeDocument {
    /// Its own number.
    #[schemars(length(max = 100))]
    pub number: Option<String>,
    /// The day of issue.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub issued: Option<NaiveDate>,
    /// The last day on which it is valid.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub expires: Option<NaiveDate>,
    /// Seller, issuer, beneficiary, exporter, consignor: whoever the document names as selling.
    pub seller: Option<Party>,
    /// Buyer, addressee, applicant.
    pub buyer: Option<Party>,
    /// Shipper on a transport document, where it is meant to differ from the seller.
    pub shipper: Option<Party>,
    /// The shipper differs on purpose (UCP 600 Art. 14 k).
    pub third_party_shipper: Option<bool>,
    /// Consignee; `TO ORDER` on an order bill.
    pub consignee: Option<Party>,
    /// The contract or credit asks for a bill to order.
    pub to_order_allowed: Option<bool>,
    /// End user.
    pub end_user: Option<Party>,
    /// Site of installation or use.
    #[schemars(length(max = 600))]
    pub site: Option<String>,
    /// The contract's number.
    #[schemars(length(max = 100))]
    pub contract_no: Option<String>,
    /// The invoice's number.
    #[schemars(length(max = 100))]
    pub invoice_no: Option<String>,
    /// The invoice's date.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub invoice_date: Option<NaiveDate>,
    /// Goods description.
    #[schemars(length(max = 4000))]
    pub description: Option<String>,
    /// HS codes.
    #[schemars(length(max = 200))]
    pub hs_codes: Vec<String>,
    /// ISO 3166 code of the country of origin.
    #[schemars(length(max = 60))]
    pub origin: Option<String>,
    /// Models, serials and quantities.
    #[schemars(length(max = 500))]
    pub goods: Vec<GoodsLine>,
    /// Number of packages.
    pub package_count: Option<u32>,
    /// Kind of packages.
    #[schemars(length(max = 100))]
    pub package_kind: Option<String>,
    /// The packages.
    #[schemars(length(max = 2000))]
    pub packages: Vec<Package>,
    /// Total gross mass.
    pub gross_weight: Option<Quantity>,
    /// Total net mass.
    pub net_weight: Option<Quantity>,
    /// Shipping marks.
    #[schemars(length(max = 1000))]
    pub marks: Option<String>,
    /// Containers and flat racks.
    #[schemars(length(max = 200))]
    pub containers: Vec<Container>,
    /// Port of loading.
    #[schemars(length(max = 100))]
    pub port_of_loading: Option<String>,
    /// Port of discharge.
    #[schemars(length(max = 100))]
    pub port_of_discharge: Option<String>,
    /// Final destination.
    #[schemars(length(max = 100))]
    pub destination: Option<String>,
    /// Incoterms rule.
    pub incoterm: Option<Incoterm>,
    /// Named place.
    #[schemars(length(max = 200))]
    pub incoterm_place: Option<String>,
    /// Edition of the Incoterms rules, e.g. `2020`.
    #[schemars(length(max = 20))]
    pub incoterm_edition: Option<String>,
    /// Freight prepaid or collect.
    pub freight: Option<Freight>,
    /// Total amount.
    pub amount: Option<Quantity>,
    /// For a customs declaration: the amount expected after adjusting the invoice to its term.
    pub adjusted_invoice_amount: Option<Quantity>,
    /// Cover, e.g. `ICC A`.
    #[schemars(length(max = 60))]
    pub cover: Option<String>,
    /// Numbers of the packages with solid wood, on the ISPM 15 declaration.
    #[schemars(length(max = 2000))]
    pub wood_packages: Vec<String>,
    /// Declares that no solid wood is used.
    pub no_wood: Option<bool>,
    /// Dangerous-goods class stated.
    #[schemars(length(max = 60))]
    pub dangerous_goods_class: Option<String>,
    /// The on-board date.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub on_board: Option<NaiveDate>,
}

/// What the amounts of a field measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Masses.
    Mass,
    /// Lengths.
    Length,
    /// Amounts of money.
    Money,
}

impl Measure {
    /// Whether a unit is one of these.
    #[must_use]
    pub fn fits(self, unit: Unit) -> bool {
        match self {
            Self::Mass => unit.dimension() == Dimension::Mass,
            Self::Length => unit.dimension() == Dimension::Length,
            Self::Money => matches!(unit, Unit::Currency(_)),
        }
    }
}

/// An amount whose unit does not fit its field: left alone, it would count as not stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// The field, as a path such as `packages/0/gross`.
    pub field: String,
    /// What the field measures.
    pub measure: Measure,
    /// What was given.
    pub given: Quantity,
}

impl Misfit {
    /// The misfit among these amounts, if any, each with its field.
    pub fn among<'a>(
        amounts: impl IntoIterator<Item = (&'a str, Measure, Option<Quantity>)>,
    ) -> Vec<Self> {
        amounts
            .into_iter()
            .filter_map(|(field, measure, given)| {
                let given = given.filter(|given| !measure.fits(given.unit))?;
                Some(Self { field: field.to_owned(), measure, given })
            })
            .collect()
    }

    fn under(self, parent: &str, index: usize) -> Self {
        Self { field: format!("{parent}/{index}/{}", self.field), ..self }
    }
}

impl TradeDocument {
    /// Every amount whose unit does not fit.
    #[must_use]
    pub fn misfits(&self) -> Vec<Misfit> {
        use Measure::{Length, Mass, Money};
        let mut misfits = Misfit::among([
            ("gross_weight", Mass, self.gross_weight),
            ("net_weight", Mass, self.net_weight),
            ("amount", Money, self.amount),
            ("adjusted_invoice_amount", Money, self.adjusted_invoice_amount),
        ]);
        for (index, package) in self.packages.iter().enumerate() {
            let own = Misfit::among([
                ("length", Length, package.length),
                ("width", Length, package.width),
                ("height", Length, package.height),
                ("net", Mass, package.net),
                ("gross", Mass, package.gross),
                ("wood_thickness", Length, package.wood_thickness),
            ]);
            misfits.extend(own.into_iter().map(|misfit| misfit.under("packages", index)));
        }
        for (index, container) in self.containers.iter().enumerate() {
            let own = Misfit::among([
                ("vgm", Mass, container.vgm),
                ("cargo_gross", Mass, container.cargo_gross),
                ("tare", Mass, container.tare),
                ("dunnage", Mass, container.dunnage),
                ("plate_maximum", Mass, container.plate_maximum),
            ]);
            misfits.extend(own.into_iter().map(|misfit| misfit.under("containers", index)));
        }
        misfits
    }
}

/// Names of the documents that checks look at.
pub mod kind {
    /// Sales contract.
    pub const CONTRACT: &str = "sales-contract";
    /// Commercial invoice.
    pub const INVOICE: &str = "commercial-invoice";
    /// Packing list.
    pub const PACKING_LIST: &str = "packing-list";
    /// Bill of lading or sea waybill.
    pub const BILL_OF_LADING: &str = "bill-of-lading";
    /// Rail consignment note.
    pub const RAIL_NOTE: &str = "rail-consignment-note";
    /// Insurance certificate.
    pub const INSURANCE: &str = "insurance-certificate";
    /// VGM declaration.
    pub const VGM: &str = "vgm-declaration";
    /// Export declaration.
    pub const EXPORT_DECLARATION: &str = "export-declaration";
    /// Certificate of origin, preferential or not.
    pub const ORIGIN: &str = "certificate-of-origin";
    /// ISPM 15 declaration.
    pub const WOOD: &str = "ispm15-declaration";
    /// Dangerous-goods declaration.
    pub const DANGEROUS_GOODS: &str = "dg-declaration";
    /// Lashing plan.
    pub const LASHING_PLAN: &str = "oog-lashing-plan";
    /// Entry summary data.
    pub const ENS: &str = "ens-data";
    /// Letter of credit.
    pub const CREDIT: &str = "letter-of-credit";
    /// Booking note.
    pub const BOOKING: &str = "booking";
    /// Oversize road permit.
    pub const ROAD_PERMIT: &str = "road-permit";
    /// Nameplate.
    pub const NAMEPLATE: &str = "nameplate";
    /// Factory acceptance report.
    pub const FAT_REPORT: &str = "fat-report";
    /// Declaration of conformity.
    pub const DECLARATION: &str = "eu-machinery-doc";
    /// Export licence.
    pub const LICENCE: &str = "dual-use-export-licence";
    /// End-user certificate.
    pub const END_USER_CERTIFICATE: &str = "end-user-certificate";
    /// Marking on the goods.
    pub const MARKING: &str = "origin-marking";

    /// Every document kind that checks look at.
    pub const ALL: [&str; 22] = [
        CONTRACT,
        INVOICE,
        PACKING_LIST,
        BILL_OF_LADING,
        RAIL_NOTE,
        INSURANCE,
        VGM,
        EXPORT_DECLARATION,
        ORIGIN,
        WOOD,
        DANGEROUS_GOODS,
        LASHING_PLAN,
        ENS,
        CREDIT,
        BOOKING,
        ROAD_PERMIT,
        NAMEPLATE,
        FAT_REPORT,
        DECLARATION,
        LICENCE,
        END_USER_CERTIFICATE,
        MARKING,
    ];
}
