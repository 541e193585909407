"""Declarations, test and calibration reports, manuals."""

from corpus import Labels as L
from names import *  # noqa: F403
from via import doc, scan_of

doc("technical/EU-DoC LM-MT650.pdf", "chromium", [
    ("head", MERIDIAN, MERIDIAN_AT), ("title", "EC Declaration of Conformity"), ("p", "according to Directive 2006/42/EC on machinery, Annex II 1 A\nDocument no. DOC-LM-MT650-2026-07"),
    ("kv", [("Manufacturer", f"{MERIDIAN}\n{MERIDIAN_AT}"), ("Person authorised to compile the technical file", f"{HOHENLINDEN}, {HOHENLINDEN_AT}"),
            ("Machine", "CNC five-axis machining centre"), ("Model", "LM-MT650"), ("Serial number", "MT650-26-0113"), ("Year of construction", "2026")]),
    ("p", "We declare that the machinery fulfils all relevant provisions of Directive 2006/42/EC and of Directive 2014/30/EU (EMC)."),
    ("sub", "Harmonised standards applied"), ("p", "EN ISO 12100:2010, EN ISO 16090-1:2022, EN 60204-1:2018, EN ISO 13849-1:2023, EN IEC 61000-6-2:2019, EN IEC 61000-6-4:2019"),
    ("p", "Qingdao, 5 March 2026"), ("sign", ["Wang Ziwu\nGeneral Manager", "(signature)"]), ("foot", "DOC-LM-MT650-2026-07  Page {p} of {n}")],
    L("eu-machinery-doc", "DOC-LM-MT650-2026-07", MERIDIAN, MERIDIAN, "2026-03-05", None, ["LM-MT650"],
      ["2006/42/EC", "2014/30/EU", "EN ISO 12100:2010", "EN ISO 16090-1:2022", "EN 60204-1:2018", "EN ISO 13849-1:2023", "EN IEC 61000-6-2:2019", "EN IEC 61000-6-4:2019"]),
    ["DOC-LM-MT650-2026-07", "Annex II", "MT650-26-0113"])

doc("technical/EU-Konformitätserklärung GB-G4022.pdf", "lo-pdf", [
    ("head", HARBOUR, HARBOUR_AT), ("title", "EG-Konformitätserklärung"), ("p", "im Sinne der Maschinenrichtlinie 2006/42/EG, Anhang II A"),
    ("kv", [("Hersteller", HARBOUR), ("Dokumentationsbevollmächtigter", f"{HOHENLINDEN}, Industriestraße 14, 73430 Aalen"), ("Bezeichnung", "CNC-Portalfräsmaschine"), ("Typ", "GB-G4022"),
            ("Seriennummer", "G4022-0078"), ("Baujahr", "2025")], "grid"),
    ("p", "Die Maschine entspricht auch der Richtlinie 2014/30/EU. Angewandte harmonisierte Normen: EN ISO 12100:2010, EN ISO 16090-1:2018, EN 60204-1:2018."),
    ("p", "Jiaozhou, den 05.11.2025"), ("sign", ["Li Haiwan, Geschäftsführer"]), ("foot", "Seite {p} von {n}")],
    L("eu-machinery-doc", None, HARBOUR, HARBOUR, "2025-11-05", None, ["GB-G4022"],
      ["2006/42/EG", "2014/30/EU", "EN ISO 12100:2010", "EN ISO 16090-1:2018", "EN 60204-1:2018"], ["de"]),
    ["Konformitätserklärung", "Portalfräsmaschine"], note="No number of its own; the serial number is the machine's.")

doc("technical/DoC_2023-1230_LM-MT800.pdf", "typst", [
    ("head", MERIDIAN, MERIDIAN_AT), ("title", "EU Declaration of Conformity"), ("p", "Regulation (EU) 2023/1230, Annex V, Part A"),
    ("kv", [("1. Machinery", "CNC machining centre LM-MT800, batch 2027/01, serial numbers MT800-27-001 to -004"), ("2. Manufacturer", MERIDIAN), ("3. Declaration number", "EUDoC-2027-003"),
            ("4. Sole responsibility", "This declaration is issued under the sole responsibility of the manufacturer.")], "above"),
    ("p", "The object is in conformity with Regulation (EU) 2023/1230, Directive 2014/30/EU and Directive 2011/65/EU. It replaces declaration EUDoC-2026-019 of 11 December 2026."),
    ("p", "Standards: EN ISO 12100:2010; EN ISO 16090-1:2022; EN ISO 13849-1:2023; EN 50742 (draft, for information)."),
    ("p", "Signed for and on behalf of Laoshan Meridian Machine Tool Co., Ltd., Qingdao, 21 January 2027\nZhao Min, Head of Product Safety"), ("foot", "{p}/{n}")],
    L("eu-machinery-doc", "EUDoC-2027-003", MERIDIAN, MERIDIAN, "2027-01-21", None, ["LM-MT800"],
      ["(EU) 2023/1230", "2014/30/EU", "2011/65/EU", "EN ISO 12100:2010", "EN ISO 16090-1:2022", "EN ISO 13849-1:2023", "EN 50742"]),
    ["EUDoC-2027-003", "sole responsibility"], note="Names the number and date of the declaration it replaces.")

doc("technical/CE declaration VMC-850.docx", "docx", [
    ("head", EASTBAY, EASTBAY_AT + "\nTel +86 532 5550 0188"), ("title", "EU Declaration of Conformity"),
    ("kv", [("Machine", "Vertical machining centre"), ("Model", "VMC-850"), ("Serial No.", "8507-2211"), ("Control", "GNC 61")], "grid"),
    ("tracked", "We declare conformity with ", "Directive 98/37/EC", "Directive 2006/42/EC"),
    ("box", "CE mark affixed 2026"),
    ("p", "Standards: EN ISO 16090-1:2022, EN 60204-1:2018/A11:2025"),
    ("p", "Place and date of issue: Qingdao, 12.02.2026"), ("sign", ["Chen Haidong", "stamp"]), ("foot", "page {p} of {n}")],
    L("eu-machinery-doc", None, EASTBAY, EASTBAY, "2026-02-12", None, ["VMC-850"], ["2006/42/EC", "EN ISO 16090-1:2022", "EN 60204-1:2018/A11:2025"]),
    ["VMC-850", "2006/42/EC", "CE mark affixed 2026"], also={"standards": ["EN 60204-1:2018"]}, absent=["98/37/EC"],
    note="Tracked change: 98/37/EC is deleted, 2006/42/EC inserted. CE mark stands in a text box, maker and address in the header only.")

doc("technical/declaration of incorporation rotary table.pdf", "fpdf > gs14", [
    ("head", MERIDIAN, MERIDIAN_AT), ("title", "Declaration of Incorporation"), ("p", "of partly completed machinery (Directive 2006/42/EC, Annex II, Part 1, Section B)"),
    ("kv", [("Product", "Tilting rotary table RT-320 for machining centres LM-MT500 and LM-MT650"), ("Ref.", "DOI-RT320-A"), ("Date", "2025-08-19")]),
    ("p", "The partly completed machinery must not be put into service until the final machinery into which it is to be incorporated has been declared in conformity. Standards applied: EN ISO 12100:2010, EN 60204-1:2018."), ("foot", "- {p} -")],
    L("eu-doi-pcm", "DOI-RT320-A", MERIDIAN, MERIDIAN, "2025-08-19", None, ["LM-MT500", "LM-MT650"], ["2006/42/EC", "EN ISO 12100:2010", "EN 60204-1:2018"]),
    ["DOI-RT320-A", "partly completed machinery"], also={"models": ["RT-320"]})

doc("technical/UKCA-doc.pdf", "chromium > objstm", [
    ("head", HARBOUR, HARBOUR_AT), ("title", "UK Declaration of Conformity"), ("kv", [("Declaration No.", "UKDOC/G3016/25-2"), ("Machinery", "CNC gantry machining centre GB-G3016"), ("Serial", "G3016-0031"),
        ("UK importer", f"{NORTHMERE}, 7 Canal Wharf, Leeds"), ("Relevant legislation", "Supply of Machinery (Safety) Regulations 2008 (S.I. 2008/1597)\nElectromagnetic Compatibility Regulations 2016 (S.I. 2016/1091)"),
        ("Designated standards", "EN ISO 12100:2010\nEN ISO 16090-1:2022"), ("Date of declaration", "30th October 2025")], "boxes")],
    L("uk-machinery-doc-ukca", "UKDOC/G3016/25-2", HARBOUR, HARBOUR, "2025-10-30", None, ["GB-G3016"], ["S.I. 2008/1597", "S.I. 2016/1091", "EN ISO 12100:2010", "EN ISO 16090-1:2022"]),
    ["UKDOC/G3016/25-2", "Leeds"], also={"document-type": ["uk-machinery-doc"]}, theme="blue")

doc("technical/符合性声明_HMC-630.pdf", "typst > lin", [
    ("title", "欧盟符合性声明\nEU Declaration of Conformity"), ("kv", [("制造商 Manufacturer", f"{MERIDIAN_ZH}\n{MERIDIAN}"), ("型号 Model", "HMC-630"), ("出厂编号 Serial No.", "HMC630-25-17"),
        ("指令 Directives", "2006/42/EC, 2014/30/EU"), ("标准 Standards", "EN ISO 12100:2010, EN ISO 16090-1:2022, EN 60204-1:2018"), ("签署日期 Date", "2025年12月30日")], "beside"),
    ("p", "本声明由制造商单独负责出具。"), ("sign", ["赵敏 Zhao Min", "产品安全负责人"])],
    L("eu-machinery-doc", None, MERIDIAN_ZH, MERIDIAN_ZH, "2025-12-30", None, ["HMC-630"], ["2006/42/EC", "2014/30/EU", "EN ISO 12100:2010", "EN ISO 16090-1:2022", "EN 60204-1:2018"], ["zh", "en"]),
    ["HMC-630", "单独负责"], also={"issuer": [MERIDIAN], "holder": [MERIDIAN]}, lang="zh", font="Noto Sans CJK SC")

doc("technical/ISO230-2_MT650-26-0113.pdf", "reportlab > lin", [
    ("head", MERIDIAN, "Metrology department"), ("title", "Positioning accuracy test report"), ("sub", "ISO 230-2:2014"),
    ("kv", [("Report No.", "QR-230-26-0113"), ("Machine", "LM-MT650, serial MT650-26-0113"), ("Customer", HOHENLINDEN), ("Date of measurement", "27 February 2026"), ("Date of report", "2 March 2026"),
            ("Instrument", "Laser interferometer XL-90, calibration certificate HW-L-2025-3321 valid until 2026-09-11"), ("Temperature", "20.3 C")], "inline"),
    ("table", [["Axis", "Travel mm", "A um", "R um", "B um"], ["X", "650", "4.8", "2.9", "1.1"], ["Y", "600", "5.1", "3.0", "1.4"], ["Z", "500", "4.2", "2.6", "0.9"]]),
    ("p", "Geometry was tested to ISO 10791-1:2015; see report QR-GEO-26-0113."), ("foot", "QR-230-26-0113 page {p} of {n}")],
    L("accuracy-report", "QR-230-26-0113", MERIDIAN, MERIDIAN, "2026-03-02", None, ["LM-MT650"], ["ISO 230-2:2014", "ISO 10791-1:2015"]),
    ["QR-230-26-0113", "Laser interferometer", "XL-90"], also={"holder": [HOHENLINDEN]}, note="The calibration certificate's validity is not the report's.")

doc("technical/accuracy GB-G4022.xlsx.pdf", "lo-pdf > gs", [
    ("head", HARBOUR, HARBOUR_AT), ("title", "ACCURACY TEST REPORT"), ("kv", [("No", "AT-25-078"), ("Type", "GB-G4022"), ("Ser. No.", "G4022-0078"), ("Tested", "2025/10/28"), ("Issued", "2025/10/30"), ("Acc. to", "ISO 8636-2:2007; ISO 230-2:2014"), ("Inspector", "Sun Peng")], "grid"),
    ("table", [["Item", "Permissible", "Measured"], ["G1 straightness X", "0.020/1000", "0.014"], ["P1 positioning X 4000", "0.025", "0.019"], ["P2 repeatability", "0.012", "0.008"]])],
    L("accuracy-report", "AT-25-078", HARBOUR, HARBOUR, "2025-10-30", None, ["GB-G4022"], ["ISO 8636-2:2007", "ISO 230-2:2014"]),
    ["AT-25-078", "0.014", "Sun Peng"])

doc("technical/精度检验报告VMC1160.docx", "lo-docx", [
    ("title", "机床几何精度与定位精度检验报告"), ("kv", [("报告编号", "DW-JD-2026-031"), ("产品型号", "VMC-1160"), ("出厂编号", "11607-0092"), ("检验依据", "GB/T 18400.2-2010、ISO 230-2:2014"), ("检验日期", "2026年1月15日"), ("报告日期", "2026年1月16日"), ("检验结论", "合格")], "grid"),
    ("table", [["序号", "项目", "允差", "实测"], ["1", "X轴定位精度", "0.010", "0.006"], ["2", "Z轴重复定位精度", "0.006", "0.004"]]), ("p", EASTBAY_ZH + "质量部"), ("foot", "第 {p} 页 共 {n} 页")],
    L("accuracy-report", "DW-JD-2026-031", EASTBAY_ZH, EASTBAY_ZH, "2026-01-16", None, ["VMC-1160"], ["GB/T 18400.2-2010", "ISO 230-2:2014"], ["zh"]),
    ["DW-JD-2026-031", "重复定位精度", "0.004"])

doc("technical/EN60204 test MT500.pdf", "chromium > qdf", [
    ("head", LINDAU, "Bregenzer Str. 41, 88131 Lindau, Germany"), ("title", "Test Report – Electrical Equipment of Machines"),
    ("kv", [("Report number", "PL-E-26/1187"), ("Client", MERIDIAN), ("Test item", "Machining centre LM-MT500, serial MT500-26-0042"), ("Standard", "EN 60204-1:2018, clause 18"), ("Date of receipt", "2026-01-19"), ("Testing period", "2026-01-20 to 2026-01-22"), ("Date of issue", "2026-01-29")], "pairs"),
    ("table", [["Clause", "Test", "Result"], ["18.2", "Protective bonding, 10 A", "0.06 Ohm pass"], ["18.3", "Insulation resistance 500 V d.c.", "> 200 MOhm pass"], ["18.4", "Voltage test", "pass"], ["18.5", "Residual voltages", "pass"], ["18.6", "Functional tests", "pass"]]),
    ("small", "The results relate only to the items tested. Accredited to ISO/IEC 17025:2017. This report shall not be reproduced except in full."), ("foot", "PL-E-26/1187  Page {p} of {n}")],
    L("electrical-test-record", "PL-E-26/1187", LINDAU, MERIDIAN, "2026-01-29", None, ["LM-MT500"], ["EN 60204-1:2018", "ISO/IEC 17025:2017"]),
    ["PL-E-26/1187", "Residual voltages"], also={"document-type": ["eu-electrical-60204"]})

doc("technical/Prüfprotokoll EN 60204-1.docx", "docx", [
    ("head", HARBOUR, HARBOUR_AT), ("title", "Prüfprotokoll der elektrischen Ausrüstung"), ("p", "nach DIN EN 60204-1 (VDE 0113-1):2019-06"),
    ("kv", [("Protokoll-Nr.", "EP-2025-0078"), ("Maschine", "Portalfräsmaschine GB-G4022"), ("Prüfdatum", "03.11.2025"), ("Prüfer", "Zhang Wei")]),
    ("table", [["Prüfung", "Ergebnis"], ["Durchgängigkeit des Schutzleitersystems", "bestanden"], ["Isolationswiderstand", "bestanden"], ["Restspannung", "bestanden"]]), ("foot", "Seite {p} von {n}")],
    L("electrical-test-record", "EP-2025-0078", HARBOUR, HARBOUR, "2025-11-03", None, ["GB-G4022"], ["DIN EN 60204-1 (VDE 0113-1):2019-06"], ["de"]),
    ["Isolationswiderstand", "bestanden"], also={"document-type": ["eu-electrical-60204"], "standards": ["DIN EN 60204-1", "EN 60204-1", "VDE 0113-1"]}, note="The day of testing is the only date of the record.")

doc("technical/电气检验记录.txt", "gb18030", [
    ("title", "电气安全检验记录"), ("kv", [("记录编号", "DQ-2026-0015"), ("型号", "CK6150"), ("依据", "GB/T 5226.1-2019"), ("检验日期", "2026-03-09"), ("检验员", "刘洋")]),
    ("table", [["项目", "标准", "实测", "结论"], ["保护联结电路连续性", "≤0.1Ω", "0.05Ω", "合格"], ["绝缘电阻", "≥1MΩ", "180MΩ", "合格"], ["耐压", "1000V 1s", "未击穿", "合格"]]), ("p", EASTBAY_ZH)],
    L("electrical-test-record", "DQ-2026-0015", EASTBAY_ZH, EASTBAY_ZH, "2026-03-09", None, ["CK6150"], ["GB/T 5226.1-2019"], ["zh"]),
    ["绝缘电阻", "未击穿", "DQ-2026-0015"], also={"document-type": ["eu-electrical-60204"]})

doc("calibration/laser interferometer HW-L-2025-3321.pdf", "typst", [
    ("head", HAIWAN, "No. 3 Miaoling Road, Qingdao · accredited EAAB-L-2207"), ("title", "Calibration Certificate"),
    ("kv", [("Certificate No.", "HW-L-2025-3321"), ("Client", MERIDIAN), ("Instrument", "Laser interferometer"), ("Model / Serial", "XL-90 / 6R1182"), ("Date of receipt", "2025-09-08"), ("Date of calibration", "2025-09-12"), ("Date of issue", "2025-09-15"), ("Recommended recalibration", "2026-09-11")], "beside"),
    ("p", "Calibrated in accordance with JJG 739-2005. Traceable to the national standard of length. Laboratory accredited to ISO/IEC 17025:2017."), ("foot", "Page {p} of {n}")],
    L("metrology-calibration", "HW-L-2025-3321", HAIWAN, MERIDIAN, "2025-09-15", "2026-09-11", [], ["JJG 739-2005", "ISO/IEC 17025:2017"]),
    ["HW-L-2025-3321", "6R1182"], also={"expires": [None]}, note="A recommended date of recalibration is entered as the end of validity; null is defensible.")

doc("calibration/球杆仪校准证书.pdf", "cid", [
    ("title", "校准证书"), ("kv", [("证书编号", "HW-B-2026-0208"), ("委托方", HARBOUR_ZH), ("器具名称", "球杆仪"), ("型号规格", "QB-20"), ("出厂编号", "D1-7734"), ("校准日期", "2026年02月05日"), ("建议复校日期", "2027年02月04日"), ("签发日期", "2026年02月06日"), ("校准依据", "JJF 1954-2021")]),
    ("p", HAIWAN_ZH), ("small", "本证书未经本院书面批准，不得部分复印。"), ("foot", "第 {p} 页 共 {n} 页")],
    L("metrology-calibration", "HW-B-2026-0208", HAIWAN_ZH, HARBOUR_ZH, "2026-02-06", "2027-02-04", [], ["JJF 1954-2021"], ["zh"]),
    ["球杆仪", "HW-B-2026-0208"], also={"expires": [None]})

scan_of("calibration/scan0042.pdf", [("head", HAIWAN, "Qingdao"), ("title", "Calibration Certificate"), ("kv", [("Certificate No.", "HW-M-2024-1190"), ("Client", EASTBAY), ("Instrument", "Electronic level"), ("Date of calibration", "11 Dec 2024")])],
    L("metrology-calibration", "HW-M-2024-1190", HAIWAN, EASTBAY, None, None), effects=("-rotate", "-0.7", "-blur", "0x0.6"))

doc("technical/FAT report MT650-26-0113.pdf", "lo-pdf > objstm", [
    ("head", MERIDIAN, MERIDIAN_AT), ("title", "Factory Acceptance Test Report"),
    ("kv", [("FAT No.", "FAT-2026-018"), ("Contract", "LM-HM-2025-114"), ("Buyer", HOHENLINDEN), ("Machine", "LM-MT650 / MT650-26-0113"), ("Test period", "2 to 4 March 2026"), ("Report date", "04 Mar 2026")]),
    ("table", [["No.", "Test", "Result"], ["1", "Completeness", "OK"], ["2", "Accuracy per ISO 230-2", "OK, see QR-230-26-0113"], ["3", "Test workpiece ISO 10791-7", "OK"], ["4", "Open points", "2 minor"]]),
    ("sign", ["For the seller: Zhao Min", "For the buyer: K. Brenner"]), ("foot", "FAT-2026-018 / page {p} of {n}")],
    L("fat-report", "FAT-2026-018", MERIDIAN, MERIDIAN, "2026-03-04", None, ["LM-MT650"], ["ISO 230-2", "ISO 10791-7"]),
    ["FAT-2026-018", "2 minor", "LM-HM-2025-114"], also={"holder": [HOHENLINDEN, None]})

doc("technical/出厂验收报告.docx", "docx", [
    ("title", "出厂验收报告"), ("kv", [("编号", "HW-FAT-25-33"), ("合同号", "HB-2025-TR-09"), ("买方", BOSPHOR), ("设备型号", "GB-G3016"), ("验收日期", "2025.12.08-2025.12.10"), ("签署日期", "2025.12.10")], "grid"), ("p", "验收结论：设备满足技术协议要求，同意发运。"), ("p", HARBOUR_ZH)],
    L("fat-report", "HW-FAT-25-33", HARBOUR_ZH, HARBOUR_ZH, "2025-12-10", None, ["GB-G3016"], [], ["zh"]),
    ["同意发运", "HB-2025-TR-09"], also={"holder": [BOSPHOR, None]})

doc("technical/noise declaration.html", "html", [
    ("head", EASTBAY, EASTBAY_AT), ("title", "Noise emission declaration"), ("p", "Declared dual-number noise emission values in accordance with ISO 4871:1996"),
    ("kv", [("Machine", "VMC-1160"), ("LpA at operator position", "74 dB(A), K = 4 dB"), ("LWA", "88 dB(A), K = 4 dB"), ("Test code", "ISO 8525:2008, ISO 11202:2010"), ("Date", "14 January 2026")])],
    L("noise-declaration", None, EASTBAY, EASTBAY, "2026-01-14", None, ["VMC-1160"], ["ISO 4871:1996", "ISO 8525:2008", "ISO 11202:2010"]),
    ["dual-number", "88 dB(A)"], also={"document-type": ["eu-noise-declaration"]}, note="HTML counts as text.")

doc("technical/EMC report.pdf", "fpdf > objstm", [
    ("head", LINDAU, "Bregenzer Str. 41, 88131 Lindau, Germany"), ("title", "EMC Test Report"), ("kv", [("Report No.", "PL-EMC-25/0733"), ("Applicant", HARBOUR), ("EUT", "CNC gantry machining centre GB-G4022"), ("Standards", "EN IEC 61000-6-2:2019; EN IEC 61000-6-4:2019"), ("Tested on site", "Jiaozhou, 22-24 September 2025"), ("Issued", "2025-10-06"), ("Revision", "1 of 2025-10-13 (typing error on page 4)")]),
    ("p", "Result: the EUT complies. This report is no EU declaration of conformity."), ("break",), ("sub", "Annex: emission"), ("table", [["MHz", "dBuV/m", "limit"], ["41.2", "44", "50"], ["231.0", "39", "57"]]), ("foot", "PL-EMC-25/0733 p. {p} of {n}")],
    L("emc-report", "PL-EMC-25/0733", LINDAU, HARBOUR, "2025-10-06", None, ["GB-G4022"], ["EN IEC 61000-6-2:2019", "EN IEC 61000-6-4:2019"]),
    ["PL-EMC-25/0733", "dBuV/m"], also={"document-type": ["eu-emc"], "issued": ["2025-10-13"]})

doc("technical/Risikobeurteilung.docx", "lo-docx", [
    ("head", MERIDIAN, MERIDIAN_AT), ("title", "Risk Assessment"), ("p", "according to ISO 12100:2010 and ISO/TR 14121-2:2012 for machining centre LM-MT650"), ("kv", [("Document", "RA-MT650"), ("Revision", "C, 2025-06-17 (B 2024-02-01, A 2022-11-30)")], "inline"),
    ("table", [["Hazard", "Before", "Measure", "After"], ["Ejected parts", "high", "Guard, ISO 16090-1", "low"], ["Spindle restart", "medium", "STO, PL d", "low"]]), ("foot", "RA-MT650 rev C   {p}/{n}")],
    L("risk-assessment-12100", "RA-MT650", MERIDIAN, MERIDIAN, "2025-06-17", None, ["LM-MT650"], ["ISO 12100:2010", "ISO/TR 14121-2:2012", "ISO 16090-1"]),
    ["Ejected parts", "Spindle restart"], note="File name is German, text English.")

GERMAN = [("title", "Betriebsanleitung"), ("sub", "CNC-Bearbeitungszentrum LM-MT500"), ("kv", [("Originalbetriebsanleitung / Übersetzung", "Übersetzung der Originalbetriebsanleitung"), ("Dokument-Nr.", "BA-MT500-DE-04"), ("Ausgabe", "04 / 15. Januar 2026"), ("Hersteller", MERIDIAN)], "inline"), ("break",)]
for number, (head, body) in enumerate([
        ("Sicherheit", "Vor Arbeiten im Arbeitsraum ist die Maschine am Hauptschalter auszuschalten und gegen Wiedereinschalten zu sichern. Die Betriebsart Einrichten darf nur von unterwiesenem Personal mit Zustimmtaster verwendet werden. Die Maschine entspricht EN ISO 16090-1:2022."),
        ("Transport und Aufstellung", "Die Maschine wird in einer Holzkiste geliefert. Das Gewicht beträgt 6.850 kg. Anschlagpunkte siehe Bild 3. Der Aufstellort muss eben sein; die Umgebungstemperatur darf zwischen 10 °C und 35 °C liegen."),
        ("Inbetriebnahme", "Netzanschluss 3 × 400 V, 50 Hz, Vorsicherung 63 A. Die Prüfungen nach EN 60204-1 sind nach dem Anschluss zu wiederholen und zu dokumentieren."),
        ("Wartung", "Kühlschmierstoff täglich prüfen, Führungsbahnen wöchentlich reinigen, Hydrauliköl jährlich wechseln. Filtermatten des Schaltschranks alle 500 Betriebsstunden tauschen."),
        ("Entsorgung", "Öle, Kühlschmierstoffe und elektronische Baugruppen sind getrennt zu entsorgen.")], 1):
    GERMAN += [("sub", f"{number} {head}"), ("p", "\n\n".join([body] * 3)), ("break",)]
doc("manuals/Betriebsanleitung LM-MT500.pdf", "typst > objstm", GERMAN[:-1] + [("foot", "BA-MT500-DE-04   Seite {p} von {n}")],
    L("user-manual-translated", "BA-MT500-DE-04", MERIDIAN, MERIDIAN, "2026-01-15", None, ["LM-MT500"], ["EN ISO 16090-1:2022", "EN 60204-1"], ["de"]),
    ["Kühlschmierstoff täglich prüfen", "Zustimmtaster", "Entsorgung"], lang="de", also={"holder": [None]})

doc("manuals/Kurzanleitung_CK6150.pdf", "chromium", [
    ("head", EASTBAY, "CNC-Drehmaschinen"), ("title", "Kurzanleitung CK6150"), ("p", "Übersetzung der Originalbetriebsanleitung, Stand 11/2025"), ("sub", "Einschalten"), ("p", "Hauptschalter auf I drehen, Not-Halt entriegeln, Steuerung hochfahren lassen. Danach die Achsen in der Reihenfolge X, Z referenzieren."), ("sub", "Spannen"), ("p", "Das Werkstück mit dem hydraulischen Futter spannen; der Spanndruck beträgt höchstens 4,5 MPa."), ("break",), ("sub", "Störungen"), ("table", [["Meldung", "Ursache", "Abhilfe"], ["1002", "Schmiermittel fehlt", "nachfüllen"], ["2051", "Tür offen", "Tür schließen"]]), ("foot", "Seite {p} von {n}")],
    L("user-manual-translated", None, EASTBAY, EASTBAY, None, None, ["CK6150"], [], ["de"]),
    ["Tür schließen", "Spanndruck"], theme="columns", lang="de", also={"holder": [None]}, note="11/2025 is a month, not a day: issued is null.")

scan_of("technical/铭牌照片.png", [("title", "LAOSHAN MERIDIAN"), ("kv", [("Model", "LM-MT650"), ("Serial No.", "MT650-26-0113"), ("Year", "2026"), ("Supply", "3/PE 400 V 50 Hz 45 kVA"), ("Mass", "9200 kg")], "pairs"), ("p", MERIDIAN)],
    L("nameplate-photo", None, MERIDIAN, MERIDIAN, None, None, ["LM-MT650"]), also={"document-type": ["nameplate", "eu-nameplate-ce"]}, dpi=70, effects=("-colors", "16"))
