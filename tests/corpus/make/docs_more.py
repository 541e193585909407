"""Documents that came last, so that the halves of the others stay as they are."""

from corpus import Labels as L
from names import *  # noqa: F403
from via import doc

doc("technical/噪声声明_VMC-850.pdf", "chromium > gs", [
    ("title", "噪声声明"), ("kv", [("产品型号", "VMC-850"), ("检测日期", "2026年3月9日"), ("依据标准", "GB/T 16769-2008"), ("操作位置声压级", "73 dB(A)"), ("制造商", EASTBAY_ZH)])],
    L("noise-declaration", None, EASTBAY_ZH, EASTBAY_ZH, "2026-03-09", None, ["VMC-850"], ["GB/T 16769-2008"], ["zh"]), ["操作位置声压级", "依据标准"], lang="zh",
    also={"document-type": ["eu-noise-declaration"], "issuer": ["⻘岛东湾数控有限公司"], "holder": ["⻘岛东湾数控有限公司", None]},
    note="Its text has radicals in place of characters: 日 and 月 as U+2F47 and U+2F49 (NFKC mends them), 青 as U+2ED8 (NFKC does not).")

doc("technical/rotated accuracy sheet.pdf", "lo-pdf > turned", [
    ("head", HARBOUR, HARBOUR_AT), ("title", "Geometry and positioning report"), ("kv", [("Report No.", "AT-26-004"), ("Machine type", "GB-G4022"), ("Serial", "G4022-0081"), ("Standard", "ISO 230-1:2012, ISO 230-2:2014"), ("Reported", "Feb 9, 2026")], "grid"), ("table", [["Axis", "Bidirectional accuracy A", "Limit"], ["X", "0.018", "0.025"], ["W", "0.011", "0.016"]])],
    L("accuracy-report", "AT-26-004", HARBOUR, HARBOUR, "2026-02-09", None, ["GB-G4022"], ["ISO 230-1:2012", "ISO 230-2:2014"]), ["AT-26-004", "Bidirectional accuracy A"], note="The page is turned by /Rotate 90.")

doc("insurance/certificate of insurance UK.pdf", "chromium > gsebook", [
    ("head", "Thornbury Marine & Liability Ltd", "11 Quay Street, Bristol"), ("title", "Certificate of Insurance"), ("sub", "Products liability"), ("kv", [("Certificate", "TML/P/26/5531"), ("Insured", EASTBAY), ("Period", "04/05/2026 to 03/05/2027"), ("Limit", "GBP 2,000,000"), ("Issued", "13/04/2026")], "boxes"), ("p", "This certificate is issued as a matter of information only.")],
    L("product-liability-insurance", "TML/P/26/5531", "Thornbury Marine & Liability Ltd", EASTBAY, "2026-04-13", None), ["TML/P/26/5531", "GBP 2,000,000"], theme="columns",
    also={"expires": ["2027-05-03"], "document-type": ["eu-product-liability", "insurance-certificate"]}, note="13/04/2026 can only be day first, so that 03/05/2027 is likely 3 May 2027; alone it is ambiguous.")

doc("trade/木质包装热处理声明.docx", "lo-docx", [
    ("title", "木质包装热处理声明"), ("p", f"兹声明，{HARBOUR_ZH}合同HB-2025-TR-09项下货物所用木质包装已按ISPM 15要求进行热处理（HT）并加施标识，标识号CN-37088。"), ("p", "声明编号：GS-2025-1207"), ("p", "平度绿松包装有限公司"), ("p", "二〇二五年十二月七日")],
    L("ispm15-declaration", "GS-2025-1207", "平度绿松包装有限公司", HARBOUR_ZH, "2025-12-07", None, [], ["ISPM 15"], ["zh"]), ["加施标识", "二〇二五年十二月七日"], note="The date is written in Chinese numerals.")

doc("registration/外汇名录登记.txt", "gb18030", [
    ("title", "贸易外汇收支企业名录登记信息"), ("kv", [("企业名称", EASTBAY_ZH), ("统一社会信用代码", "91370214MA3D7T5Q0A"), ("办理银行", BANK_ZH), ("登记日期", "2017-01-11"), ("企业分类", "A类"), ("查询日期", "2026-03-02")])],
    L("cn-fx-directory", None, BANK_ZH, EASTBAY_ZH, "2017-01-11", None, [], [], ["zh"]), ["A类", "名录登记"], also={"number": ["91370214MA3D7T5Q0A"], "issued": ["2026-03-02", None]}, note="The credit code is the firm's number, not the record's.")
