//! The names that documents of the well-known kinds go by in their headings.
//!
//! One with `=` before it is a heading only by itself: a proforma invoice is no invoice.

/// Names by kind, parted by bars; lower case, without blanks in Chinese.
pub(super) const CUES: &[(&str, &str)] = &[
    ("iso-9001", "质量管理体系认证证书|质量管理体系证书|quality management system certificate"),
    (
        "iso-14001",
        "环境管理体系认证证书|环境管理体系证书|environmental management system certificate",
    ),
    ("iso-45001", "职业健康安全管理体系认证证书|职业健康安全管理体系证书"),
    ("iso-27001", "信息安全管理体系认证证书|信息安全管理体系证书"),
    (
        "eu-machinery-doc",
        "eu declaration of conformity|ec declaration of conformity|eu-declaration of conformity|\
        ec-declaration of conformity|declaration of conformity|ce declaration of conformity|eu-konformitätserklärung|\
        eg-konformitätserklärung|konformitätserklärung|欧盟符合性声明|欧盟合格声明|符合性声明|ec符合性声明|eu符合性声明|\
        ce符合性声明",
    ),
    (
        "uk-machinery-doc",
        "uk declaration of conformity|ukca declaration of conformity|英国符合性声明",
    ),
    (
        "eu-doi-pcm",
        "declaration of incorporation|einbauerklärung|eu declaration of incorporation|部分完成机械合并声明|合并声明|\
        半成品机械合并声明|安装声明",
    ),
    (
        "noise-declaration",
        "noise declaration|noise emission declaration|geräuschangabe|噪声声明|噪声排放声明|declaration of noise emission",
    ),
    (
        "accuracy-report",
        "accuracy test report|accuracy report|geometric accuracy test report|geometric accuracy report|\
        geometric test report|positioning accuracy test report|positioning accuracy report|accuracy inspection report|\
        geometry and positioning report|几何精度检验报告|几何精度检测报告|定位精度检验报告|定位精度检测报告|精度检验报告|\
        精度检测报告|机床精度检验报告|机床几何精度与定位精度检验报告",
    ),
    (
        "electrical-test-record",
        "electrical test record|electrical test report|electrical safety test report|电气检验记录|电气测试报告|电气安全检验报告|\
        电气安全测试报告|电气检验报告|prüfprotokoll der elektrischen ausrüstung|verification of electrical equipment",
    ),
    (
        "safety-function-report",
        "safety function report|safety function calculation|安全功能计算报告|安全功能报告|安全功能验证报告",
    ),
    (
        "emc-report",
        "emc test report|emc report|electromagnetic compatibility test report|电磁兼容检测报告|电磁兼容测试报告|emc检测报告|emc测试报告",
    ),
    (
        "risk-assessment-12100",
        "risk assessment|risikobeurteilung|风险评估报告|风险评估|风险评价报告",
    ),
    (
        "fluid-sds",
        "safety data sheet|material safety data sheet|sicherheitsdatenblatt|安全数据单|化学品安全技术说明书|安全技术说明书",
    ),
    ("commercial-invoice", "commercial invoice|handelsrechnung|商业发票|=invoice|export invoice"),
    ("packing-list", "packing list|packliste|装箱单|packing list / weight list"),
    (
        "bill-of-lading",
        "bill of lading|sea waybill|ocean bill of lading|multimodal transport bill of lading|海运提单|=提单|正本提单|海运单|\
        combined transport bill of lading",
    ),
    (
        "rail-consignment-note",
        "rail consignment note|railway bill|国际铁路联运运单|国际货协运单|铁路运单",
    ),
    (
        "sales-contract",
        "sales contract|contract of sale|purchase and sale contract|kaufvertrag|销售合同|外贸合同|售货合同|购销合同|买卖合同|sales agreement",
    ),
    ("insurance-certificate", "insurance certificate|certificate of insurance"),
    (
        "cargo-insurance",
        "cargo insurance policy|cargo transportation insurance policy|marine cargo insurance policy|\
        marine cargo policy|cargo transportation insurance|marine cargo insurance|open cargo policy|cargo policy|货物运输保险单|\
        货物运输保险|海洋货物运输保险单|货运保险单|货运险保险单",
    ),
    (
        "product-liability-insurance",
        "product liability insurance|product liability policy|products liability insurance|\
        product liability insurance policy|product liability insurance certificate|\
        products liability policy|certificate of product liability insurance|产品责任保险|产品责任保险单|产品责任保险保险单|产品责任险",
    ),
    (
        "sinosure-cover",
        "出口信用保险|短期出口信用保险|信用限额审批单|export credit insurance|export credit insurance policy",
    ),
    (
        "vgm-declaration",
        "verified gross mass|vgm declaration|verified gross mass declaration|集装箱重量验证|核实重量声明|vgm申报|vgm声明|装箱称重单|集装箱称重单",
    ),
    (
        "certificate-of-origin",
        "certificate of origin|certificate of originof|原产地证书|原产地证明书|原产地证|一般原产地证书|一般原产地证明书|\
        ursprungszeugnis|combined declaration and certificate",
    ),
    (
        "ispm15-declaration",
        "wood packing declaration|wood packaging declaration|wood packing material declaration|declaration of wood packing material|\
        declaration of wood packaging|ispm 15 declaration|non-wood packing declaration|木质包装声明|木质包装热处理声明|\
        木质包装处理声明|无木质包装声明|declaration of no-wood packing material|statement on wood packaging",
    ),
    (
        "letter-of-credit",
        "issue of a documentary credit|documentary credit|letter of credit|irrevocable documentary credit|mt700|mt 700|=信用证|跟单信用证|不可撤销跟单信用证",
    ),
    (
        "export-declaration",
        "出口货物报关单|中华人民共和国海关出口货物报关单|=报关单|export declaration|customs export declaration|export customs declaration",
    ),
    (
        "oog-lashing-plan",
        "lashing plan|out-of-gauge and lashing plan|lashing and securing plan|绑扎方案|超限货物绑扎方案|绑扎加固方案|out of gauge lashing plan",
    ),
    (
        "dg-declaration",
        "dangerous goods declaration|multimodal dangerous goods form|shipper's declaration for dangerous goods|危险品申报|危险货物申报单|危险货物安全适运申报单",
    ),
    ("booking", "booking note|booking confirmation|订舱单|订舱委托书|订舱确认书|订舱确认"),
    ("road-permit", "oversize road permit|超限运输许可|超限运输车辆通行证|超限运输许可证"),
    (
        "dual-use-export-licence",
        "两用物项和技术出口许可证|两用物项出口许可证|dual-use export licence|dual-use export license|\
        export licence for dual-use items|export license for dual-use items|\
        export licence for dual-use items and technologies|export license for dual-use items and technologies|=出口许可证|\
        export licence|export license",
    ),
    ("tech-export-licence", "技术出口许可证|technology export licence|限制类技术出口许可证"),
    (
        "dual-use-self-classification",
        "dual-use parameter sheet|dual-use self-classification|dual-use classification sheet|两用物项自查表|两用物项参数表|两用物项自查",
    ),
    (
        "end-user-certificate",
        "end-user certificate|end user certificate|end-user statement|end user statement|\
        end-user and end-use certificate|end-user and end-use statement|end-use certificate|\
        end-use statement|end-user undertaking|最终用户和最终用途证明|最终用户证明|最终用途证明|最终用户和最终用途声明|最终用户声明|\
        最终用户承诺书|最终用户和最终用途说明|最终用户说明",
    ),
    (
        "restricted-party-screening",
        "restricted party screening|restricted-party screening|party screening record|screening record|screening log|denied party screening|交易方筛查记录|筛查记录|交易方筛查|管制清单筛查",
    ),
    ("catch-all-review", "catch-all memo|catch-all review|全面控制审查记录"),
    (
        "hs-classification-sheet",
        "hs decision record|hs classification sheet|hs classification record|classification record|tariff classification record|归类决定|商品归类决定|商品归类记录|归类记录",
    ),
    (
        "origin-calc-sheet",
        "origin calculation|origin calculation sheet|原产地核算表|原产地计算表|原产地核算",
    ),
    ("cn-business-licence", "营业执照|business licence|business license"),
    (
        "cn-customs-consignor",
        "海关进出口货物收发货人备案|海关进出口货物收发货人备案回执|收发货人备案回执|报关单位备案证明|报关单位备案|customs registration certificate|customs consignor record",
    ),
    ("cn-fx-directory", "贸易外汇收支企业名录登记|贸易外汇收支企业名录|外汇收支企业名录|名录登记"),
    (
        "aeo-status",
        "aeo certificate|authorized economic operator certificate|authorised economic operator certificate|authorized economic operator|authorised economic operator|aeo认证企业证书|认证企业证书|高级认证企业证书|海关高级认证企业",
    ),
    (
        "metrology-calibration",
        "calibration certificate|certificate of calibration|kalibrierschein|校准证书|calibration report|校准报告",
    ),
    (
        "fat-report",
        "factory acceptance report|factory acceptance test report|factory acceptance test|fat report|fat protocol|出厂验收报告|工厂验收报告|预验收报告|factory acceptance protocol",
    ),
    (
        "user-manual-translated",
        "betriebsanleitung|originalbetriebsanleitung|kurzanleitung|bedienungsanleitung|operating manual|\
        operating instructions|operation manual|operator's manual|user manual|instruction manual|\
        original instructions|translation of the original instructions|manual de instrucciones|使用说明书|操作说明书|操作手册|用户手册|quick guide",
    ),
    ("spare-parts-list", "spare parts list|ersatzteilliste|备件清单"),
    ("sbom", "software bill of materials|sbom|软件物料清单"),
    (
        "reference-list",
        "reference list|referenzliste|list of references|customer reference list|业绩清单|业绩表|用户业绩表",
    ),
    ("company-profile", "company profile|corporate profile|企业简介|公司简介|firmenprofil"),
    (
        "bank-reference",
        "bank reference|bank reference letter|bankers reference|banker's reference|银行资信证明|资信证明",
    ),
    ("audited-accounts", "auditor's report|independent auditor's report|审计报告"),
    (
        "bank-guarantee",
        "advance payment guarantee|performance guarantee|performance bond|payment guarantee|bank guarantee|advance payment bond|履约保函|预付款保函|银行保函|anzahlungsbürgschaft",
    ),
    ("business-continuity", "business continuity plan|业务连续性计划|业务连续性管理计划"),
    ("service-capacity", "service capacity|服务能力说明|服务能力证明"),
    (
        "response-time-commitment",
        "service level agreement|服务响应承诺|服务响应承诺书|服务水平协议",
    ),
    (
        "eu-reach-svhc",
        "svhc statement|svhc declaration|reach declaration|reach statement|svhc声明|reach声明",
    ),
    ("au-packing-declaration", "packing declaration|annual packing declaration"),
    (
        "au-asbestos",
        "asbestos-free declaration|asbestos free declaration|no-asbestos declaration|asbestos statement|无石棉声明|无石棉证明",
    ),
    ("factory-audit", "factory audit report|验厂报告"),
    ("eu-notified-body", "ec type-examination certificate|eu type-examination certificate"),
];

/// Standards of management systems and of control security: on a certificate the first one cited
/// tells the kind. Those without an id are here so that they are not passed over.
pub(super) const SYSTEMS: &[(&str, &str)] = &[
    ("iso 9001", "iso-9001"),
    ("gb/t 19001", "iso-9001"),
    ("gb/t19001", "iso-9001"),
    ("iso 14001", "iso-14001"),
    ("gb/t 24001", "iso-14001"),
    ("gb/t24001", "iso-14001"),
    ("iso 45001", "iso-45001"),
    ("gb/t 45001", "iso-45001"),
    ("gb/t45001", "iso-45001"),
    ("iso/iec 27001", "iso-27001"),
    ("iso 27001", "iso-27001"),
    ("gb/t 22080", "iso-27001"),
    ("gb/t22080", "iso-27001"),
    ("iec 62443", "iec-62443"),
    ("iso/iec 17025", ""),
    ("iso/iec 17020", ""),
    ("iso/iec 17021", ""),
    ("iso 50001", ""),
    ("iso 13485", ""),
    ("iso 22301", ""),
    ("iso 3834", ""),
    ("iatf 16949", ""),
    ("iso/iec 20000", ""),
    ("iso 37001", ""),
];
