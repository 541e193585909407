// The library as the program would keep it: documents, needs, bin, the check of files, reading along.
// `?docs=2000` shows many documents, `?faults` damaged files.

import type { EvidenceChoice } from "../src/lib/bindings/EvidenceChoice";
import type { EvidenceView } from "../src/lib/bindings/EvidenceView";
import type { Failed } from "../src/lib/bindings/Failed";
import type { FilePageRequest } from "../src/lib/bindings/FilePageRequest";
import type { FileQuery } from "../src/lib/bindings/FileQuery";
import type { HealFile } from "../src/lib/bindings/HealFile";
import type { JobView } from "../src/lib/bindings/JobView";
import type { Library } from "../src/lib/bindings/Library";
import type { LinkMany } from "../src/lib/bindings/LinkMany";
import type { NeedView } from "../src/lib/bindings/NeedView";
import type { RemoveEvidence } from "../src/lib/bindings/RemoveEvidence";
import type { SaveEvidence } from "../src/lib/bindings/SaveEvidence";
import type { Verified } from "../src/lib/bindings/Verified";
import type { Command } from "../src/lib/ipc";
import { details, picture } from "./files";
import { text } from "./reading";

const touched = { touched: { evidence: [] } };

function need(
  evidence: string,
  requirement: string,
  title: NeedView["title"],
  rest: Partial<NeedView>,
): NeedView {
  return {
    evidence,
    shipment: "case-a",
    shipment_title: "LM-MT650, Hamburg",
    requirement,
    title,
    state: "ready",
    serves: true,
    need: "2026-12-12",
    through: "2026-12-12",
    short: [],
    ...rest,
  };
}

const iso = text("Quality management certificate", "质量管理体系认证证书");
const needs: NeedView[] = [
  need("ev-iso", "iso-9001", iso, {
    state: "gap",
    serves: false,
    need: "2026-11-30",
    through: "2026-12-18",
    short: [
      text(
        "It expires on 4 Dec 2026, 14 days before 18 Dec 2026.",
        "2026-12-04 过期，早于 2026-12-18 14 天。",
      ),
    ],
  }),
  need("ev-iso", "iso-9001", iso, {
    shipment: "case-d",
    shipment_title: "VMT-650, Linz",
    need: "2026-12-01",
    through: "2026-12-03",
  }),
  need("ev-pl", "product-liability", text("Product liability insurance", "产品责任险"), {
    state: "gap",
    serves: false,
    need: "2026-12-15",
    through: "2027-02-11",
    short: [
      text(
        "It expires on 31 Dec 2026, 42 days before 11 Feb 2027.",
        "2026-12-31 过期，早于 2027-02-11 42 天。",
      ),
    ],
  }),
  need("ev-dual", "dual-use-cn", text("Dual-use self-classification", "两用物项自查"), {
    state: "gap",
    serves: false,
    through: null,
    short: [
      text("It covers LM-MT500; the order is for LM-MT650.", "涵盖 LM-MT500，而订单为 LM-MT650。"),
      text("It is signed by nobody named in the company profile.", "签署人不在公司资料之列。"),
    ],
  }),
  need("ev-doc", "eu-doc", text("EU declaration of conformity", "欧盟符合性声明"), {
    serves: false,
    short: [text("It cites 2006/42/EC.", "引用 2006/42/EC。")],
    through: null,
  }),
  need("ev-cargo", "cargo-insurance", text("Cargo insurance", "货物运输保险"), {
    through: "2027-01-20",
  }),
  need("ev-met", "laser-calibration", text("Laser calibration", "激光干涉仪校准"), {
    through: "2026-12-12",
  }),
  need("ev-met", "laser-calibration", text("Laser calibration", "激光干涉仪校准"), {
    shipment: "case-c",
    shipment_title: "FL-3 smart line, Monterrey",
    through: "2027-06-30",
    state: "gap",
    serves: false,
    short: [
      text(
        "It expires on 3 May 2027, 58 days before 30 Jun 2027.",
        "2027-05-03 过期，早于 2027-06-30 58 天。",
      ),
    ],
  }),
];

function failed(code: string, message: Failed["message"], next: Failed["next"]): Failed {
  return { code, message, next, detail: code };
}

export class LibraryMock {
  #library: Library;
  #jobs = new Map<number, { steps: number; stopped: boolean }>();
  #next = 1;
  #healed = new Set<string>();

  constructor(fixture: { evidence: EvidenceView[] }, many: number) {
    const full: EvidenceView[] = fixture.evidence.map((view) => ({
      ...view,
      added_at: "2026-11-02T08:30:00Z",
      files: view.files.map((file) => ({ ...file, original_path: `/home/lin/certs/${file.name}` })),
    }));
    for (let at = full.length; at < many; at++) full.push(another(full[at % 12], at));
    const [, gone, old] = structuredClone(full);
    this.#library = {
      evidence: full,
      needs,
      bin: [
        ...(old ? [bin(old, "ev-old-1", "2026-11-20T09:12:00Z", "2026-12-20", false)] : []),
        ...(gone ? [bin(gone, "ev-old-2", "2026-09-01T15:40:00Z", "2026-10-01", true)] : []),
      ],
      succeeded: [["ev-doc", "ev-doc-new"]],
      unread: 0,
    };
  }

  /** Answers a command about documents; nothing where it is about something else. */
  answer(name: Command, input: unknown): unknown {
    const library = this.#library;
    switch (name) {
      case "library":
        return structuredClone(library);
      case "save_evidence": {
        const { evidence } = input as SaveEvidence;
        library.evidence = library.evidence.map((view) =>
          view.evidence.id === evidence.id ? { ...view, evidence } : view,
        );
        return touched;
      }
      case "remove_evidence":
        return this.#remove(input as RemoveEvidence);
      case "restore_evidence":
      case "delete_evidence": {
        const { evidence } = input as EvidenceChoice;
        const out = library.bin.filter((one) => evidence.includes(one.document.evidence.id));
        library.bin = library.bin.filter((one) => !out.includes(one));
        if (name === "restore_evidence")
          library.evidence = [...library.evidence, ...out.map((one) => one.document)];
        return touched;
      }
      case "link_many": {
        const { shipment, evidence } = input as LinkMany;
        for (const view of library.evidence)
          if (evidence.includes(view.evidence.id)) view.used_by = [[shipment, shipment]];
        return touched;
      }
      case "verify_files": {
        const job = this.#next++;
        this.#jobs.set(job, { steps: 0, stopped: false });
        return { job };
      }
      case "job":
        return this.#view((input as { job: number }).job);
      case "cancel_job": {
        const job = this.#jobs.get((input as { job: number }).job);
        if (job) job.stopped = true;
        return null;
      }
      case "heal_file":
        return this.#heal(input as HealFile);
      case "choose_files":
        return ["/home/lin/Downloads/DoC-MT650-01.pdf"];
      case "choose_folder":
        return "/media/backup/Shipshape";
      case "file_details":
        return details((input as FileQuery).sha256, library.evidence);
      case "file_page":
        return picture(input as FilePageRequest);
      case "open_file":
        return null;
      default:
        return undefined;
    }
  }

  #remove({ evidence, although_used }: RemoveEvidence): unknown {
    const library = this.#library;
    const out = library.evidence.filter((view) => evidence.includes(view.evidence.id));
    if (!although_used && out.some((view) => view.used_by.length > 0))
      throw failed(
        "evidence-in-use",
        text(
          "LM-MT650, Hamburg uses documents among these.",
          "“LM-MT650, Hamburg”使用其中的文件。",
        ),
        text("Move them all the same, or keep them.", "可仍然移除，或保留。"),
      );
    library.evidence = library.evidence.filter((view) => !out.includes(view));
    const now = "2026-11-24T09:41:00Z";
    library.bin.unshift(
      ...out.map((view) => bin(view, view.evidence.id, now, "2026-12-24", false)),
    );
    return touched;
  }

  #view(id: number): JobView {
    const job = this.#jobs.get(id);
    const total = 2_600_000;
    if (!job) throw failed("no-job", text("No such job."), text("Start again."));
    job.steps += 1;
    const stopped = failed(
      "stopped",
      text("The check was stopped.", "检查已停止。"),
      text("Nothing was changed.", "未作任何更改。"),
    );
    const done = job.steps >= 12;
    return {
      done: (total * job.steps) / 12,
      total: job.steps > 1 ? total : null,
      item: `CQ-26-09${job.steps}.pdf`,
      outcome: job.stopped ? { failed: stopped } : done ? { verified: this.#verified() } : null,
    };
  }

  #verified(): Verified {
    const faulty = new URLSearchParams(location.search).has("faults");
    const faults = this.#library.evidence
      .filter((view) => ["ev-iso", "ev-doc"].includes(view.evidence.id) && faulty)
      .flatMap((view, index) => {
        const [file] = view.files;
        if (!file || this.#healed.has(file.sha256)) return [];
        return {
          sha256: file.sha256,
          name: file.name,
          fault:
            index === 0
              ? text("Its content was altered.", "内容已被改动。")
              : text("It is missing from the workspace folder.", "工作区文件夹中缺少此文件。"),
          evidence: [[view.evidence.id, view.type_title.en]] as [string, string][],
          shipments: view.used_by,
          original_path: file.original_path,
        };
      });
    return { checked: 14, bytes: 2_600_000, faults };
  }

  #heal({ sha256, path }: HealFile): unknown {
    const second = this.#library.evidence.find((view) => view.evidence.id === "ev-doc");
    if (!path && second?.files.some((file) => file.sha256 === sha256))
      throw failed(
        "no-copy",
        text(
          "No copy of it was found where it came from or in the backups.",
          "原位置和备份中均未找到副本。",
        ),
        text(
          "Choose the file, or a backup folder that has it.",
          "请选择该文件，或含有该文件的备份文件夹。",
        ),
      );
    this.#healed.add(sha256);
    return { from: path ?? "/home/lin/certs/CQ-26-0917.pdf" };
  }
}

function bin(
  view: EvidenceView,
  id: string,
  removed_at: string,
  keep_until: string,
  due: boolean,
): Library["bin"][number] {
  return {
    document: { ...view, evidence: { ...view.evidence, id } },
    removed_at,
    keep_until,
    due,
  };
}

function another(view: EvidenceView | undefined, at: number): EvidenceView {
  const copy = structuredClone(view) as EvidenceView;
  copy.evidence.id = `ev-many-${at}`;
  copy.evidence.number = `No. ${at}`;
  copy.evidence.scope.models = [`LM-MT${600 + (at % 40)}`];
  copy.evidence.expires = `2027-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`;
  copy.used_by = [];
  return copy;
}
