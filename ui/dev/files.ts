// Stored files as the program would read and draw them, made up from the record they belong to.

import type { EvidenceView } from "../src/lib/bindings/EvidenceView";
import type { FileDetails } from "../src/lib/bindings/FileDetails";
import type { FilePageRequest } from "../src/lib/bindings/FilePageRequest";
import type { PagePicture } from "../src/lib/bindings/PagePicture";
import type { SuggestionView } from "../src/lib/bindings/SuggestionView";
import { text } from "./reading";

const PAGES = 12;

function suggestion(field: string, before: string, words: string, value = words): SuggestionView {
  const from = Array.from(before).length;
  return {
    field,
    value,
    shown:
      field === "document-type"
        ? text("Quality management certificate", "质量管理体系认证证书")
        : null,
    place: text("page 1", "第 1 页"),
    excerpt: `${before}${words}`,
    from,
    to: from + Array.from(words).length,
  };
}

const read: SuggestionView[] = [
  suggestion("document-type", "", "Quality Management System Certificate", "iso-9001"),
  suggestion("number", "Certificate No.: ", "CQ-26-0917"),
  suggestion("issuer", "Issued by ", "Haidu Certification Co., Ltd."),
  suggestion("holder", "兹证明 ", "崂山子午机床有限公司"),
  suggestion("issued", "颁证日期：", "2023年12月5日", "2023-12-05"),
  suggestion("expires", "Valid until ", "4 December 2029", "2029-12-04"),
  suggestion("model", "Scope: design and manufacture of ", "LM-MT650"),
  suggestion("standard", "Standard: ", "GB/T 19001-2016 / ISO 9001:2015"),
  suggestion("standard", "in accordance with ", "(EU) 2023/1230"),
  suggestion("language", "质量管理体系认证证书", "", "zh"),
];

/** The first document is text, the second a scan, the third locked; the others have pages. */
export function details(sha256: string, all: EvidenceView[]): FileDetails {
  const owner = all.find((view) => view.files.some((file) => file.sha256 === sha256));
  const plain: FileDetails = {
    file_type: "pdf",
    preview: "pages",
    pages: PAGES,
    text: [],
    note: null,
    suggestions: read,
  };
  switch (owner?.evidence.id) {
    case "ev-licence":
      return {
        ...plain,
        file_type: "docx",
        preview: "text",
        pages: 0,
        text: Array.from({ length: 6 }, (_, at) => [
          text(`section ${at + 1}`, `第 ${at + 1} 节`),
          "营业执照\n统一社会信用代码 91370212MA3N0X\n经营范围：数控机床的制造、销售；货物进出口。\n".repeat(
            3,
          ),
        ]),
        suggestions: read.slice(1, 4),
      };
    case "ev-consignor":
      return {
        ...plain,
        pages: 1,
        note: text(
          "This is a scan: it has no text, so nothing was read in it.",
          "此文件为扫描件，没有文字，因此未读取任何内容。",
        ),
        suggestions: [],
      };
    case "ev-dual":
      return {
        ...plain,
        preview: "none",
        pages: 0,
        note: text("A password protects this file.", "此文件有密码保护。"),
        suggestions: [],
      };
    default:
      return plain;
  }
}

/** Draws a page that can be told from the others. */
export async function picture({ page, width }: FilePageRequest): Promise<PagePicture> {
  const height = Math.round(width * 1.414);
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d");
  if (pen) {
    const unit = width / 100;
    pen.fillStyle = "white";
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = "black";
    pen.font = `${unit * 4}px sans-serif`;
    pen.fillText(`Certificate, page ${page}`, unit * 12, unit * 14);
    pen.font = `${unit * 2.2}px sans-serif`;
    for (let line = 0; line < 30; line++)
      pen.fillText(
        "The management system of the holder fulfils the standard. 质量管理体系符合标准。",
        unit * 12,
        unit * (22 + line * 3.6),
      );
  }
  await new Promise((done) => setTimeout(done, 150));
  const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { png: btoa(binary), width, height, pages: PAGES };
}
