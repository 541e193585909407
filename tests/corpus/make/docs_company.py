"""What a buyer asks of the firm itself."""

import sheets
from corpus import Labels as L, add
from names import *  # noqa: F403
from via import doc, scan_of

doc("company/Company profile Laoshan Meridian.pdf", "chromium > lin", [
    ("head", MERIDIAN, MERIDIAN_AT), ("title", "Company Profile"), ("p", "Laoshan Meridian Machine Tool Co., Ltd. was founded on 8 June 2011 and employs 460 people in Qingdao. We build five-axis and vertical machining centres of the series LM-MT500, LM-MT650, LM-MT800 and HMC-630."),
    ("p", "Our quality management is certified to ISO 9001:2015 (first certified 18 March 2019), our environmental management to ISO 14001:2015. Machines for Europe carry the CE mark and are delivered with a declaration of conformity."),
    ("sub", "Figures"), ("table", [["Year", "Machines", "Export share"], ["2023", "410", "48 %"], ["2024", "455", "52 %"], ["2025", "498", "57 %"]]), ("p", "Edition 2026"), ("break",), ("sub", "Service"), ("p", "Service centres in Aalen, Leeds and Hai Phong. Hotline in English and German."), ("foot", "Company profile 2026   {p}/{n}")],
    L("company-profile", None, MERIDIAN, MERIDIAN, None, None, ["LM-MT500", "LM-MT650", "LM-MT800", "HMC-630"], ["ISO 9001:2015", "ISO 14001:2015"]), ["employs 460 people", "Hai Phong"], theme="columns", note="Dates of founding and of a certificate are not dates of issue; it mentions certificates without being one.")

doc("company/企业简介.docx", "docx", [("title", "企业简介"), ("p", f"{HARBOUR_ZH}成立于2014年11月27日，位于山东省青岛市胶州市，专业从事数控龙门加工中心的研发与制造，主要产品有GB-G4022、GB-G3016。公司通过ISO 9001质量管理体系认证，产品出口德国、土耳其、印度等国家。"), ("p", "现有员工230人，年产龙门机床120台。"), ("foot", "第 {p} 页 共 {n} 页")],
    L("company-profile", None, HARBOUR_ZH, HARBOUR_ZH, None, None, ["GB-G4022", "GB-G3016"], ["ISO 9001"], ["zh"]), ["年产龙门机床120台"])

doc("company/bank reference letter.pdf", "fpdf > gspdfa", [("head", BANK, "66 Shandong Road, Qingdao"), ("title", "Bank Reference"), ("p", "Ref. BJB-QD-ZX-2026-0045\n16 January 2026"), ("p", f"At the request of our customer {MERIDIAN} we confirm that it has kept a basic settlement account with us since 4 July 2011 and that its accounts have been conducted satisfactorily. This letter is valid for 90 days and is given without responsibility on our part."), ("sign", ["Authorised signature"])],
    L("bank-reference", "BJB-QD-ZX-2026-0045", BANK, MERIDIAN, "2026-01-16", None), ["BJB-QD-ZX-2026-0045", "conducted satisfactorily"], also={"expires": ["2026-04-16"]}, note="Valid for 90 days: the end has to be counted, no date is given.")

doc("company/资信证明.pdf", "cid", [("title", "资信证明书"), ("p", "编号：JZW-ZX-2025-311"), ("p", f"兹证明{EASTBAY_ZH}在我行开立结算账户，截至2025年11月30日，该客户在我行无不良信用记录。"), ("p", "本证明自签发之日起三个月内有效。"), ("p", f"{BANK_ZH}\n2025年12月4日")],
    L("bank-reference", "JZW-ZX-2025-311", BANK_ZH, EASTBAY_ZH, "2025-12-04", None, [], [], ["zh"]), ["无不良信用记录"], also={"expires": ["2026-03-04", "2026-03-03"]}, note="Three months from issue: no date is given.")

add("company/reference list Europe.xlsx", "openpyxl", lambda p: sheets.workbook({"References": [["Reference list 业绩清单"], [HARBOUR, None, None, "as of", sheets.day("2026-01-31")], ["Customer", "Country", "Model", "Year", "Qty"], [HOHENLINDEN, "DE", "GB-G4022", 2025, 1], [IRIBARNE, "ES", "GB-G3016", 2024, 2], [BOSPHOR, "TR", "GB-G3016", 2025, 1], [KAVERI, "IN", "GB-G4022", 2023, 1]]}, p),
    type="xlsx", stratum="xlsx", labels=L("reference-list", None, HARBOUR, HARBOUR, "2026-01-31", None, ["GB-G4022", "GB-G3016"]), words=[IRIBARNE, "业绩清单"], also={"languages": ["zh"]})

doc("company/Referenzliste.pdf", "lo-pdf > objstm", [("head", MERIDIAN, MERIDIAN_AT), ("title", "Referenzliste Deutschland"), ("p", "Stand: 1. März 2026"), ("table", [["Kunde", "Ort", "Maschine", "Inbetriebnahme"], [HOHENLINDEN, "Aalen", "LM-MT650", "05/2026 (geplant)"], ["Feinwerk Altmühl KG", "Eichstätt", "LM-MT500", "11/2024"], ["Zahnrad Süd GmbH", "Ravensburg", "LM-MT800", "03/2025"]]), ("p", "Die Maschinen wurden mit Konformitätserklärung und deutscher Betriebsanleitung geliefert."), ("foot", "Seite {p} von {n}")],
    L("reference-list", None, MERIDIAN, MERIDIAN, "2026-03-01", None, ["LM-MT650", "LM-MT500", "LM-MT800"], [], ["de"]), ["Feinwerk Altmühl KG", "Ravensburg"])

doc("company/Service Level Agreement.docx", "lo-docx", [("head", MERIDIAN, MERIDIAN_AT), ("title", "Service Level Agreement"), ("kv", [("Agreement No.", "SLA-2026-HM-01"), ("Provider", MERIDIAN), ("Customer", HOHENLINDEN), ("Effective date", "1 May 2026"), ("Term", "until 30 April 2029"), ("Signed", "12 March 2026")]), ("table", [["Help", "Response time"], ["Hotline", "2 hours"], ["Remote diagnosis", "4 hours"], ["Engineer on site", "48 hours"]]), ("foot", "page {p} of {n}")],
    L("response-time-commitment", "SLA-2026-HM-01", MERIDIAN, HOHENLINDEN, "2026-03-12", "2029-04-30"), ["SLA-2026-HM-01", "48 hours"], also={"holder": [MERIDIAN, None], "issued": ["2026-05-01"]})

doc("company/售后服务能力说明.pdf", "typst > objstm", [("title", "售后服务能力说明"), ("p", f"{EASTBAY_ZH}设有售后服务部，配备服务工程师18名，海外服务网点3个，常用备件库存价值120万元。"), ("p", "编制日期：2026-02-01"), ("foot", "{p}/{n}")],
    L("service-capacity", None, EASTBAY_ZH, EASTBAY_ZH, "2026-02-01", None, [], [], ["zh"]), ["服务工程师18名"], lang="zh", font="Noto Sans CJK SC")

doc("company/service_agreement.odt", "odt", [("title", "Service Agreement"), ("p", f"{HARBOUR} and {IRIBARNE}, 3 February 2026, GB-G3016")], None, [], expect="no-text", note="OpenDocument: a type whose text is not read.")

doc("company/business continuity plan.pdf", "reportlab", [("head", HARBOUR, HARBOUR_AT), ("title", "Business continuity plan"), ("p", "Document BCP-03, version 2.0, approved 8 January 2026, next review 8 January 2027. Based on ISO 22301:2019."), ("p", "Recovery time objective for spindle assembly: 10 days.")],
    L("business-continuity", "BCP-03", HARBOUR, HARBOUR, "2026-01-08", None, [], ["ISO 22301:2019"]), ["spindle assembly"], also={"expires": ["2027-01-08"]})

scan_of("company/audited accounts p1.pdf", [("title", "审计报告"), ("p", f"鲁信会审字（2026）第0188号\n{MERIDIAN_ZH}全体股东：\n我们审计了贵公司2025年12月31日的资产负债表。"), ("p", "青岛鲁信会计师事务所\n2026年3月20日")],
    L("audited-accounts", "鲁信会审字（2026）第0188号", "青岛鲁信会计师事务所", MERIDIAN_ZH, "2026-03-20", None, [], [], ["zh"]), lang="zh", effects=("-brightness-contrast", "-10x-25", "-rotate", "0.5"))
