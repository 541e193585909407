"""Contracts and the papers of a shipment."""

import sheets
from corpus import Labels as L, add
from names import *  # noqa: F403
from via import doc, scan_of

doc("trade/Contract LM-HM-2025-114.pdf", "lo-pdf > lin", [
    ("head", MERIDIAN, MERIDIAN_AT), ("title", "SALES CONTRACT"),
    ("kv", [("Contract No.", "LM-HM-2025-114"), ("Date", "14 October 2025"), ("Signed at", "Qingdao")], "inline"),
    ("p", f"The Seller: {MERIDIAN}\nThe Buyer: {HOHENLINDEN}, {HOHENLINDEN_AT}"),
    ("table", [["Item", "Description", "Qty", "Price EUR"], ["1", "CNC machining centre LM-MT650 with accessories per Annex 1", "1", "286,000.00"], ["2", "Spare parts for two years", "1 lot", "9,400.00"]]),
    ("p", "Delivery: CIF Hamburg, Incoterms 2020. Shipment not later than 30 April 2026. Payment: 30 % advance against guarantee, 60 % by irrevocable letter of credit, 10 % after final acceptance."),
    ("p", "The Seller shall deliver with the machine: EU declaration of conformity to 2006/42/EC, certificate of origin, packing list, commercial invoice and a manual in German."),
    ("break",), ("sub", "Article 9 Warranty"), ("p", "24 months from final acceptance but not longer than 30 months from the bill of lading date."), ("sub", "Article 14 Arbitration"), ("p", "CIETAC, Beijing; language English. This contract takes effect upon signature."),
    ("sign", ["The Seller: Wang Ziwu", "The Buyer: Dr. K. Brenner"]), ("foot", "LM-HM-2025-114   page {p} of {n}")],
    L("sales-contract", "LM-HM-2025-114", MERIDIAN, HOHENLINDEN, "2025-10-14", None, ["LM-MT650"], ["2006/42/EC"]),
    ["LM-HM-2025-114", "286,000.00", "CIETAC"], also={"holder": [MERIDIAN, None]}, note="Names many other kinds of document.")

doc("trade/外贸合同_HB-2025-TR-09.docx", "docx", [
    ("title", "售货合同 SALES CONTRACT"), ("kv", [("合同号 Contract No.", "HB-2025-TR-09"), ("日期 Date", "2025年8月20日 / Aug 20, 2025"), ("卖方 Seller", f"{HARBOUR_ZH} {HARBOUR}"), ("买方 Buyer", BOSPHOR + ", Bursa, Türkiye")], "grid"),
    ("table", [["货物 Goods", "数量 Qty", "单价 Unit price", "总价 Amount"], ["数控龙门加工中心 GB-G3016 CNC gantry machining centre", "1", "USD 412,000", "USD 412,000"]]),
    ("p", "贸易术语 Trade term: FOB Qingdao, Incoterms 2020"), ("p", "装运期 Time of shipment: before 31 December 2025"), ("tracked", "付款方式 Payment: ", "D/P at sight", "L/C at 90 days"), ("sign", ["卖方 Seller", "买方 Buyer"]), ("foot", "{p} / {n}")],
    L("sales-contract", "HB-2025-TR-09", HARBOUR_ZH, BOSPHOR, "2025-08-20", None, ["GB-G3016"], [], ["zh", "en"]),
    ["L/C at 90 days", "装运期", "412,000"], also={"issuer": [HARBOUR], "holder": [HARBOUR_ZH, HARBOUR, None]}, absent=["D/P at sight"], note="Tracked change: D/P at sight deleted.")

doc("trade/CI-LM26-0113.pdf", "fpdf", [
    ("head", MERIDIAN, MERIDIAN_AT), ("title", "COMMERCIAL INVOICE"), ("kv", [("Invoice No.", "LM26-0113-CI"), ("Invoice date", "10-Mar-2026"), ("Contract No.", "LM-HM-2025-114 of 14 October 2025"), ("L/C No.", "DE26LC00871"), ("Sold to", f"{HOHENLINDEN}\n{HOHENLINDEN_AT}"), ("From / to", "Qingdao / Hamburg")]),
    ("table", [["Description", "HS", "Qty", "EUR"], ["CNC machining centre LM-MT650, s/n MT650-26-0113", "845710", "1 set", "286,000.00"], ["Spare parts", "846693", "1 lot", "9,400.00"], ["Total CIF Hamburg", "", "", "295,400.00"]]), ("p", "Say euro two hundred ninety-five thousand four hundred only. Country of origin: China.")],
    L("commercial-invoice", "LM26-0113-CI", MERIDIAN, HOHENLINDEN, "2026-03-10", None, ["LM-MT650"]),
    ["LM26-0113-CI", "295,400.00"], also={"holder": [MERIDIAN, None]}, note="Number and date of contract and credit stand beside its own.")

doc("trade/invoice_eastbay_0507.pdf", "reportlab", [
    ("head", EASTBAY, EASTBAY_AT), ("title", "INVOICE"), ("kv", [("No.", "EB-INV-0507"), ("Date", "05/03/2026"), ("Buyer", NORTHMERE), ("PO", "NT-88213")], "inline"),
    ("table", [["Goods", "Qty", "Unit GBP", "GBP"], ["VMC-850 machining centre", "2", "61,500.00", "123,000.00"]]), ("p", "FCA Qingdao, Incoterms 2020. Tariff 8457.10.")],
    L("commercial-invoice", "EB-INV-0507", EASTBAY, NORTHMERE, None, None, ["VMC-850"]),
    ["EB-INV-0507", "123,000.00"], also={"holder": [EASTBAY, None]}, note="05/03/2026 may be 5 March or 3 May: issued is null.")

doc("trade/形式发票.txt", "utf-16", [
    ("title", "商业发票 COMMERCIAL INVOICE"), ("kv", [("发票号 Invoice No.", "DW2602-17"), ("日期 Date", "2026/02/17"), ("卖方", f"{EASTBAY_ZH} {EASTBAY}"), ("买方", DAIPHONG + ", Hai Phong, Vietnam"), ("品名", "数控车床 CNC lathe CK6150"), ("数量", "3台"), ("总价", "USD 117,600.00 CIF Hai Phong")])],
    L("commercial-invoice", "DW2602-17", EASTBAY_ZH, DAIPHONG, "2026-02-17", None, ["CK6150"], [], ["zh", "en"]),
    ["数控车床", "117,600.00"], also={"issuer": [EASTBAY], "holder": [EASTBAY_ZH, EASTBAY, None]}, note="The file's name says 形式发票 (pro forma), the text says commercial invoice.")

INVOICE = [["COMMERCIAL INVOICE"], [HARBOUR], [HARBOUR_AT], [], ["Invoice No.", "HB25-3016-CI", None, "Date", sheets.day("2025-12-11")], ["Contract No.", "HB-2025-TR-09"], ["Buyer", BOSPHOR], [],
           ["Description", "HS code", "Qty", "Unit price USD", "Amount USD"], ["CNC gantry machining centre GB-G3016", "84571010", 1, 400000, "=C10*D10"], ["Accessories", "84669300", 1, 12000, "=C11*D11"], ["TOTAL FOB QINGDAO", None, None, None, "=SUM(E10:E11)"]]
add("trade/发票 HB25-3016.xlsx", "openpyxl, then recalculated and saved by LibreOffice Calc", lambda p: sheets.through_calc({"Invoice": INVOICE}, p, "xlsx"), type="xlsx", stratum="xlsx",
    labels=L("commercial-invoice", "HB25-3016-CI", HARBOUR, BOSPHOR, "2025-12-11", None, ["GB-G3016"]), words=["HB25-3016-CI", "412000", "TOTAL FOB QINGDAO"],
    also={"holder": [HARBOUR, None]}, note="The date is a date cell, amounts are formulas with stored results.")

PACKING = [["PACKING LIST 装箱单"], [MERIDIAN], [], ["No.", "LM26-0113-PL"], ["Invoice No.", "LM26-0113-CI"], ["Date", "2026-03-10"], ["Consignee", HOHENLINDEN], [],
           ["Package", "Contents", "L cm", "W cm", "H cm", "Net kg", "Gross kg"], ["1/3", "Machine body LM-MT650", 420, 230, 260, 8900, 9650], ["2/3", "Chip conveyor", 310, 110, 120, 420, 560], ["3/3", "Accessories, fluids", 180, 110, 100, 310, 395], ["Total", None, None, None, None, 9630, 10605]]
add("trade/PL LM26-0113.xlsx", "openpyxl, two sheets", lambda p: sheets.workbook({"Packing list": PACKING, "Marks": [["Shipping marks"], ["HM / LM-HM-2025-114 / HAMBURG / 1-3"]]}, p), type="xlsx", stratum="xlsx",
    labels=L("packing-list", "LM26-0113-PL", MERIDIAN, HOHENLINDEN, "2026-03-10", None, ["LM-MT650"], [], ["en"]), words=["10605", "Chip conveyor", "HAMBURG / 1-3"],
    also={"holder": [MERIDIAN, None], "languages": ["zh"]}, note="The invoice's number stands below its own.")

add("trade/packing-list-harbour.pdf", "openpyxl, then LibreOffice Calc to PDF",
    lambda p: sheets.through_calc({"PL": [["PACKING LIST"], ["Seller", HARBOUR], ["Packing list no.", "HB25-3016-PL"], ["Date", "11.12.2025"], ["Invoice", "HB25-3016-CI"], ["Buyer", BOSPHOR], ["Case", "Goods", "Gross kg"], ["1-9", "Gantry machining centre GB-G3016 in 9 packages", 38400], ["Solid wood", "yes, ISPM 15"]]}, p, "pdf"),
    type="pdf", stratum="calc-pdf", labels=L("packing-list", "HB25-3016-PL", HARBOUR, BOSPHOR, "2025-12-11", None, ["GB-G3016"], ["ISPM 15"]), words=["HB25-3016-PL", "38400"],
    also={"holder": [HARBOUR, None], "standards": [None]})

add("trade/装箱单.csv", "CSV in GB18030", lambda p: p.write_bytes(
    f"装箱单,,,\r\n单号,DW2602-17P,日期,2026-02-17\r\n发票号,DW2602-17,,\r\n发货人,{EASTBAY_ZH},收货人,{DAIPHONG}\r\n箱号,品名,净重kg,毛重kg\r\n1,数控车床CK6150,3150,3480\r\n2,数控车床CK6150,3150,3480\r\n3,数控车床CK6150,3150,3490\r\n合计,3箱,9450,10450\r\n".encode("gb18030")),
    type="text", labels=L("packing-list", "DW2602-17P", EASTBAY_ZH, DAIPHONG, "2026-02-17", None, ["CK6150"], [], ["zh"]), words=["箱号", "10450"], also={"holder": [EASTBAY_ZH, None]})

doc("trade/BL draft QDHAM2603177.pdf", "chromium", [
    ("mark", "DRAFT"), ("head", PELICAN, "Bill of Lading for ocean transport or multimodal transport"),
    ("kv", [("Shipper", f"{MERIDIAN}\n{MERIDIAN_AT}"), ("B/L No.", "BPLUQDHAM2603177"), ("Consignee", "TO ORDER"), ("Booking No.", "BP6620418"), ("Notify party", f"{HOHENLINDEN}\n{HOHENLINDEN_AT}"), ("Vessel / voyage", "BLUE PELICAN ALBA 012W"), ("Port of loading", "QINGDAO"), ("Port of discharge", "HAMBURG")], "boxes"),
    ("table", [["Container / seal", "Packages", "Description", "Gross kg"], ["BPLU4471203 / CN88214", "3 CASES", "CNC MACHINING CENTRE LM-MT650 AND ACCESSORIES\nHS 845710\nFREIGHT PREPAID", "10605"]]),
    ("kv", [("Shipped on board", "18 MAR 2026"), ("Place and date of issue", "QINGDAO, 19 MAR 2026"), ("Number of originals", "THREE (3)")], "boxes")],
    L("bill-of-lading", "BPLUQDHAM2603177", PELICAN, MERIDIAN, "2026-03-19", None, ["LM-MT650"]),
    ["BPLU4471203", "FREIGHT PREPAID"], also={"holder": ["TO ORDER", None, HOHENLINDEN]})

doc("trade/sea waybill.pdf", "reportlab > owner128", [
    ("head", PELICAN, "NON-NEGOTIABLE"), ("title", "SEA WAYBILL"), ("kv", [("Waybill No.", "BPLUTAOIST2512090"), ("Shipper", HARBOUR), ("Consignee", BOSPHOR), ("Vessel", "BLUE PELICAN CORA 044W"), ("From", "Qingdao"), ("To", "Gemlik"), ("Laden on board", "2025-12-21"), ("Issued", "2025-12-22")]), ("p", "9 packages CNC gantry machining centre GB-G3016, gross weight 38400 kg, freight collect")],
    L("bill-of-lading", "BPLUTAOIST2512090", PELICAN, HARBOUR, "2025-12-22", None, ["GB-G3016"]),
    ["BPLUTAOIST2512090", "freight collect"], also={"holder": [BOSPHOR, None]})

doc("trade/VGM_BPLU4471203.pdf", "fpdf > lin", [
    ("head", OCEAN, "as agent of the shipper"), ("title", "VGM DECLARATION"), ("p", "Verified gross mass according to SOLAS Chapter VI Regulation 2"), ("kv", [("Shipper", MERIDIAN), ("Booking No.", "BP6620418"), ("Container No.", "BPLU4471203"), ("Verified gross mass", "14 385 kg"), ("Method", "2"), ("Weighing date", "2026-03-14"), ("Responsible person", "SUN YANAN")])],
    L("vgm-declaration", None, OCEAN, MERIDIAN, "2026-03-14", None, [], []),
    ["14 385 kg", "SUN YANAN"], also={"issuer": [MERIDIAN], "standards": ["SOLAS"], "number": ["BP6620418"]})

scan_of("trade/VGM 装箱称重单.tif", [("title", "集装箱重量验证 VGM"), ("kv", [("箱号", "BPLU7710024"), ("VGM", "21460 KGS"), ("托运人", HARBOUR_ZH), ("日期", "2025-12-17")])],
    L("vgm-declaration", None, HARBOUR_ZH, HARBOUR_ZH, "2025-12-17", None, [], [], ["zh"]), dpi=120, lang="zh")

doc("trade/CO_CCPIT_26C3702.pdf", "chromium > lin", [
    ("mark", "SPECIMEN"), ("title", "CERTIFICATE OF ORIGIN\nOF\nTHE PEOPLE'S REPUBLIC OF CHINA"),
    ("kv", [("1. Exporter", f"{MERIDIAN}\n{MERIDIAN_AT}"), ("Certificate No.", "26C3702B0112/00087"), ("2. Consignee", f"{HOHENLINDEN}\n{HOHENLINDEN_AT}"), ("3. Means of transport and route", "FROM QINGDAO TO HAMBURG BY SEA"), ("4. Country / region of destination", "GERMANY"), ("5. For certifying authority use only", "")], "boxes"),
    ("table", [["6. Marks", "7. Description", "8. H.S.", "9. Quantity", "10. Number and date of invoices"], ["HM 1-3", "THREE (3) CASES OF CNC MACHINING CENTRE LM-MT650", "845710", "1 SET", "LM26-0113-CI\nMAR. 10, 2026"]]),
    ("kv", [("11. Declaration by the exporter", "QINGDAO, CHINA MAR. 12, 2026"), ("12. Certification", "QINGDAO, CHINA MAR. 13, 2026\nChina Council for the Promotion of International Trade, Qingdao")], "boxes")],
    L("certificate-of-origin", "26C3702B0112/00087", "China Council for the Promotion of International Trade, Qingdao", MERIDIAN, "2026-03-13", None, ["LM-MT650"]),
    ["26C3702B0112/00087", "THREE (3) CASES"], also={"document-type": ["co-non-preferential"], "issuer": ["China Council for the Promotion of International Trade"], "issued": ["2026-03-12"]}, note="Date of invoice, of declaration and of certification differ.")

doc("trade/Form E Vietnam.pdf", "lo-pdfa", [
    ("title", "ASEAN-CHINA FREE TRADE AREA PREFERENTIAL TARIFF\nCERTIFICATE OF ORIGIN FORM E"), ("kv", [("Reference No.", "E263702A1Q0340019"), ("Products consigned from", f"{EASTBAY}, {EASTBAY_AT}"), ("Products consigned to", DAIPHONG), ("Vessel", "RED HERON 118S"), ("Origin criterion", "RVC 61%"), ("Invoice", "DW2602-17, FEB. 17, 2026"), ("Certification", "QINGDAO, CHINA, FEB. 20, 2026 QINGDAO CUSTOMS")], "grid"), ("p", "CNC LATHE CK6150, 3 SETS, HS 845811")],
    L("co-preferential", "E263702A1Q0340019", "QINGDAO CUSTOMS", EASTBAY, "2026-02-20", None, ["CK6150"]),
    ["E263702A1Q0340019", "RVC 61%"], also={"document-type": ["certificate-of-origin"]})

doc("trade/ISPM15 declaration.docx", "docx", [
    ("head", "Pingdu Greenpine Packing Co., Ltd.", "IPPC registration CN-37088 HT"), ("title", "Wood Packing Material Declaration"), ("p", "To whom it may concern"), ("p", f"We declare that the solid wood packing of 3 cases shipped by {MERIDIAN} under invoice LM26-0113-CI was heat treated at 56 °C for 30 minutes and marked in accordance with ISPM 15 (2018)."), ("kv", [("Declaration No.", "GP-2026-0221"), ("Treatment date", "24 Feb 2026"), ("Date", "26 Feb 2026")], "inline")],
    L("ispm15-declaration", "GP-2026-0221", "Pingdu Greenpine Packing Co., Ltd.", MERIDIAN, "2026-02-26", None, [], ["ISPM 15"]),
    ["GP-2026-0221", "56 °C"], also={"standards": ["ISPM 15 (2018)"]}, note="The issuer stands in the header only.")

doc("trade/无木质包装声明.pdf", "cid", [("title", "无木质包装声明"), ("p", f"兹声明：我司{EASTBAY_ZH}出口至{DAIPHONG}的货物（发票号DW2602-17）采用胶合板及钢架包装，不含实木包装材料，无需按ISPM 15处理。"), ("p", "2026年2月18日")],
    L("ispm15-declaration", None, EASTBAY_ZH, EASTBAY_ZH, "2026-02-18", None, [], ["ISPM 15"], ["zh"]), ["不含实木包装材料"], also={"holder": [None]})

doc("insurance/cargo policy.pdf", "typst", [
    ("head", YELLOWSEA, "Qingdao"), ("title", "CARGO TRANSPORTATION INSURANCE POLICY"), ("kv", [("Policy No.", "YSCA202603000412"), ("Invoice No.", "LM26-0113-CI"), ("Insured", MERIDIAN), ("Goods", "CNC machining centre LM-MT650, 3 cases"), ("Amount insured", "EUR 324,940.00"), ("Conditions", "Institute Cargo Clauses (A) 1/1/09, War, Strikes"), ("Sailing on or about", "18 March 2026"), ("Conveyance", "BLUE PELICAN ALBA 012W"), ("Claims payable at", "Hamburg"), ("Date of issue", "16 March 2026")]), ("foot", "{p} of {n}")],
    L("cargo-insurance", "YSCA202603000412", YELLOWSEA, MERIDIAN, "2026-03-16", None, ["LM-MT650"]),
    ["YSCA202603000412", "324,940.00"], also={"document-type": ["insurance-certificate"]}, note="1/1/09 is the edition of the clauses.")

doc("insurance/货运险保单.docx", "lo-docx", [("title", "货物运输保险单"), ("kv", [("保险单号", "HHHY202512-0077"), ("被保险人", HARBOUR_ZH), ("保险货物", "数控龙门加工中心GB-G3016，9件"), ("保险金额", "USD 453,200.00"), ("起运日期", "2025年12月21日"), ("承保险别", "一切险、战争险"), ("签单日期", "2025年12月18日")], "grid"), ("p", YELLOWSEA_ZH)],
    L("cargo-insurance", "HHHY202512-0077", YELLOWSEA_ZH, HARBOUR_ZH, "2025-12-18", None, ["GB-G3016"], [], ["zh"]), ["HHHY202512-0077", "战争险"], also={"document-type": ["insurance-certificate"]})

doc("trade/报关单预录入.pdf", "chromium > objstm", [
    ("title", "中华人民共和国海关出口货物报关单"), ("kv", [("预录入编号", "420220260000931174"), ("海关编号", "420220260000931174"), ("境内发货人", MERIDIAN_ZH), ("出境关别", "黄岛海关"), ("出口日期", "20260318"), ("申报日期", "20260315"), ("境外收货人", HOHENLINDEN), ("运输方式", "水路运输"), ("提运单号", "BPLUQDHAM2603177"), ("合同协议号", "LM-HM-2025-114"), ("贸易国", "德国"), ("成交方式", "CIF")], "pairs"),
    ("table", [["项号", "商品编号", "商品名称及规格型号", "数量", "总价"], ["1", "8457101000", "立式加工中心 LM-MT650", "1台", "286000.00 欧元"]]), ("p", "申报单位：" + OCEAN_ZH), ("foot", "页码/页数：{p}/{n}")],
    L("export-declaration", "420220260000931174", OCEAN_ZH, MERIDIAN_ZH, "2026-03-15", None, ["LM-MT650"], [], ["zh"]), ["8457101000", "黄岛海关"], lang="zh", also={"issuer": ["黄岛海关", MERIDIAN_ZH, None]})

doc("trade/letter of credit MT700.txt", "utf-8", [
    ("p", "MT700 ISSUE OF A DOCUMENTARY CREDIT\n:27: SEQUENCE OF TOTAL 1/1\n:40A: FORM OF DOCUMENTARY CREDIT IRREVOCABLE\n:20: DOCUMENTARY CREDIT NUMBER DE26LC00871\n:31C: DATE OF ISSUE 260120\n:40E: APPLICABLE RULES UCP LATEST VERSION\n:31D: DATE AND PLACE OF EXPIRY 260521 CHINA\n:50: APPLICANT HOHENLINDEN MASCHINENBAU GMBH\n:59: BENEFICIARY LAOSHAN MERIDIAN MACHINE TOOL CO., LTD.\n:32B: EUR177240,00\n:44C: LATEST DATE OF SHIPMENT 260430\n:45A: CNC MACHINING CENTRE LM-MT650\n:46A: DOCUMENTS REQUIRED\n+COMMERCIAL INVOICE IN 3 COPIES\n+PACKING LIST\n+FULL SET CLEAN ON BOARD BILL OF LADING\n+CERTIFICATE OF ORIGIN\n+INSURANCE POLICY")],
    L("letter-of-credit", "DE26LC00871", None, "LAOSHAN MERIDIAN MACHINE TOOL CO., LTD.", "2026-01-20", "2026-05-21", ["LM-MT650"]), ["DE26LC00871", "LATEST DATE OF SHIPMENT"],
    also={"document-type": ["lc-presentation"], "holder": [MERIDIAN, "HOHENLINDEN MASCHINENBAU GMBH", None]},
    note="SWIFT dates are YYMMDD by definition: 260120 is 2026-01-20. The issuing bank is not named. The documents required are other kinds.")
