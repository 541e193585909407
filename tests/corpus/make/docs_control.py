"""Export control, credit insurance, records for customs and tax."""

import sheets
from corpus import Labels as L, add
from names import *  # noqa: F403
from via import doc, scan_of

doc("control/Sinosure policy 2026.pdf", "lo-pdf", [
    ("head", SINOSURE, "Shandong Branch · specimen, fictional content"), ("title", "Short-Term Export Credit Insurance Policy"), ("sub", "Comprehensive cover – buyer credit limit approval"),
    ("kv", [("Policy No.", "SCH041826-26-0091"), ("Insured", MERIDIAN), ("Policy period", "1 February 2026 – 31 January 2027"), ("Buyer", HOHENLINDEN), ("Buyer code", "DEU/447120"), ("Approved limit", "EUR 300,000, D/A 90 days"), ("Limit approved on", "9 February 2026"), ("Policy signed", "27 January 2026")], "grid"), ("foot", "page {p} of {n}")],
    L("sinosure-cover", "SCH041826-26-0091", SINOSURE, MERIDIAN, "2026-01-27", "2027-01-31"), ["SCH041826-26-0091", "DEU/447120"], note="Limit approval has a date of its own.")

doc("control/信用保险限额审批单.pdf", "cid", [
    ("mark", "样本"), ("title", "短期出口信用保险\n信用限额审批单"), ("kv", [("保单号", "SCH041826-26-0091"), ("审批单号", "LMT-2026-118204"), ("被保险人", MERIDIAN_ZH), ("买方名称", BOSPHOR), ("批复额度", "USD 250,000.00"), ("生效日期", "2026-02-16"), ("失效日期", "2027-01-31"), ("批复日期", "2026-02-13")]), ("p", SINOSURE_ZH + "山东分公司")],
    L("sinosure-cover", "LMT-2026-118204", SINOSURE_ZH, MERIDIAN_ZH, "2026-02-13", "2027-01-31", [], [], ["zh"]), ["LMT-2026-118204", "批复额度"], also={"number": ["SCH041826-26-0091"], "issuer": [SINOSURE_ZH + "山东分公司"]})

doc("control/两用物项自查表_LM-MT650.docx", "docx", [
    ("title", "两用物项自查表"), ("kv", [("编号", "ZC-2026-012"), ("产品", "五轴加工中心 LM-MT650"), ("对照清单", "中华人民共和国两用物项出口管制清单 2B201"), ("结论", "定位精度（单向重复）2.9μm，联动轴数5，需进一步技术判定"), ("自查日期", "2026年2月25日"), ("填表人", "赵敏")], "grid"), ("p", MERIDIAN_ZH), ("foot", "第 {p} 页 共 {n} 页")],
    L("dual-use-self-classification", "ZC-2026-012", MERIDIAN_ZH, MERIDIAN_ZH, "2026-02-25", None, ["LM-MT650"], [], ["zh"]), ["两用物项出口管制清单", "联动轴数5"], also={"holder": [None]})

doc("control/dual-use parameter sheet CK6150.pdf", "typst", [
    ("head", EASTBAY, EASTBAY_AT), ("title", "Dual-use parameter sheet"), ("kv", [("Sheet", "DU-CK6150-3"), ("Product", "CNC lathe CK6150"), ("Contouring axes", "2"), ("UPR X / Z", "4.1 / 4.6 um per ISO 230-2:2014"), ("List checked", "Regulation (EU) 2021/821 Annex I, 2B001; P.R. China control list"), ("Result", "below thresholds, not controlled"), ("Prepared", "19.01.2026"), ("Review due", "19.01.2027")]), ("foot", "{p}/{n}")],
    L("dual-use-self-classification", "DU-CK6150-3", EASTBAY, EASTBAY, "2026-01-19", None, ["CK6150"], ["ISO 230-2:2014", "(EU) 2021/821"]), ["DU-CK6150-3", "not controlled"], also={"expires": ["2027-01-19"], "holder": [None]})

doc("control/两用物项出口许可证.pdf", "chromium", [
    ("mark", "样本"), ("title", "中华人民共和国两用物项和技术出口许可证"), ("kv", [("1. 出口商", MERIDIAN_ZH), ("3. 出口许可证号", "26-37-L00417"), ("2. 发货人", MERIDIAN_ZH), ("4. 许可证有效截止日期", "2026年08月31日"), ("5. 贸易方式", "一般贸易"), ("8. 进口国（地区）", "德国"), ("6. 合同号", "LM-HM-2025-114"), ("10. 最终用户", HOHENLINDEN), ("11. 商品名称", "五轴联动加工中心 LM-MT650"), ("12. 数量", "1台")], "pairs"), ("p", "发证机关签章：中华人民共和国商务部"), ("p", "发证日期：2026年03月02日")],
    L("dual-use-export-licence", "26-37-L00417", "中华人民共和国商务部", MERIDIAN_ZH, "2026-03-02", "2026-08-31", ["LM-MT650"], [], ["zh"]), ["26-37-L00417", "五轴联动加工中心"], lang="zh")

scan_of("control/export licence scan.jpg", [("mark", "SPECIMEN"), ("title", "EXPORT LICENCE FOR DUAL-USE ITEMS"), ("kv", [("Licence No.", "26-37-L00433"), ("Exporter", HARBOUR), ("Goods", "GB-G4022"), ("Issued", "2026-03-16"), ("Valid until", "2026-09-30")])],
    L("dual-use-export-licence", "26-37-L00433", None, HARBOUR, "2026-03-16", "2026-09-30", ["GB-G4022"]), effects=("-rotate", "90"), quality=30)

doc("control/End-user statement Hohenlinden.pdf", "fpdf", [
    ("head", HOHENLINDEN, HOHENLINDEN_AT), ("title", "End-User and End-Use Statement"), ("p", f"Aalen, 17. Februar 2026\nTo: {MERIDIAN}"), ("p", "We, Hohenlinden Maschinenbau GmbH, confirm that the machining centre LM-MT650 under contract LM-HM-2025-114 will be used by us for hydraulic components at our plant in Aalen only, and will not be used for weapons or passed on without consent."), ("sign", ["Dr. K. Brenner, Managing Director"])],
    L("end-user-certificate", None, HOHENLINDEN, HOHENLINDEN, "2026-02-17", None, ["LM-MT650"]), ["hydraulic components", "passed on without consent"], also={"holder": [MERIDIAN, None], "languages": ["de"]}, note="German date in an English text.")

doc("control/最终用户证明.docx", "lo-docx", [("title", "最终用户和最终用途证明\nEnd-User and End-Use Certificate"), ("kv", [("最终用户 End user", BOSPHOR), ("出口商 Exporter", HARBOUR_ZH), ("物项 Item", "GB-G3016"), ("合同 Contract", "HB-2025-TR-09"), ("最终用途 End use", "模具加工 mould making"), ("日期 Date", "2025-09-30")], "grid")],
    L("end-user-certificate", None, BOSPHOR, BOSPHOR, "2025-09-30", None, ["GB-G3016"], [], ["zh", "en"]), ["mould making", "最终用途"], also={"holder": [HARBOUR_ZH, None]})

add("control/screening log 2026.csv", "CSV in UTF-8 with a byte order mark", lambda p: p.write_bytes((
    "\ufeffRestricted-party screening log;;;;\r\nExporter;" + MERIDIAN + ";;;\r\nDate;Party;Country;Lists;Result\r\n2026-02-03;" + HOHENLINDEN + ";DE;UN, EU, OFAC SDN, MOFCOM;no match\r\n2026-02-03;Dr. K. Brenner;DE;UN, EU, OFAC SDN;no match\r\n2026-03-11;" + SAHRA + ";AE;UN, EU, OFAC SDN, MOFCOM;possible match, cleared by Zhao Min\r\n").encode()),
    type="text", labels=L("restricted-party-screening", None, MERIDIAN, MERIDIAN, None, None), words=["possible match", "OFAC SDN"], also={"holder": [None, HOHENLINDEN]}, note="A log with a date per line has no single date of issue.")

doc("control/交易方筛查记录.txt", "utf-8-sig", [("title", "交易方筛查记录"), ("kv", [("记录号", "SC-2025-0930"), ("筛查对象", BOSPHOR), ("筛查清单", "商务部管控名单、联合国制裁名单、欧盟制裁名单"), ("筛查日期", "2025年9月30日"), ("结果", "未命中"), ("筛查单位", HARBOUR_ZH)])],
    L("restricted-party-screening", "SC-2025-0930", HARBOUR_ZH, BOSPHOR, "2025-09-30", None, [], [], ["zh"]), ["未命中", "SC-2025-0930"], also={"holder": [HARBOUR_ZH, None]})

doc("control/归类决定.pdf", "lo-pdf > gs14", [("head", MERIDIAN, "Customs affairs"), ("title", "HS decision record"), ("kv", [("Record", "HS-2026-07"), ("Goods", "machining centre LM-MT800"), ("Decision", "8457.10.10 by GRI 1 and 6"), ("Rejected", "8459.61, 8479.89"), ("Date", "2026-01-07")])],
    L("hs-classification-sheet", "HS-2026-07", MERIDIAN, MERIDIAN, "2026-01-07", None, ["LM-MT800"]), ["8457.10.10", "HS-2026-07"], also={"holder": [None]}, note="File name is Chinese, text English.")

doc("control/advance payment guarantee.pdf", "chromium > rc4", [("head", BANK, "Qingdao"), ("title", "ADVANCE PAYMENT GUARANTEE"), ("p", "No. LG-2025-7781, in favour of " + HOHENLINDEN)], None, [], expect="refused", refusal="encrypted")

add("control/origin calculation.xlsx", "openpyxl, then recalculated and saved by LibreOffice Calc", lambda p: sheets.through_calc({
    "Calc": [["Origin calculation 原产地核算表"], ["Maker", EASTBAY], ["Product", "CNC lathe CK6150"], ["Date", sheets.day("2026-02-12")], ["Ex-works price USD", 33500], ["Non-originating materials USD", 13065], ["RVC", "=ROUND((B5-B6)/B5*100,1)"]],
    "Materials": [["Part", "Origin", "USD"], ["CNC control", "JP", 7900], ["Spindle bearing", "DE", 5165]]}, p, "xlsx"),
    type="xlsx", stratum="xlsx", labels=L("origin-calc-sheet", None, EASTBAY, EASTBAY, "2026-02-12", None, ["CK6150"]), words=["13065", "Spindle bearing", "原产地核算表"], also={"holder": [None], "languages": ["zh"]})
