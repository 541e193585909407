// Files as a look at them would find them: one of each sort, and as many plain ones as `?files=` in the address says.

import type { EvidenceView } from "../src/lib/bindings/EvidenceView";
import type { IncomingFile } from "../src/lib/bindings/IncomingFile";
import type { SuggestionView } from "../src/lib/bindings/SuggestionView";
import type { Text } from "../src/lib/bindings/Text";
import { text } from "./reading";

const page = (number: number) => text(`page ${number}`, `第 ${number} 页`);

/** A suggestion whose words are found in the excerpt. */
function read(
  field: string,
  value: string,
  place: Text,
  excerpt: string,
  words: string,
  shown: Text | null = null,
): SuggestionView {
  const at = excerpt.indexOf(words);
  const from = [...excerpt.slice(0, at)].length;
  return { field, value, shown, place, excerpt, from, to: from + [...words].length };
}

const iso = text("Quality management certificate ISO 9001", "ISO 9001 质量管理体系认证证书");
const suggestions: SuggestionView[] = [
  read(
    "document-type",
    "iso-9001",
    page(1),
    "质量管理体系认证证书 Certificate of conformity ISO 9001:2015",
    "ISO 9001",
    iso,
  ),
  read("number", "CQ-26-11873", page(1), "证书编号 Certificate No. CQ-26-11873 R2M", "CQ-26-11873"),
  read("number", "R2M-3702", page(2), "Annex to registration R2M-3702, sheet 1 of 2", "R2M-3702"),
  read(
    "issuer",
    "Haidu Certification Co., Ltd.",
    page(1),
    "Issued by Haidu Certification Co., Ltd., Qingdao",
    "Haidu Certification Co., Ltd.",
  ),
  read(
    "holder",
    "崂山子午机床有限公司",
    page(1),
    "𠮷 兹证明 崂山子午机床有限公司 的质量管理体系符合",
    "崂山子午机床有限公司",
  ),
  read(
    "issued",
    "2026-11-10",
    page(1),
    "颁证日期 Date of issue: 10 November 2026",
    "10 November 2026",
  ),
  read(
    "expires",
    "2029-11-09",
    page(1),
    "本证书有效期至 Valid until 09.11.2029, subject to yearly surveillance",
    "09.11.2029",
  ),
  read(
    "expires",
    "2027-11-09",
    page(2),
    "Next surveillance not later than 2027-11-09",
    "2027-11-09",
  ),
  read(
    "model",
    "LM-MT650",
    page(2),
    "Scope: design and manufacture of LM-MT650, VMT-650 machining centres",
    "LM-MT650",
  ),
  read(
    "model",
    "VMT-650",
    page(2),
    "Scope: design and manufacture of LM-MT650, VMT-650 machining centres",
    "VMT-650",
  ),
  read(
    "standard",
    "GB/T 19001-2016",
    page(1),
    "符合 GB/T 19001-2016 / ISO 9001:2015",
    "GB/T 19001-2016",
  ),
  read(
    "standard",
    "2006/42/EC",
    page(2),
    "Technical file compiled under Directive 2006/42/EC",
    "2006/42/EC",
  ),
  read("language", "zh", page(1), "质量管理体系认证证书", "质量管理体系认证证书"),
  read("language", "en", page(1), "Certificate of conformity", "Certificate of conformity"),
];

function file(name: string, folder: string, more: Partial<IncomingFile> = {}): IncomingFile {
  const path = ["/home/lin/inbox", folder, name].filter(Boolean).join("/");
  return {
    path,
    name,
    folder,
    size: 184_320 + name.length * 9_137,
    sha256: "c67e400e3831e1047bf2fdd87c48d3e466001b834256ce7ec76e17d57909b970",
    file_type: "pdf",
    refused: null,
    note: null,
    held: null,
    same_as: null,
    newer_than: null,
    document_type: null,
    type_title: null,
    serves: [],
    suggestions: [],
    ...more,
  };
}

const of = (document_type: string, type_title: Text) => ({ document_type, type_title });

export function incoming(documents: EvidenceView[], count: number): IncomingFile[] {
  const held = documents.find((view) => view.evidence.type === "iso-9001");
  const scan = text(
    "Scanned: the pages are pictures without text.",
    "扫描件：页面为图片，没有文字。",
  );
  const doc = text("EU declaration of conformity (machinery)", "欧盟符合性声明（机械）");
  const emc = text("EMC test report", "电磁兼容测试报告");
  const one: IncomingFile[] = [
    file("ISO 9001 证书 2026-2029.pdf", "", {
      ...of("iso-9001", iso),
      newer_than: held ? [held.evidence.id, "CQ-23-08812"] : null,
      serves: [
        text("Quality management certificate", "质量管理体系证书"),
        text("Supplier qualification file", "供应商准入资料"),
      ],
      suggestions,
    }),
    file("LM-MT650 EMC report rev C with all annexes and measurement protocols, signed.docx", "", {
      ...of("emc-report", emc),
      file_type: "docx",
      suggestions: suggestions.slice(5, 9),
    }),
    file("Konformitätserklärung LM-MT650.pdf", "Certificates 证书", {
      ...of("eu-machinery-doc", doc),
      suggestions: suggestions.slice(11, 13),
    }),
    file("Konformitätserklärung LM-MT650 (copy).pdf", "Certificates 证书", {
      ...of("eu-machinery-doc", doc),
      same_as: "/home/lin/inbox/Certificates 证书/Konformitätserklärung LM-MT650.pdf",
    }),
    file("营业执照.pdf", "Certificates 证书", {
      ...of(
        "cn-business-licence",
        text("Business licence naming import and export", "载明货物进出口的营业执照"),
      ),
      held: ["ev-licence", "91370212MA3N0X"],
    }),
    file("scan_0041.pdf", "Certificates 证书", { note: scan, size: 3_404_800 }),
    file("Typenschild.png", "Pictures", { file_type: "image", note: scan, size: 2_204_800 }),
    file("bank guarantee.pdf", "Pictures", {
      note: text("It is protected by a password and cannot be read.", "文件受密码保护，无法读取。"),
    }),
    file("setup.pdf", "Pictures", {
      file_type: "executable",
      sha256: null,
      refused: text(
        "A program, whatever its name says. Programs are not taken in.",
        "这是程序，无论文件名如何。程序不予收入。",
      ),
    }),
    file("assembly video.mp4", "Pictures", {
      file_type: "unknown",
      size: 912_000_000,
      sha256: null,
      refused: text("Larger than 500 MB, the limit set in Settings.", "超过设置中的 500 MB 上限。"),
    }),
    file("offer.xlsx", "Pictures", { file_type: "xlsx" }),
  ];
  const rest = Array.from({ length: Math.max(0, count - one.length) }, (_, at) =>
    file(`certificate ${at + 1}.pdf`, `Batch ${Math.floor(at / 40) + 1}`, {
      ...(at % 5 === 0 ? {} : of("emc-report", emc)),
      suggestions: at % 3 === 0 ? suggestions.slice(1, 7) : [],
    }),
  );
  return count > 0 && count < one.length ? one.slice(0, count) : [...one, ...rest];
}
