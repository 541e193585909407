"""Certificates of management systems, accreditation, insurance, registration."""

from corpus import Labels as L
from names import *  # noqa: F403
from via import doc, scan_of

doc("certificates/ISO9001_Laoshan_Meridian_2025.pdf", "chromium", [
    ("head", NORVANTA, "Room 1806, 500 Yan'an East Road, Shanghai · Member of the Norvanta Group"),
    ("title", "CERTIFICATE"), ("p", "This is to certify that the quality management system of"),
    ("sub", MERIDIAN), ("p", MERIDIAN_AT), ("p", "has been audited and found to conform to"), ("sub", "ISO 9001:2015"),
    ("p", "Scope: Design, manufacture and service of CNC vertical and five-axis machining centres (series LM-MT650 and LM-MT500)"),
    ("kv", [("Certificate No.", "NV-QMS-25-04417"), ("Initial certification date", "18 March 2019"),
            ("Recertification audit", "2-4 February 2025"), ("Date of issue", "5 March 2025"),
            ("Valid until", "17 March 2028")]),
    ("sign", ["Ingrid Solheim\nHead of Certification", "Accreditation No. MS 0417"]),
    ("small", "The validity of this certificate depends on successful surveillance audits. It remains the property of Norvanta."),
    ("foot", "NV-F-031 rev. 7 (2023-06-01)   Page {p} of {n}")],
    L("iso-9001", "NV-QMS-25-04417", NORVANTA, MERIDIAN, "2025-03-05", "2028-03-17", ["LM-MT650", "LM-MT500"], ["ISO 9001:2015"]),
    ["NV-QMS-25-04417", "five-axis machining centres", "17 March 2028"], theme="cert",
    also={"issuer": ["Norvanta"]}, note="First certification, audit and form revision dates are not the date of issue.")

doc("certificates/质量管理体系认证证书.pdf", "typst", [
    ("head", ZHX_ZH, ZHX), ("title", "质量管理体系认证证书\nQuality Management System Certificate"),
    ("kv", [("证书编号 Certificate No.", "ZHX26Q10088R2M"),
            ("兹证明 This is to certify that", f"{HARBOUR_ZH}\n{HARBOUR}"),
            ("统一社会信用代码", "91370281MA3XK0F26J"),
            ("注册地址 Registered address", f"山东省青岛市胶州市海尔大道12号\n{HARBOUR_AT}"),
            ("体系标准 Standard", "GB/T 19001-2016 / ISO 9001:2015"),
            ("认证范围 Scope", "数控龙门加工中心（GB-G4022、GB-G3016）的设计、生产和服务\nDesign, manufacture and service of CNC gantry machining centres (GB-G4022, GB-G3016)"),
            ("初次发证日期 First issued", "2020-01-16"), ("颁证日期 Date of issue", "2026-01-12"),
            ("有效期至 Valid until", "2029-01-15")], "beside"),
    ("p", "获证组织必须定期接受监督审核并经审核合格此证书方继续有效。证书信息可在国家认证认可监督管理委员会官方网站查询。"),
    ("sign", ["总经理：周德谦", ZHX_ZH])],
    L("iso-9001", "ZHX26Q10088R2M", ZHX_ZH, HARBOUR_ZH, "2026-01-12", "2029-01-15", ["GB-G4022", "GB-G3016"],
      ["GB/T 19001-2016", "ISO 9001:2015"], ["zh", "en"]),
    ["数控龙门加工中心", "ZHX26Q10088R2M", HARBOUR], also={"issuer": [ZHX], "holder": [HARBOUR]}, lang="zh", font="Noto Sans CJK SC")

doc("certificates/9001证书-东湾数控.pdf", "cid", [
    ("title", "质量管理体系认证证书"), ("p", "证书号：ZHX24Q30512R0S"), ("p", "兹证明"), ("sub", EASTBAY_ZH),
    ("p", "统一社会信用代码：91370214MA3D7T5Q0A\n地址：山东省青岛市城阳区春阳路301号"),
    ("p", "建立的质量管理体系符合标准：GB/T 19001-2016/ISO 9001:2015"),
    ("p", "通过认证范围如下：数控车床、立式加工中心的设计、生产及售后服务"),
    ("kv", [("发证日期", "2024年7月9日"), ("有效期至", "2027年7月8日")], "inline"),
    ("p", ZHX_ZH), ("small", "本证书须与年度监督审核合格标识一并使用方为有效。"), ("foot", "第 {p} 页 共 {n} 页")],
    L("iso-9001", "ZHX24Q30512R0S", ZHX_ZH, EASTBAY_ZH, "2024-07-09", "2027-07-08", [], ["GB/T 19001-2016", "ISO 9001:2015"], ["zh"]),
    ["东湾数控", "数控车床", "2027年7月8日"])

doc("certificates/QMS registration letter.docx", "docx", [
    ("head", ALBION, "14 Foundry Lane, Sheffield S3 8RT, United Kingdom"),
    ("title", "Letter of Registration"),
    ("p", "Our reference: AQR/L/2291          Date: 21-Nov-2025"),
    ("p", f"We confirm that {EASTBAY}, {EASTBAY_AT}, is registered with Albion Quality Register Ltd under certificate AQR-7718-Q for the standard ISO 9001:2015."),
    ("p", "Registration is continuous and subject to annual surveillance; the certificate carries no expiry date. The last surveillance visit took place on 14-Oct-2025."),
    ("sign", ["M. Hargreaves, Registrar"]), ("foot", "Albion Quality Register Ltd   page {p} of {n}")],
    L("iso-9001", "AQR-7718-Q", ALBION, EASTBAY, "2025-11-21", None, [], ["ISO 9001:2015"]),
    ["AQR-7718-Q", "carries no expiry date", "page"], also={"number": ["AQR/L/2291"]},
    note="Says itself that there is no expiry.")

doc("certificates/EMS-14001.pdf", "lo-pdf", [
    ("head", RHEINHART, "Am Hafen 9, 47119 Duisburg, Germany"),
    ("title", "Certificate of Registration"), ("sub", "Environmental Management System"),
    ("kv", [("Organisation", MERIDIAN), ("Site", MERIDIAN_AT), ("Standard", "ISO 14001:2015"),
            ("Scope", "Manufacture of CNC machine tools"), ("Registration number", "RZ 14-00923/3"),
            ("Certificate valid from", "01.07.2024"), ("Certificate valid to", "30.06.2027"), ("Issued", "Duisburg, 24.06.2024")], "inline"),
    ("p", "This certificate supplements quality certificate NV-QMS-25-04417 (ISO 9001) issued by another body and does not replace it."),
    ("foot", "RZ-FB-114 · page {p} of {n}")],
    L("iso-14001", "RZ 14-00923/3", RHEINHART, MERIDIAN, "2024-06-24", "2027-06-30", [], ["ISO 14001:2015", "ISO 9001"]),
    ["RZ 14-00923/3", "Environmental Management System"], note="Mentions another certificate's number and ISO 9001.")

doc("certificates/环境管理体系认证证书_海湾精密.pdf", "fpdf > gs", [
    ("title", "环境管理体系认证证书"), ("kv", [("证书编号", "ZHX25E20331R1M"), ("获证组织", HARBOUR_ZH),
        ("地址", "山东省青岛市胶州市海尔大道12号"), ("认证标准", "GB/T 24001-2016 idt ISO 14001:2015"),
        ("认证范围", "数控机床的生产及相关环境管理活动"), ("首次发证", "2022年5月20日"), ("本次发证", "2025年5月19日"),
        ("证书有效期", "2025年5月19日至2028年5月18日")], "pairs"),
    ("p", "颁证机构：" + ZHX_ZH), ("small", "地址：北京市朝阳区望京东路7号"), ("foot", "第 {p} 页，共 {n} 页")],
    L("iso-14001", "ZHX25E20331R1M", ZHX_ZH, HARBOUR_ZH, "2025-05-19", "2028-05-18", [], ["GB/T 24001-2016", "ISO 14001:2015"], ["zh"]),
    ["ZHX25E20331R1M", "环境管理活动"])

doc("certificates/ohs-45001-bilingual.pdf", "chromium > qdf", [
    ("head", ZHX, ZHX_ZH), ("title", "职业健康安全管理体系认证证书\nOccupational Health and Safety Management System Certificate"),
    ("kv", [("证书编号 No.", "ZHX25S10417R0M"), ("组织名称 Organization", f"{MERIDIAN_ZH}\n{MERIDIAN}"),
            ("标准 Standard", "GB/T 45001-2020 / ISO 45001:2018"), ("范围 Scope", "数控机床的设计、生产、安装服务\nDesign, production and on-site installation of CNC machine tools"),
            ("发证日期 Issue date", "2025年11月03日 (Nov 3, 2025)"), ("有效期至 Expiry date", "2028年11月02日 (Nov 2, 2028)")], "boxes")],
    L("iso-45001", "ZHX25S10417R0M", ZHX, MERIDIAN, "2025-11-03", "2028-11-02", [], ["GB/T 45001-2020", "ISO 45001:2018"], ["zh", "en"]),
    ["ZHX25S10417R0M", "on-site installation"], also={"issuer": [ZHX_ZH], "holder": [MERIDIAN_ZH]}, theme="blue", lang="zh")

doc("certificates/OHSMS Eastbay.pdf", "fpdf", [
    ("head", NORVANTA, "Certification of management systems"), ("title", "Certificate of Approval"),
    ("kv", [("Certificate number", "NV-OHS-23-00851"), ("Issued to", EASTBAY), ("Address", EASTBAY_AT),
            ("Management system", "Occupational health and safety to ISO 45001:2018"), ("Original approval", "30 May 2023"),
            ("Current certificate", "30 May 2023"), ("Certificate expiry", "29 May 2026")], "above"),
    ("p", "Activities: assembly, testing and commissioning of CNC lathes model CK6150 and vertical machining centres model VMC-850."),
    ("foot", "{p}/{n}")],
    L("iso-45001", "NV-OHS-23-00851", NORVANTA, EASTBAY, "2023-05-30", "2026-05-29", ["CK6150", "VMC-850"], ["ISO 45001:2018"]),
    ["NV-OHS-23-00851", "CK6150", "29 May 2026"])

doc("certificates/isms.pdf", "typst > objstm", [
    ("head", ALBION, "14 Foundry Lane, Sheffield S3 8RT"), ("title", "Certificate of Registration"),
    ("p", "Information Security Management System – ISO/IEC 27001:2022"),
    ("p", f"Albion Quality Register Ltd certifies that {MERIDIAN} operates an information security management system covering remote service and diagnostics of delivered machines, in accordance with the Statement of Applicability version 2.1 of 2025-08-11."),
    ("kv", [("Certificate", "AQR-1190-IS"), ("Effective", "2025-10-01"), ("Expires", "2028-09-30"), ("Issue", "1")], "beside"),
    ("foot", "Page {p} of {n}")],
    L("iso-27001", "AQR-1190-IS", ALBION, MERIDIAN, "2025-10-01", "2028-09-30", [], ["ISO/IEC 27001:2022"]),
    ["AQR-1190-IS", "remote service and diagnostics"], note="Effective date taken as the day of issue; the Statement of Applicability has its own.")

doc("certificates/信息安全证书.docx", "lo-docx", [
    ("title", "信息安全管理体系认证证书"), ("kv", [("证书编号", "ZHX26I00076R0S"), ("组织名称", HARBOUR_ZH),
        ("认证依据", "GB/T 22080-2016 / ISO/IEC 27001:2013"), ("颁证日期", "2026-02-10"), ("有效日期", "2029-02-09"), ("发证机构", ZHX_ZH)], "grid"),
    ("foot", "第 {p} 页")],
    L("iso-27001", "ZHX26I00076R0S", ZHX_ZH, HARBOUR_ZH, "2026-02-10", "2029-02-09", [], ["GB/T 22080-2016", "ISO/IEC 27001:2013"], ["zh"]),
    ["ZHX26I00076R0S", "信息安全管理体系"])

doc("certificates/accreditation_lab.pdf", "chromium > lin", [
    ("head", "East Asia Accreditation Board", "Accreditation of conformity assessment bodies"), ("title", "Certificate of Accreditation"),
    ("p", f"{HAIWAN}, No. 3 Miaoling Road, Qingdao, is accredited as a calibration laboratory in accordance with ISO/IEC 17025:2017 for the scope in Annex A (length, angle, laser interferometers)."),
    ("kv", [("Registration No.", "EAAB-L-2207"), ("Date of issue", "2023-09-15"), ("Date of expiry", "2029-09-14"), ("Date of first accreditation", "2011-09-15"), ("Update", "2025-04-02")]),
    ("p", "The laboratory's own quality management meets the principles of ISO 9001.")],
    L(None, "EAAB-L-2207", "East Asia Accreditation Board", HAIWAN, "2023-09-15", "2029-09-14", [], ["ISO/IEC 17025:2017", "ISO 9001"]),
    ["EAAB-L-2207", "calibration laboratory"], theme="cert", note="None of the known kinds: not an ISO 9001 certificate, not a calibration certificate.")

doc("certificates/认可证书-认证机构.pdf", "cid", [
    ("title", "认可证书"), ("p", "（注册号：EAAB-C-019）"), ("p", f"兹证明：{ZHX_ZH}"), ("p", "符合 ISO/IEC 17021-1:2015《合格评定 管理体系审核认证机构要求》，具备开展质量、环境、职业健康安全管理体系认证的能力，予以认可。"),
    ("kv", [("签发日期", "2022-06-30"), ("有效期至", "2028-06-29"), ("初次认可", "2010-06-30")], "inline"), ("p", "东亚认可委员会")],
    L(None, "EAAB-C-019", "东亚认可委员会", ZHX_ZH, "2022-06-30", "2028-06-29", [], ["ISO/IEC 17021-1:2015"], ["zh"]),
    ["EAAB-C-019", "东亚认可委员会"])

doc("certificates/iec62443 component cert.pdf", "reportlab", [
    ("head", RHEINHART, "Am Hafen 9, 47119 Duisburg"), ("title", "Certificate"), ("sub", "Industrial control security"),
    ("kv", [("Certificate No.", "RZ-ICS-2025-0044"), ("Certificate holder", HARBOUR), ("Product", "Machine control cabinet MC-9 for gantry machining centre GB-G4022"),
            ("Tested to", "IEC 62443-4-2:2019, SL 1"), ("Date", "12/19/2025"), ("Valid through", "12/18/2028")]),
    ("p", "The development process was assessed against IEC 62443-4-1:2018.")],
    L("iec-62443", "RZ-ICS-2025-0044", RHEINHART, HARBOUR, "2025-12-19", "2028-12-18", ["GB-G4022"], ["IEC 62443-4-2:2019", "IEC 62443-4-1:2018"]),
    ["RZ-ICS-2025-0044", "Industrial control security"], note="12/19/2025 can only be month first.")

doc("insurance/Product liability policy PL-2026.pdf", "lo-pdf > objstm", [
    ("head", YELLOWSEA, "28 Hong Kong Middle Road, Qingdao · hotline 4000-555-0199"), ("title", "PRODUCT LIABILITY INSURANCE POLICY"), ("sub", "Schedule"),
    ("kv", [("Policy No.", "YSPL20260011873"), ("Named Insured", MERIDIAN), ("Business of the insured", "Manufacture and export of CNC machine tools"),
            ("Period of insurance", "from 1 January 2026 to 31 December 2026, both days inclusive"), ("Retroactive date", "1 January 2022"),
            ("Limit of liability", "USD 5,000,000 any one occurrence and in the aggregate"), ("Territory", "Worldwide excluding USA and Canada"), ("Governing law", "P.R. China"),
            ("Date of issue", "18 December 2025")], "grid"),
    ("p", "Products include machining centres LM-MT500, LM-MT650 and LM-MT800 as described in the proposal of 2 December 2025."),
    ("foot", "YSPL20260011873   page {p} of {n}")],
    L("product-liability-insurance", "YSPL20260011873", YELLOWSEA, MERIDIAN, "2025-12-18", "2026-12-31", ["LM-MT500", "LM-MT650", "LM-MT800"], []),
    ["YSPL20260011873", "USD 5,000,000"], also={"document-type": ["eu-product-liability"]}, note="Proposal, retroactive date and start of cover are other dates.")

doc("insurance/产品责任险保单.pdf", "chromium > owner", [
    ("head", YELLOWSEA_ZH, "青岛市市南区香港中路28号"), ("title", "产品责任保险保险单"),
    ("kv", [("保险单号", "HHCB20250907001"), ("投保人", HARBOUR_ZH), ("被保险人", HARBOUR_ZH), ("产品名称", "数控龙门加工中心"), ("追溯日", "2023年10月1日"),
            ("保险期间", "自2025年10月1日零时起至2026年9月30日二十四时止"), ("每次事故赔偿限额", "人民币2000万元"), ("承保区域", "全世界（美国、加拿大除外）"), ("签单日期", "2025年9月26日")], "beside"),
    ("p", "特别约定：本保单适用《中华人民共和国保险法》。"), ("foot", "第 {p} 页 共 {n} 页")],
    L("product-liability-insurance", "HHCB20250907001", YELLOWSEA_ZH, HARBOUR_ZH, "2025-09-26", "2026-09-30", [], [], ["zh"]),
    ["HHCB20250907001", "二十四时止"], lang="zh", also={"document-type": ["eu-product-liability"]})

doc("registration/营业执照.pdf", "chromium", [
    ("mark", "样本"), ("title", "营 业 执 照"), ("p", "（副本）"),
    ("kv", [("统一社会信用代码", "91370212MA3C5R8X1P"), ("名称", MERIDIAN_ZH), ("类型", "有限责任公司（自然人投资或控股）"), ("法定代表人", "王子午"),
            ("注册资本", "伍仟万元整"), ("成立日期", "2011年06月08日"), ("营业期限", "2011年06月08日至长期"), ("住所", MERIDIAN_AT_ZH),
            ("经营范围", "数控机床制造；金属切削机床销售；机械零件加工；货物进出口；技术进出口。")], "pairs"),
    ("p", "登记机关：青岛市崂山区市场监督管理局"), ("p", "2023年04月19日"), ("small", "国家企业信用信息公示系统网址：http://www.gsxt.example　　市场主体应当于每年1月1日至6月30日报送公示年度报告。")],
    L("cn-business-licence", "91370212MA3C5R8X1P", "青岛市崂山区市场监督管理局", MERIDIAN_ZH, "2023-04-19", None, [], [], ["zh"]),
    ["91370212MA3C5R8X1P", "货物进出口"], lang="zh", theme="serif", note="营业期限 is long-term: no expiry. 成立日期 is not the date of issue.")

doc("registration/business_licence_eastbay.pdf", "cid > lin", [
    ("title", "营业执照"), ("kv", [("统一社会信用代码", "91370214MA3D7T5Q0A"), ("名称", EASTBAY_ZH), ("法定代表人", "陈海东"), ("成立日期", "2016年9月2日"),
        ("营业期限", "2016年9月2日至2036年9月1日"), ("住所", "山东省青岛市城阳区春阳路301号"), ("经营范围", "数控设备制造、销售；货物进出口")]),
    ("p", "登记机关：青岛市城阳区行政审批服务局\n2024年1月5日")],
    L("cn-business-licence", "91370214MA3D7T5Q0A", "青岛市城阳区行政审批服务局", EASTBAY_ZH, "2024-01-05", "2036-09-01", [], [], ["zh"]),
    [EASTBAY_ZH, "数控设备制造"])

scan_of("registration/营业执照 扫描件.jpg", [
    ("title", "营业执照"), ("kv", [("统一社会信用代码", "91370281MA3XK0F26J"), ("名称", HARBOUR_ZH), ("法定代表人", "李海湾"), ("成立日期", "2014年11月27日"), ("住所", "青岛市胶州市海尔大道12号")]),
    ("p", "登记机关：胶州市行政审批服务局\n2022年12月1日")],
    L("cn-business-licence", "91370281MA3XK0F26J", "胶州市行政审批服务局", HARBOUR_ZH, "2022-12-01", None, [], [], ["zh"]),
    effects=("-rotate", "1.2", "+noise", "Gaussian"), quality=25, lang="zh")

doc("registration/海关备案回执.pdf", "typst", [
    ("title", "海关进出口货物收发货人备案回执"), ("kv", [("企业名称", MERIDIAN_ZH), ("统一社会信用代码", "91370212MA3C5R8X1P"), ("海关备案编码", "3702960K7Q"),
        ("检验检疫备案号", "3709600123"), ("备案日期", "2019-05-22"), ("有效期", "长期"), ("打印日期", "2026-01-08")], "inline"),
    ("p", "中华人民共和国青岛海关")],
    L("cn-customs-consignor", "3702960K7Q", "中华人民共和国青岛海关", MERIDIAN_ZH, "2019-05-22", None, [], [], ["zh"]),
    ["3702960K7Q", "收发货人备案"], lang="zh", font="Noto Serif CJK SC", note="长期: no expiry.")

doc("registration/AEO certificate.pdf", "chromium > objstm", [
    ("mark", "SPECIMEN"), ("title", "AEO认证企业证书\nCertificate of Authorized Economic Operator"),
    ("kv", [("证书编号 Certificate No.", "AEOCN3702960K7Q"), ("企业名称 Company", f"{MERIDIAN_ZH}\n{MERIDIAN}"), ("认证日期 Date", "2024.08.30")], "above"),
    ("p", "经审核，该企业符合海关认证企业（AEO）标准。This company meets the criteria of the AEO programme."), ("p", "中华人民共和国青岛海关 Qingdao Customs")],
    L("aeo-status", "AEOCN3702960K7Q", "Qingdao Customs", MERIDIAN, "2024-08-30", None, [], [], ["zh", "en"]),
    ["AEOCN3702960K7Q", "Authorized Economic Operator"], also={"issuer": ["中华人民共和国青岛海关"], "holder": [MERIDIAN_ZH]}, lang="zh", theme="cert")
