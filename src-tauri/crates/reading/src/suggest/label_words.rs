//! The labels that documents have before their values, in English, Chinese and German. A label that
//! is not ours to read is here too, so that its value is not taken for another's.

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The number of a certificate.
    Certificate,
    /// The number of a document of any kind.
    Number,
    /// A number in documents of these kinds, and in no other.
    NumberOf(&'static [&'static str]),
    /// The name of a kind of paper that stands before its number: `Report SF-02`.
    Paper,
    /// The day of issue.
    Issued,
    /// The day of issue in documents of these kinds.
    IssuedOf(&'static [&'static str]),
    /// A day, by itself that of issue.
    Date,
    /// The last day of validity.
    Expires,
    /// The first and last day of validity.
    Period,
    /// Who issued it.
    Issuer,
    /// Who made the goods: on own papers the issuer.
    Maker,
    /// Who sells the goods: the issuer of own papers too.
    Seller,
    /// Whose it is.
    Holder,
    /// Whose it is in documents of these kinds.
    HolderOf(&'static [&'static str]),
    /// Who sends the goods.
    Sender,
    /// A model.
    Model,
    /// None of these.
    Other,
}

const INSURANCE: &[&str] = &[
    "insurance-certificate",
    "cargo-insurance",
    "product-liability-insurance",
    "eu-product-liability",
    "us-liability",
];
const INVOICE: &[&str] = &["commercial-invoice"];
const PACKING: &[&str] = &["packing-list"];
const LADING: &[&str] = &["bill-of-lading", "sea-waybill", "rail-consignment-note"];
const CONTRACT: &[&str] = &["sales-contract"];
const LICENCE: &[&str] = &["dual-use-export-licence", "tech-export-licence"];
const CREDIT: &[&str] = &["letter-of-credit"];
const SINOSURE: &[&str] = &["sinosure-cover"];
const BUSINESS: &[&str] = &["cn-business-licence"];
const CUSTOMS_RECORD: &[&str] = &["cn-customs-consignor"];
const CUSTOMS: &[&str] = &["export-declaration"];
const SCREENING: &[&str] = &["restricted-party-screening"];
const SHEET: &[&str] = &["fluid-sds"];
const CALIBRATION: &[&str] = &["metrology-calibration"];
const BOOKING: &[&str] = &["booking"];
const GUARANTEE: &[&str] = &["bank-guarantee"];

/// Labels by role, parted by bars; lower case; a blank stands for any blanks and full stops.
pub(super) const LABELS: &[(Role, &str)] = &[
    (
        Role::Certificate,
        "certificate registration no|certificate registration number|certificate no|certificate nr|certificate number|cert no|certificate ref|certificate reference|certificate id|\
        zertifikat-nr|zertifikats-nr|zertifikat nr|zertifikatsnummer|zertifikatnummer|证书编号|证书号码|证书号|证书注册号",
    ),
    (
        Role::Number,
        "registration no|registration number|report no|report number|report nr|report ref|\
        test report no|test report number|inspection report no|declaration no|declaration number|\
        declaration ref|document no|document number|doc no|document ref|document reference|\
        document id|reference no|reference number|our reference|our ref|ref no|statement no|\
        statement number|record no|record number|sheet no|protocol no|approval no|approval number|\
        registriernummer|registrier-nr|bericht-nr|bericht nr|berichts-nr|berichtsnummer|\
        prüfbericht nr|prüfbericht-nr|prüfberichtsnummer|protokoll-nr|protokoll nr|\
        protokollnummer|dokument-nr|dokument nr|dokumentnummer|dokumentennummer|\
        nr der erklärung|注册号|注册编号|登记编号|登记号|登记证号|报告编号|报告号|\
        文件编号|文件号|声明编号|声明号|记录编号|记录号|方案编号|方案号|备案编号|备案号|证明编号|证明书编号|回执编号|\
        协议编号|检测报告编号|检验报告编号|测试报告编号|校准证书编号|保函编号|批件号|批准号|批准文号|report reference no|report ref no|certificate reference no|证明书号",
    ),
    (
        Role::Paper,
        "certificate|report|record|sheet|ref|document|no|nr|number|编号|单号|protocol|file",
    ),
    (
        Role::NumberOf(INSURANCE),
        "policy no|policy number|policy|insurance policy no|insurance certificate no|\
        policy certificate no|versicherungsschein-nr|保险单号|保险单号码|保险单编号|保单号码|保单号|保单编号|保单号次|保险单号次",
    ),
    (
        Role::NumberOf(INVOICE),
        "invoice no|invoice number|invoice nr|commercial invoice no|invoice|rechnungsnummer|\
        rechnung nr|rechnungs-nr|发票号码|发票编号|发票号",
    ),
    (
        Role::NumberOf(PACKING),
        "packing list no|packing list number|p/l no|packliste nr|装箱单号|装箱单编号|装箱单号码",
    ),
    (
        Role::NumberOf(LADING),
        "b/l no|b/l number|bl no|bill of lading no|bill of lading number|sea waybill no|\
        waybill no|waybill number|提单号|提单号码|提单编号|运单号|海运单号",
    ),
    (
        Role::NumberOf(CONTRACT),
        "contract no|contract number|contract nr|sales contract no|s/c no|vertragsnummer|合同编号|合同号|合同号码",
    ),
    (
        Role::NumberOf(LICENCE),
        "licence no|licence number|license no|license number|export licence no|\
        export license no|许可证号|许可证编号|许可证号码",
    ),
    (
        Role::NumberOf(CREDIT),
        "documentary credit number|documentary credit no|credit number|credit no|l/c no|\
        l/c number|lc no|letter of credit no|letter of credit number|信用证号|信用证号码|信用证编号",
    ),
    (Role::NumberOf(SINOSURE), "审批单号|限额审批单号|审批单编号|approval sheet no"),
    (Role::NumberOf(BUSINESS), "统一社会信用代码|unified social credit code|注册号"),
    (Role::NumberOf(CUSTOMS_RECORD), "海关备案编码|海关注册编码|备案编码|customs registration no"),
    (Role::NumberOf(CUSTOMS), "海关编号|customs declaration no|报关单号"),
    (Role::NumberOf(BOOKING), "booking no|booking number|booking ref|订舱号|订舱单号|订舱编号"),
    (Role::NumberOf(GUARANTEE), "guarantee no|guarantee number|l/g no|保函号"),
    (
        Role::Issued,
        "date of issue|issue date|issued on|issued at|issued|date issued|date of issuance|issuance date|\
        issuing date|place and date of issue|date and place of issue|place & date of issue|\
        current issue date|latest issue|latest issue date|current certificate|certificate date|\
        date of certificate|invoice date|date of invoice|report date|date of report|\
        contract date|date of contract|date of declaration|date of signature|date signed|\
        signed on|signed at|signature date|prepared|prepared on|date prepared|ausstellungsdatum|ausgestellt am|\
        datum der ausstellung|ort und datum der ausstellung|rechnungsdatum|berichtsdatum|签证日期|签发日期|签发日|签发时间|发证日期|\
        发证时间|颁证日期|颁发日期|出具日期|报告日期|开票日期|发票日期|出单日期|签单日期|签署日期|签订日期|\
        签订时间|签约日期|签字日期|订立日期|填表日期|填写日期|制单日期|编制日期|批复日期|批准日期|本次发证日期|\
        换证日期|开立日期|开证日期|出证日期|证书签发日期|声明日期|licence date|license date|date of licence|date of license|export licence date",
    ),
    (Role::IssuedOf(CUSTOMS), "申报日期|declaration date"),
    (Role::IssuedOf(CUSTOMS_RECORD), "备案日期"),
    (Role::IssuedOf(SCREENING), "筛查日期|screening date|date of screening|screened on"),
    (Role::IssuedOf(SHEET), "überarbeitet am|überarbeitungsdatum|revision date|修订日期"),
    (
        Role::Date,
        "date|dated|datum|place, date|place and date|place & date|ort, datum|ort und datum|日期|地点和日期|地点及日期|\
        as of|date and signature",
    ),
    (
        Role::Expires,
        "valid until|valid to|valid through|valid till|valid up to|certificate valid until|\
        certificate valid to|certificate valid through|expiry date|date of expiry|expiration date|\
        date of expiration|expires on|expires|expiry|certificate expiry|certificate expiry date|\
        certificate expires|date and place of expiry|validity until|valid thru|cover ends|\
        end of validity|validity end|licence valid until|next calibration due|\
        recalibration due|calibration due|recommended recalibration|gültig bis|gültigkeit bis|gültigkeitsende|\
        ablaufdatum|有效期至|有效期限至|有效期到|有效期截止|有效期截止日期|有效期截止日|有效日期至|有效日期|有效截止日期|\
        证书有效期至|证书有效期截止日期|许可证有效截止日期|许可证有效期至|到期日期|到期日|届满日期|失效日期|失效日|\
        有效至|终止日期|有效期届满日|建议复校日期|建议下次校准日期|export licence expiry date|export license expiry date|licence expiry date|license expiry date|licence expires|date of licence expiry",
    ),
    (
        Role::Period,
        "period of insurance|policy period|insurance period|period of cover|validity period|\
        period of validity|validity|valid from|certificate valid from|valid|term of validity|\
        gültigkeit|gültig von|gültig vom|gültigkeitszeitraum|有效期限|有效期|证书有效期|保险期间|保险期限|\
        保险责任期间|责任期间|营业期限|许可证有效期",
    ),
    (
        Role::Issuer,
        "issued by|issuing authority|issuing body|issuing organisation|issuing organization|\
        issuing bank|certification body|certifying body|certifying authority|issuer|insurer|\
        underwriter|name of insurer|test laboratory|testing laboratory|calibration laboratory|\
        carrier|prepared by company|ausgestellt von|zertifizierungsstelle|aussteller|prüfstelle|\
        prüflabor|发证机构|发证机关|认证机构|颁证机构|颁发机构|登记机关|出具单位|出具机构|签发机构|签发机关|签发单位|\
        承保人|保险人|保险公司|检测机构|检验机构|校准机构|校准单位|发证单位|检测单位|编制单位|筛查单位|承运人|开证行|\
        备案机关|备案海关",
    ),
    (
        Role::Maker,
        "manufacturer|name of manufacturer|manufacturer's name|name and address of manufacturer|\
        name and address of the manufacturer|the manufacturer|hersteller|name des herstellers|\
        制造商|生产企业|制造厂|制造单位|制造商名称|生产厂家",
    ),
    (Role::Seller, "seller|the seller|verkäufer|卖方|卖方名称"),
    (
        Role::Holder,
        "certificate holder|holder|holder of certificate|name of holder|licence holder|\
        license holder|name of insured|name of the insured|the insured|insured|insured party|\
        assured|the assured|policyholder|policy holder|name of assured|applicant|name of applicant|\
        licensee|certified organisation|certified organization|certified company|\
        name of organisation|name of organization|organisation|organization|issued to|awarded to|\
        granted to|client|customer name|inhaber|zertifikatsinhaber|zertifikatinhaber|antragsteller|\
        auftraggeber|versicherungsnehmer|获证组织|获证组织名称|获证企业|获证单位|获证方|持证人|持证单位|持证企业|被保险人|\
        投保人|申请人|申请单位|申请企业|委托单位|委托方|委托人|送检单位|受检单位|企业名称|单位名称|组织名称|公司名称|\
        证书持有人|许可证持有人|applicant's name|holder's name|name and address of applicant|name and address of the applicant|name and address of holder|applicant name|holder name",
    ),
    (Role::HolderOf(BUSINESS), "名称|name"),
    (
        Role::Sender,
        "shipper|shipper/exporter|consignor|exporter|exporter's name and address|\
        goods consigned from|托运人|发货人|出口商|出口方|出口人|出口经营者",
    ),
    (Role::HolderOf(CALIBRATION), "customer|client|客户名称|客户"),
    (Role::HolderOf(CUSTOMS), "境内发货人|经营单位|生产销售单位"),
    (
        Role::Model,
        "model|models|model no|model number|model name|machine model|model designation|\
        model/type|type/model|type|machine type|type designation|modell|typ|maschinentyp|型号|型号规格|规格型号|产品型号|\
        设备型号|机床型号|机型|机器型号|规格和型号|型号/规格|规格/型号",
    ),
    (
        Role::Other,
        "date of birth|date of first|date of test|date of tests|date of receipt|date of receiving|\
        date of manufacture|date of production|date of audit|date of calibration|date of inspection|date of print|\
        date of shipment|date of expiry of|date of commissioning|date of original|original approval|\
        original certification|original approval date|original issue date|original issue|initial certification|\
        initial certification date|first issued|first issue|first issue date|first issued on|\
        date of first issue|date of initial|date of initial registration|initial issue date|\
        first certification|first registration|issue no|issue number|issue status|issued copies|issued in|\
        issued under|issued for|issued capital|certificate of|certificate issued under|report of|record of|document title|document name|document type|\
        valid only|valid in|valid for|validity of|surveillance|surveillance audit|next surveillance|next surveillance audit|\
        next audit|next audit date|audit date|recertification|recertification audit|recertification due|\
        recertification date|review due|next review|test date|tested|tested on|date tested|\
        calibrated on|calibration date|prüfdatum|druckdatum|print date|printed|printed on|print time|\
        revision|rev|version|edition|issue|ausgabe|seite|page|tel|telephone|phone|fax|mobile|e-mail|\
        email|web|website|vat no|vat number|vat id|vat|ust-idnr|ust-id-nr|tax id|tax no|tax number|\
        tax registration no|tin|eori|eori no|duns|company registration no|company registration number|\
        company reg no|registered office|register court|commercial register|hrb|accreditation|\
        accreditation no|accreditation number|accredited by|accreditation body|accreditation certificate no|\
        notified body|notified body no|notified body number|order no|order number|order|\
        purchase order|purchase order no|po no|p o no|your order|your ref|your reference|job no|project no|\
        quotation no|offer no|customer no|customer number|contract|contract of|serial no|\
        serial number|serial|ser no|s/n|machine no|machine number|asset no|item no|part no|\
        part number|drawing no|batch no|lot no|hs code|h s code|container no|seal no|vessel|\
        voyage|voyage no|flight no|account no|account number|iban|swift|swift code|bic|\
        form no|form|template|template no|annex|appendix|number of|number and date of|no of|nos|number of pages|\
        number of originals|type of|type approval|type approval no|type of certificate|type examination certificate no|\
        type plate|typ der|model year|models covered by|policy of|policy holder no|policy currency|invoice value|invoice amount|\
        invoice to|invoice currency|reference standard|reference standards|reference document|reference list|ref standard|manufacturer's address|\
        manufacturer's serial no|manufacturer's declaration|holder of the technical file|insured value|insured amount|insured sum|\
        applicant's ref|applicant bank|applicant's address|client no|client ref|client number|organisation no|file name|file size|file format|sheet name|\
        carrier's|carrier's agent|expiry of|expires in|expiry time|\
        监督审核|监督审核日期|下次监督审核|下次审核|初次发证日期|初次获证日期|首次发证日期|首次获证日期|首次签发日期|\
        初次认证日期|首次认证日期|初评日期|审核日期|检测日期|检验日期|测试日期|校准日期|验收日期|收样日期|\
        接收日期|打印日期|打印时间|生产日期|制造日期|出厂日期|装运日期|装船日期|出口日期|成立日期|注册日期|生效日期|追溯日|\
        实施日期|发布日期|出生日期|开始日期|交货日期|订单号|订单编号|采购单号|合同|合同协议号|协议号|客户编号|\
        统一社会信用代码号|纳税人识别号|税号|组织机构代码|电话|传真|手机|邮编|邮箱|网址|认可编号|认可证书号|认可注册号|认可号|\
        认可机构|出厂编号|设备编号|产品编号|机号|序列号|物料编号|图号|批号|箱号|集装箱号|封号|航次|船名|账号|帐号|银行账号|\
        版本|版次|修订|页码|第|表格编号|表单编号|编号规则|检验检疫备案号|商品编号|商品编码|项号|\
        申请日期|受理日期|申请编号|受理编号|申请单号|任务编号|样品编号|委托编号|委托单编号|技术文件编号|公告机构编号|公告机构|资质证书编号|注册资本|注册地址|\
        单位地址|制造商地址|保险人地址|型号核准|企业地址|申请人地址|有效期内|有效期间|日期格式|登记机关盖章|地址|住所|法定代表人|经营范围|认证范围|产品名称|品名|address|最终用户|end user|end-user|收货人|consignee|buyer|the buyer|买方|买方名称|notify party|通知人|通知方|进口商|importer|notify|收货方|代理人|代理机构|agent|license type|licence type|certificate type|certificate status",
    ),
];
