//! The labels that stand before the values, English and Chinese.

use super::values::{
    amount, container, count, date, freight, hs_code, incoterm, line_of_text, mass, name, number,
    origin, port,
};

/// A field, the labels it goes by, and the form of its value.
pub(super) struct Label {
    pub(super) field: &'static str,
    /// Lower case, longest first where one begins with another.
    words: &'static [&'static str],
    /// Kinds of documents whose own field this is; any when empty.
    kinds: &'static [&'static str],
    /// Several values are as good as one.
    pub(super) several: bool,
    /// The value in normal form, with the length of the words it rests on, in bytes.
    pub(super) value: fn(&str) -> Option<(String, usize)>,
}

const fn label(
    field: &'static str,
    words: &'static [&'static str],
    value: fn(&str) -> Option<(String, usize)>,
) -> Label {
    Label { field, words, kinds: &[], several: false, value }
}

const fn of(
    kinds: &'static [&'static str],
    field: &'static str,
    words: &'static [&'static str],
    value: fn(&str) -> Option<(String, usize)>,
) -> Label {
    Label { field, words, kinds, several: false, value }
}

pub(super) const LABELS: &[Label] = &[
    of(
        &["commercial-invoice"],
        "number",
        &[
            "commercial invoice no",
            "invoice number",
            "invoice no",
            "inv. no",
            "发票号码",
            "发票编号",
            "发票号",
        ],
        number,
    ),
    of(
        &["commercial-invoice"],
        "issued",
        &["invoice date", "date of invoice", "date", "发票日期", "开票日期", "日期"],
        date,
    ),
    of(
        &["bill-of-lading"],
        "number",
        &["bill of lading no", "b/l number", "b/l no", "bl no", "提单号码", "提单编号", "提单号"],
        number,
    ),
    of(
        &["packing-list"],
        "number",
        &["packing list number", "packing list no", "p/l no", "装箱单号码", "装箱单号"],
        number,
    ),
    of(
        &["sales-contract"],
        "number",
        &["sales contract no", "contract number", "contract no", "合同编号", "合同号码", "合同号"],
        number,
    ),
    of(
        &["certificate-of-origin"],
        "number",
        &["certificate number", "certificate no", "reference no", "证书编号", "证书号"],
        number,
    ),
    of(
        &["insurance-certificate"],
        "number",
        &["policy number", "policy no", "certificate no", "保险单号", "保单号"],
        number,
    ),
    of(
        &["letter-of-credit"],
        "number",
        &[
            "documentary credit number",
            "letter of credit no",
            "credit number",
            "l/c no",
            "lc no",
            "信用证号码",
            "信用证号",
        ],
        number,
    ),
    label("issued", &["date of issue", "issue date", "issued on", "签发日期", "出具日期"], date),
    label("expires", &["date of expiry", "expiry date", "valid until", "有效期至", "到期日"], date),
    of(
        &["bill-of-lading"],
        "on_board",
        &[
            "shipped on board date",
            "laden on board",
            "on board date",
            "date of shipment",
            "shipped on board",
            "装船日期",
            "已装船日期",
        ],
        date,
    ),
    label(
        "contract_no",
        &[
            "sales contract no",
            "contract number",
            "contract no",
            "s/c no",
            "合同编号",
            "合同号码",
            "合同号",
        ],
        number,
    ),
    label(
        "invoice_no",
        &[
            "commercial invoice no",
            "invoice number",
            "invoice no",
            "发票号码",
            "发票编号",
            "发票号",
        ],
        number,
    ),
    label("invoice_date", &["invoice date", "date of invoice", "发票日期"], date),
    label(
        "seller",
        &[
            "beneficiary",
            "seller",
            "exporter",
            "shipper",
            "consignor",
            "受益人",
            "卖方",
            "出口商",
            "发货人",
            "托运人",
        ],
        name,
    ),
    label(
        "buyer",
        &[
            "messrs",
            "applicant",
            "buyer",
            "sold to",
            "bill to",
            "importer",
            "申请人",
            "买方",
            "进口商",
        ],
        name,
    ),
    label("consignee", &["consignee", "收货人"], name),
    label("end_user", &["end user", "end-user", "最终用户"], name),
    label(
        "site",
        &["place of installation", "installation site", "end-use site", "安装地点", "使用地点"],
        line_of_text,
    ),
    Label {
        field: "hs_codes",
        words: &[
            "hs code",
            "h.s. code",
            "hs",
            "tariff code",
            "tariff no",
            "commodity code",
            "商品编码",
            "商品编号",
            "税则号",
            "税号",
        ],
        kinds: &[],
        several: true,
        value: hs_code,
    },
    label("origin", &["country of origin", "origin", "原产国", "原产地"], origin),
    label(
        "gross_weight",
        &[
            "total gross weight",
            "gross weight",
            "gross mass",
            "total g.w",
            "g.w",
            "总毛重",
            "毛重合计",
            "毛重",
        ],
        mass,
    ),
    label(
        "net_weight",
        &[
            "total net weight",
            "net weight",
            "net mass",
            "total n.w",
            "n.w",
            "总净重",
            "净重合计",
            "净重",
        ],
        mass,
    ),
    label(
        "package_count",
        &[
            "total number of packages",
            "number of packages",
            "total packages",
            "no. of packages",
            "no of packages",
            "packages",
            "件数合计",
            "总件数",
            "包装件数",
            "件数",
        ],
        count,
    ),
    label(
        "marks",
        &["shipping marks", "shipping mark", "marks and numbers", "marks & nos", "唛头"],
        line_of_text,
    ),
    label(
        "port_of_loading",
        &[
            "port of loading",
            "port of shipment",
            "airport of departure",
            "装货港",
            "装运港",
            "起运港",
        ],
        port,
    ),
    label(
        "port_of_discharge",
        &["port of discharge", "port of destination", "卸货港", "目的港"],
        port,
    ),
    label(
        "destination",
        &["final destination", "place of delivery", "最终目的地", "交货地点", "目的地"],
        port,
    ),
    label(
        "incoterm",
        &[
            "terms of delivery",
            "delivery terms",
            "trade terms",
            "trade term",
            "price term",
            "incoterms",
            "incoterm",
            "贸易术语",
            "价格条款",
            "成交方式",
            "交货条件",
        ],
        incoterm,
    ),
    label("freight", &["freight charges", "freight terms", "freight", "运费"], freight),
    of(
        &["letter-of-credit"],
        "amount",
        &["currency code, amount", "credit amount", "amount", "信用证金额", "金额"],
        amount,
    ),
    of(
        &["insurance-certificate"],
        "amount",
        &["amount insured", "sum insured", "insured amount", "保险金额"],
        amount,
    ),
    label(
        "amount",
        &[
            "total invoice amount",
            "invoice total",
            "total amount",
            "grand total",
            "total value",
            "total price",
            "总金额",
            "总价",
            "总值",
            "合计金额",
        ],
        amount,
    ),
    Label {
        field: "containers",
        words: &["container number", "container no", "container", "集装箱号", "箱号"],
        kinds: &[],
        several: true,
        value: container,
    },
];

impl Label {
    /// Whether documents of this kind have the field by these labels. A document's own number is
    /// not another document's number.
    pub(super) fn serves(&self, kind: &str) -> bool {
        let own_number = match self.field {
            "contract_no" => "sales-contract",
            "invoice_no" | "invoice_date" => "commercial-invoice",
            _ => "",
        };
        kind != own_number && (self.kinds.is_empty() || self.kinds.contains(&kind))
    }

    /// Where the words after this label begin, if the cell begins with it.
    pub(super) fn after(&self, cell: &str) -> Option<usize> {
        self.words.iter().find_map(|words| after(cell, words))
    }
}

/// Whether a cell is itself a label, so that it is nobody's value.
pub(super) fn begins_with_label(cell: &str) -> bool {
    LABELS.iter().any(|label| {
        label.after(cell).is_some_and(|after| {
            let rest = cell.get(after..).unwrap_or_default();
            rest.is_empty() || rest.starts_with([':', '：'])
        })
    })
}

/// Where a cell goes on after a label that it begins with. A label ends at a word's end.
fn after(cell: &str, words: &str) -> Option<usize> {
    let mut rest = cell.char_indices();
    for wanted in words.chars() {
        let (_, found) = rest.next()?;
        if !found.to_lowercase().eq(std::iter::once(wanted)) {
            return None;
        }
    }
    let (at, next) = rest.next().map_or((cell.len(), None), |(at, next)| (at, Some(next)));
    let joined = next.is_some_and(|next| next.is_ascii_alphanumeric())
        && words.ends_with(|last: char| last.is_ascii_alphanumeric());
    (!joined).then_some(at)
}
