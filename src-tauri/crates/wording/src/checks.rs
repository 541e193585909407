//! The cross-document checks: their names, their rules, and what to do about a difference.

use readiness::{CheckId, Text};

struct Words {
    title: (&'static str, &'static str),
    rule: (&'static str, &'static str),
    action: (&'static str, &'static str),
}

/// Who sells, buys and uses; numbers and dates.
fn parties_and_dates(id: &str) -> Option<Words> {
    Some(match id {
        "x-seller" => Words {
            title: ("Seller", "卖方"),
            rule: (
                "Contract, invoice, letter of credit and certificate of origin name one seller; declaration and licence name one consignor. The shipper on the bill of lading may differ only where that is stated (UCP 600 Art. 14 k).",
                "合同、发票、信用证和原产地证的卖方须一致，报关单与许可证的发货人须一致；提单托运人与卖方不同的，须事先注明（UCP 600 第 14 条 k 款）。",
            ),
            action: ("Have the odd document corrected", "更正名称不符的单证"),
        },
        "x-buyer" => Words {
            title: ("Buyer", "买方"),
            rule: (
                "Contract, invoice and letter of credit name one buyer in one country; the address may vary (UCP 600 Art. 14 j).",
                "合同、发票和信用证的买方及其国别须一致，地址可以不同（UCP 600 第 14 条 j 款）。",
            ),
            action: ("Have the odd document corrected", "更正名称不符的单证"),
        },
        "x-consignee" => Words {
            title: ("Consignee", "收货人"),
            rule: (
                "Transport document, entry summary, certificate of origin and licence name one consignee. TO ORDER only where the credit or the contract says so; the certificate of origin then shows the buyer.",
                "运输单据、入境摘要、原产地证和许可证的收货人须一致。仅在信用证或合同允许时可作 TO ORDER，此时原产地证收货人填买方。",
            ),
            action: (
                "Have the consignee corrected before the document is issued",
                "出单前更正收货人",
            ),
        },
        "x-end-user" => Words {
            title: ("End user and site", "最终用户与安装地点"),
            rule: (
                "End-user certificate and licence name one end user; the site is the one in the contract.",
                "最终用户证明与许可证的最终用户须一致，安装地点须与合同一致。",
            ),
            action: (
                "Ask the buyer for a corrected certificate, or have the licence amended",
                "请买方更正最终用户证明，或申请变更许可证",
            ),
        },
        "x-contract-no" => Words {
            title: ("Contract number", "合同号"),
            rule: (
                "Contract, invoice, packing list, declaration and licence carry one contract number.",
                "合同、发票、装箱单、报关单和许可证的合同号须一致。",
            ),
            action: ("Put the contract's number on the odd document", "按合同更正合同号"),
        },
        "x-invoice-no" => Words {
            title: ("Invoice number and date", "发票号与日期"),
            rule: (
                "Packing list, certificate of origin, insurance and declaration carry the invoice's number and date.",
                "装箱单、原产地证、保险单和报关单所载发票号、发票日期须与发票一致。",
            ),
            action: (
                "Put the invoice's number and date on the odd document",
                "按发票更正发票号和日期",
            ),
        },
        "x-date-order" => Words {
            title: ("Order of dates", "日期先后"),
            rule: (
                "Contract, then invoice, then certificate of origin; insurance before loading; licence before declaration, and declaration before the licence expires; every document before presentation.",
                "合同不晚于发票，发票不晚于原产地证；投保不晚于装船；许可证不晚于报关，报关不晚于许可证到期；各单证不晚于交单。",
            ),
            action: (
                "Check the dates and have the wrong document issued again",
                "核对日期，日期有误的重新出具",
            ),
        },
        "x-latest-shipment" => Words {
            title: ("Latest shipment date", "最迟装运日"),
            rule: (
                "The goods are on board by the latest shipment date of the credit and of the contract.",
                "货物须在信用证和合同规定的最迟装运日前装船。",
            ),
            action: (
                "Load earlier, or have the credit or contract amended",
                "提前装船，或修改信用证、合同",
            ),
        },
        "x-presentation" => Words {
            title: ("Presentation to the bank", "银行交单"),
            rule: (
                "The documents are presented within the days that the credit gives after shipment, 21 where it is silent, and before it expires (UCP 600 Art. 14 c).",
                "须在信用证规定的装运后交单期内（未规定的为 21 天）且在信用证有效期内交单（UCP 600 第 14 条 c 款）。",
            ),
            action: ("Present earlier, or have the credit extended", "提前交单，或申请信用证展期"),
        },
        _ => return None,
    })
}

/// What the goods are, how they are packed and marked.
fn goods(id: &str) -> Option<Words> {
    Some(match id {
        "x-description" => Words {
            title: ("Goods description", "货物描述"),
            rule: (
                "The invoice describes the goods in the credit's words; other documents may be general. The entry summary uses no stop word (UCP 600 Art. 18 c).",
                "发票货描须与信用证相符，其他单证可用统称；入境摘要不得使用禁用词（UCP 600 第 18 条 c 款）。",
            ),
            action: (
                "Take over the credit's wording, and a precise text for the entry summary",
                "发票按信用证措辞制作，入境摘要改用具体品名",
            ),
        },
        "x-model-serial" => Words {
            title: ("Models and serial numbers", "型号与序列号"),
            rule: (
                "Invoice, packing list, nameplate, factory acceptance report, declaration of conformity and licence name the same models and serial numbers.",
                "发票、装箱单、铭牌、工厂验收报告、符合性声明和许可证的型号、序列号须一致。",
            ),
            action: (
                "Read the plates on the machines and correct the odd document",
                "以设备铭牌为准，更正不符的单证",
            ),
        },
        "x-hs6" => Words {
            title: ("HS code", "HS 编码"),
            rule: (
                "The first six digits are equal on invoice, certificate of origin, declaration, entry summary and licence, or the difference is recorded as right.",
                "发票、原产地证、报关单、入境摘要和许可证的 HS 前六位须一致；确有理由不同的，须记录为例外。",
            ),
            action: (
                "Agree on one code with the broker, or record why they differ",
                "与报关行统一编码，或记录不同的理由",
            ),
        },
        "x-origin" => Words {
            title: ("Country of origin", "原产国"),
            rule: (
                "Invoice, certificate of origin, declaration and the marking on the goods name one country of origin.",
                "发票、原产地证、报关单和货物标识的原产国须一致。",
            ),
            action: ("Have the odd document or marking corrected", "更正不符的单证或标识"),
        },
        "x-quantity" => Words {
            title: ("Quantities", "数量"),
            rule: (
                "The quantities per model are equal on invoice and packing list; with what was shipped before, they stay within the contract and the licence.",
                "发票与装箱单的分型号数量须一致；连同此前已发运的数量，不得超过合同和许可证数量。",
            ),
            action: ("Count the goods and correct the odd document", "清点实物，更正不符的单证"),
        },
        "x-packages" => Words {
            title: ("Packages", "件数与包装"),
            rule: (
                "Packing list, transport document, declaration, certificate of origin and insurance give one number and kind of packages.",
                "装箱单、运输单据、报关单、原产地证和保险单的件数、包装种类须一致。",
            ),
            action: ("Count the packages and correct the odd document", "清点件数，更正不符的单证"),
        },
        "x-marks" => Words {
            title: ("Shipping marks", "唛头"),
            rule: (
                "Packing list, transport document and certificate of origin carry the marks painted on the cases.",
                "装箱单、运输单据和原产地证的唛头须与箱体一致。",
            ),
            action: (
                "Take the marks from the packing list and correct the odd document",
                "以装箱单为准更正唛头",
            ),
        },
        "x-containers-seals" => Words {
            title: ("Containers and seals", "箱号与封号"),
            rule: (
                "Transport document, VGM declaration and export declaration name the same containers and seals.",
                "运输单据、VGM 申报和出口报关单的箱号、封号须一致。",
            ),
            action: (
                "Read numbers and seals at the container and correct the odd document",
                "核对实箱箱号、封号，更正不符的单证",
            ),
        },
        "x-ports" => Words {
            title: ("Ports and destination", "港口与目的地"),
            rule: (
                "Letter of credit, transport document, insurance, certificate of origin and declaration name the same ports and destination.",
                "信用证、运输单据、保险单、原产地证和报关单的港口、目的地须一致。",
            ),
            action: (
                "Have the odd document corrected, or the credit amended",
                "更正不符的单证，或修改信用证",
            ),
        },
        "x-wood" => Words {
            title: ("Wood packing", "木质包装"),
            rule: (
                "The packages with solid wood on the packing list are those on the ISPM 15 declaration. A statement of no wood allows no package with solid wood.",
                "装箱单所列含实木的包装须与 ISPM 15 声明一致；声明无木质包装的，不得有含实木的包装。",
            ),
            action: (
                "Look at the cases and correct list or declaration",
                "核对箱体，更正装箱单或声明",
            ),
        },
        "x-dg" => Words {
            title: ("Dangerous goods", "危险品"),
            rule: (
                "Dangerous goods on the packing list have a declaration, their class stands on the transport document, and there is no declaration without them.",
                "装箱单列有危险品的须有危险品申报，运输单据须注明类别；无危险品的不得申报。",
            ),
            action: (
                "Ask the packer what is inside and correct list or declaration",
                "向装箱方核实内装物，更正装箱单或申报",
            ),
        },
        _ => return None,
    })
}

/// Weights, dimensions, terms, money and control.
fn figures(id: &str) -> Option<Words> {
    Some(match id {
        "x-gross-weight" => Words {
            title: ("Gross weight", "毛重"),
            rule: (
                "The packing list's total is the sum of its packages and the weight on transport document and declaration, and on the certificate of origin where it is stated.",
                "装箱单总毛重须等于各件之和，并与运输单据、报关单一致；原产地证载明毛重的，也须一致。",
            ),
            action: (
                "Check the weighing record and correct the odd document",
                "核对称重记录，更正不符的单证",
            ),
        },
        "x-net-gross" => Words {
            title: ("Net and gross weight", "净重与毛重"),
            rule: (
                "No package, and not the total, has a net weight above its gross weight.",
                "每件及合计的净重不得大于毛重。",
            ),
            action: ("Correct the weights on the packing list", "更正装箱单重量"),
        },
        "x-vgm" => Words {
            title: ("Verified gross mass", "VGM 重量"),
            rule: (
                "For each container the verified gross mass is within the tolerance of cargo, tare and dunnage (1 % or 100 kg unless the shipment sets another), and not above the plate.",
                "每箱 VGM 与货物、箱皮、衬垫重量之和的差异须在容差内（本票未另设时为 1% 或 100 kg，取大者），且不超过铭牌最大总重。",
            ),
            action: (
                "Weigh again and declare the right mass to the carrier",
                "重新称重，向承运人更正申报",
            ),
        },
        "x-oog-dims" => Words {
            title: ("Out-of-gauge dimensions", "超限尺寸"),
            rule: (
                "Packing list, lashing plan, booking and road permit give each package the same length, width and height within the tolerance (20 mm unless the shipment sets another), and the same weight.",
                "装箱单、绑扎方案、订舱单和超限许可的长、宽、高差异须在容差内（本票未另设时为 20 mm），重量须一致。",
            ),
            action: (
                "Measure the package and have the wrong plan corrected",
                "实测包装件，更正有误的方案",
            ),
        },
        "x-incoterm" => Words {
            title: ("Incoterm and place", "贸易术语与地点"),
            rule: (
                "Contract, invoice, letter of credit and declaration state one rule, one place and one edition.",
                "合同、发票、信用证和报关单的术语、地点和版本须一致。",
            ),
            action: ("Take over the contract's term everywhere", "各单证统一按合同术语填写"),
        },
        "x-freight-term" => Words {
            title: ("Freight term", "运费条款"),
            rule: (
                "Freight is prepaid under C and D rules, collect under E and F rules.",
                "C 组、D 组术语运费预付，E 组、F 组术语运费到付。",
            ),
            action: (
                "Have the carrier correct the freight term on the transport document",
                "请承运人更正运输单据的运费条款",
            ),
        },
        "x-amount" => Words {
            title: ("Amounts", "金额"),
            rule: (
                "The invoice stays within the credit; the declaration equals the invoice adjusted to its term; the currencies are one.",
                "发票金额不超过信用证金额；报关金额等于按成交方式折算的发票金额；币种一致。",
            ),
            action: ("Correct the amount, or have the credit amended", "更正金额，或修改信用证"),
        },
        "x-insured-amount" => Words {
            title: ("Insured amount and cover", "保险金额与险别"),
            rule: (
                "The goods are insured for at least 110 % of the CIF or CIP value, in its currency, with the cover agreed (UCP 600 Art. 28).",
                "保险金额不低于 CIF 或 CIP 价值的 110%，币种一致，险别不低于约定（UCP 600 第 28 条）。",
            ),
            action: ("Have the insurer amend the policy", "请保险公司批改保单"),
        },
        "x-dual-use" => Words {
            title: ("Dual-use licence", "两用物项许可"),
            rule: (
                "A machine that is likely listed leaves only under a licence that covers model, quantity, consignee and end user.",
                "可能列管的设备须凭许可证出口，许可证须覆盖型号、数量、收货人和最终用户。",
            ),
            action: (
                "Apply for the licence, or have it amended, and hold the goods back",
                "申请或变更许可证，取得前不得发货",
            ),
        },
        _ => return None,
    })
}

fn words(check: &str) -> Option<Words> {
    parties_and_dates(check).or_else(|| goods(check)).or_else(|| figures(check))
}

fn text((en, zh): (&str, &str)) -> Text {
    Text::new(en, zh)
}

/// The name of a check; none where there is no such check.
#[must_use]
pub fn check_title(check: &CheckId) -> Option<Text> {
    words(check.as_str()).map(|words| text(words.title))
}

/// What a check asks for; none where there is no such check.
#[must_use]
pub fn check_rule(check: &CheckId) -> Option<Text> {
    words(check.as_str()).map(|words| text(words.rule))
}

/// What to do when documents differ.
pub(crate) fn action(check: &CheckId) -> Text {
    words(check.as_str()).map_or_else(
        || Text::new("Have the odd document corrected", "更正不符的单证"),
        |words| text(words.action),
    )
}
