// A search over a few made-up texts, by plain comparing, so that results can be seen while typing.

import type { SearchHit } from "../src/lib/bindings/SearchHit";
import type { SearchRequest } from "../src/lib/bindings/SearchRequest";
import type { SearchResults } from "../src/lib/bindings/SearchResults";
import { text } from "./reading";

const sha256 = "c67e400e3831e1047bf2fdd87c48d3e466001b834256ce7ec76e17d57909b970";
const base = { place: null, page: null, subject: null, sha256: null, shipment: null, marks: [] };
const known: SearchHit[] = [
  {
    ...base,
    kind: "requirement",
    id: "dual-use-export-licence",
    title: text("Dual-use export licence", "两用物项出口许可证"),
    excerpt:
      "Five-axis machines under 6.1 µm need an export licence 出口许可证 before customs clearance.",
  },
  {
    ...base,
    kind: "requirement",
    id: "iso-9001",
    title: text("Quality management certificate", "质量管理体系证书"),
    excerpt:
      "ISO 9001 certificate of the manufacturer, valid at factory acceptance. 质量管理体系认证证书",
  },
  {
    ...base,
    kind: "evidence",
    id: "ev-iso",
    title: text("Quality management certificate ISO 9001", "ISO 9001 质量管理体系认证证书"),
    excerpt: "CQ-23-08812, Haidu Certification Co., Ltd., 崂山子午机床有限公司",
  },
  {
    ...base,
    kind: "file",
    id: "ev-iso",
    sha256,
    title: text("Quality management certificate ISO 9001", "ISO 9001 质量管理体系认证证书"),
    place: text("CQ-23-08812.pdf, page 2", "CQ-23-08812.pdf，第 2 页"),
    excerpt:
      "𠮷 附件：数控机床的设计、制造和出口 design, manufacture and export of CNC machine tools 📄 见附表",
  },
  {
    ...base,
    kind: "file",
    id: "ev-dual",
    sha256,
    title: text("Dual-use self-classification", "两用物项自我归类"),
    place: text("classification.pdf, page 11", "classification.pdf，第 11 页"),
    excerpt:
      "根据《两用物项出口管制条例》，本机床的定位精度为 4.8 µm，出口前须申请许可证 export licence needed",
  },
  {
    ...base,
    kind: "shipment",
    id: "case-a",
    title: text("LM-MT650, Hamburg", "LM-MT650, Hamburg"),
    excerpt: "LM-2026-031, Elbufer Präzisionsteile GmbH, CIP Hamburg, export 出口",
  },
  {
    ...base,
    kind: "note",
    id: "decision-1",
    shipment: "case-a",
    title: text("Waived: supplier qualification file", "豁免：供应商准入资料"),
    excerpt:
      "The buyer agreed by mail of 12 Nov that the export file follows after 出口报关 clearance.",
  },
];

/** Every word typed must occur; what occurs is marked, counted in characters. */
export function search(request: SearchRequest, many: boolean): SearchResults {
  const parts = request.text.toLowerCase().split(/\s+/).filter(Boolean);
  const all = many ? Array.from({ length: 12 }, () => known).flat() : known;
  const hits = all
    .filter((hit) => request.kinds.length === 0 || request.kinds.includes(hit.kind))
    .filter((hit) => {
      const whole = `${hit.title.en} ${hit.title.zh} ${hit.excerpt}`.toLowerCase();
      return parts.every((part) => whole.includes(part));
    })
    .map((hit) => ({ ...hit, marks: parts.flatMap((part) => marksOf(hit.excerpt, part)) }));
  return { hits: hits.slice(0, request.limit), more: hits.length > request.limit, unread: 3 };
}

function marksOf(excerpt: string, part: string): [number, number][] {
  const found: [number, number][] = [];
  const plain = excerpt.toLowerCase();
  for (let at = plain.indexOf(part); at !== -1; at = plain.indexOf(part, at + part.length)) {
    const from = [...excerpt.slice(0, at)].length;
    found.push([from, from + [...part].length]);
  }
  return found;
}
