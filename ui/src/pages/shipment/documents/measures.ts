// Rules about weights, dimensions and wood, each with the tolerance in force. Pure.

import type { Package } from "../../../lib/bindings/Package";
import type { TradeDocument } from "../../../lib/bindings/TradeDocument";
import {
  BOOKING,
  EXPORT_DECLARATION,
  LASHING_PLAN,
  ORIGIN,
  PACKING_LIST,
  ROAD_PERMIT,
  type Scene,
  VGM,
  WOOD,
} from "./kinds";
import { plainCode, plainQuantity, plainText, quantityOf, written } from "./normal";
import type { Compared, Judged, Must, Source } from "./row";

function amount(text: string | null | undefined): number | null {
  return quantityOf(text)?.value ?? null;
}

/** The sum over packages; none where one lacks its weight. */
export function sum(packages: Package[] | undefined, key: "net" | "gross"): number | null {
  const list = packages ?? [];
  const values = list.map((one) => amount(one[key])).filter((value) => value !== null);
  return list.length > 0 && values.length === list.length
    ? values.reduce((total, value) => total + value, 0)
    : null;
}

function total(document: TradeDocument | undefined, key: "gross_weight" | "net_weight"): string {
  const stated = document?.[key];
  if (stated) return stated;
  const added = sum(document?.packages, key === "net_weight" ? "net" : "gross");
  return added === null ? "" : written(added, "kg");
}

/** Which values stand further from what most say than the tolerance allows. */
function apart(says: [string, number][], tolerance: number): string[] {
  const values = says.map(([, value]) => value);
  if (Math.max(...values) - Math.min(...values) <= tolerance) return [];
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  const common = first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
  return says
    .filter(([, value]) => common === null || Math.abs(value - common) > tolerance)
    .map(([kind]) => kind);
}

function grossSources({ documents, transport }: Scene): Source[] {
  const kinds: [string, Must][] = [
    [PACKING_LIST, "say"],
    [transport, "say"],
    [EXPORT_DECLARATION, "say"],
    [ORIGIN, "may"],
  ];
  return kinds.map(([kind, must]) => {
    const document = documents[kind];
    return { kind, must, text: total(document, "gross_weight"), path: "gross_weight" };
  });
}

/** The list's total is the sum of its packages and what the others say. */
export const GROSS_WEIGHT: Compared = {
  id: "gross_weight",
  check: "x-gross-weight",
  plain: plainQuantity,
  sources: grossSources,
  judge: ({ documents, tolerances }, sources) => {
    const tolerance = Number(tolerances.gross_weight);
    const says = sources.flatMap(({ kind, text }): [string, number][] => {
      const value = amount(text);
      return value === null ? [] : [[kind, value]];
    });
    const wrong = says.length === 0 ? [] : apart(says, tolerance);
    const list = documents[PACKING_LIST];
    const [stated, added] = [amount(list?.gross_weight), sum(list?.packages, "gross")];
    if (stated !== null && added !== null && Math.abs(stated - added) > tolerance)
      wrong.push(PACKING_LIST);
    return { wrong: [...new Set(wrong)] };
  },
};

/** No net weight above its gross weight, per package and in total. */
export const NET_WEIGHT: Compared = {
  id: "net_weight",
  check: "x-net-gross",
  plain: plainQuantity,
  sources: ({ documents }) => [
    {
      kind: PACKING_LIST,
      must: "say",
      text: total(documents[PACKING_LIST], "net_weight"),
      path: "net_weight",
    },
  ],
  judge: ({ documents }) => {
    const list = documents[PACKING_LIST];
    const missing: [string, string][] = [];
    const above = (net: string | null | undefined, gross: string | null | undefined): boolean =>
      (amount(net) ?? 0) > (amount(gross) ?? Infinity);
    (list?.packages ?? []).forEach(({ net, gross }, index) => {
      if (!net) missing.push([PACKING_LIST, `packages.${index}.net`]);
      else if (!gross) missing.push([PACKING_LIST, `packages.${index}.gross`]);
    });
    const wrong =
      (list?.packages ?? []).some(({ net, gross }) => above(net, gross)) ||
      above(list?.net_weight, list?.gross_weight);
    const gross = total(list, "gross_weight");
    return {
      wrong: wrong ? [PACKING_LIST] : [],
      missing,
      ...(gross === "" ? {} : { limit: { sign: "≤", text: gross } }),
    };
  },
};

/** Each container's verified mass is near the sum of cargo, tare and dunnage, and within the plate. */
export const VERIFIED_MASS: Compared = {
  id: "vgm",
  check: "x-vgm",
  plain: plainQuantity,
  sources: ({ documents }) => {
    const list = documents[VGM]?.containers ?? [];
    const text = list.map(({ vgm }) => vgm ?? "").filter(Boolean);
    return [{ kind: VGM, must: "say", text: text.join(", "), path: "containers" }];
  },
  judge: ({ documents, tolerances }) => {
    const list = documents[VGM]?.containers ?? [];
    const missing: [string, string][] = [];
    const limits: string[] = [];
    let wrong = false;
    list.forEach((one, index) => {
      const [vgm, tare] = [amount(one.vgm), amount(one.tare)];
      const packed =
        list.length === 1 ? amount(total(documents[PACKING_LIST], "gross_weight")) : null;
      const cargo = amount(one.cargo_gross) ?? packed;
      for (const [key, value] of [
        ["vgm", vgm],
        ["tare", tare],
        ["cargo_gross", cargo],
      ] as const)
        if (value === null) missing.push([VGM, `containers.${index}.${key}`]);
      if (vgm === null || tare === null || cargo === null) return;
      const expected = cargo + tare + (amount(one.dunnage) ?? 0);
      limits.push(written(expected, "kg"));
      const share = (expected * Number(tolerances.vgm_percent)) / 100;
      const over = vgm > (amount(one.plate_maximum) ?? Infinity);
      wrong ||= over || Math.abs(vgm - expected) > Math.max(share, Number(tolerances.vgm_mass));
    });
    const limit = { sign: "=", text: limits.join(", ") } as const;
    return { wrong: wrong ? [VGM] : [], missing, ...(limits.length > 0 ? { limit } : {}) };
  },
};

const SIDES = ["length", "width", "height"] as const;

function size(one: Package): string {
  const sides = SIDES.map((side) => amount(one[side]) ?? "?").join("×");
  return `${one.number}: ${sides} mm`;
}

/** Each package the same on list, lashing plan, booking and permit. */
export const DIMENSIONS: Compared = {
  id: "dimensions",
  check: "x-oog-dims",
  plain: plainText,
  sources: ({ documents }) =>
    [PACKING_LIST, LASHING_PLAN, BOOKING, ROAD_PERMIT].map((kind) => ({
      kind,
      must: kind === LASHING_PLAN ? "held" : "may",
      text: (documents[kind]?.packages ?? []).map(size).join("; "),
      path: "packages",
    })),
  judge: (scene) => sizes(scene),
};

function sizes({ documents, tolerances }: Scene): Judged {
  const list = documents[PACKING_LIST]?.packages ?? [];
  const wrong = new Set<string>();
  const missing: [string, string][] = [];
  for (const kind of [LASHING_PLAN, BOOKING, ROAD_PERMIT]) {
    (documents[kind]?.packages ?? []).forEach((planned, at) => {
      const index = list.findIndex(({ number }) => plainCode(number) === plainCode(planned.number));
      const own = list[index];
      if (own === undefined) {
        missing.push([PACKING_LIST, "packages"]);
        return;
      }
      for (const side of SIDES) {
        const [a, b] = [amount(own[side]), amount(planned[side])];
        if (a === null) missing.push([PACKING_LIST, `packages.${index}.${side}`]);
        else if (b === null) missing.push([kind, `packages.${at}.${side}`]);
        else if (Math.abs(a - b) > Number(tolerances.dimensions)) wrong.add(kind);
      }
      const [a, b] = [amount(own.gross), amount(planned.gross)];
      if (a !== null && b !== null && a !== b) wrong.add(kind);
    });
  }
  return { wrong: [...wrong], missing };
}

const numbers = (list: string[]): string => [...new Set(list.map(plainCode))].sort().join(", ");

function wooden(list: TradeDocument | undefined): string[] {
  return (list?.packages ?? [])
    .filter((one) => one.solid_wood === true)
    .map(({ number }) => number);
}

/** The packages with solid wood are those declared; "no wood" allows none. */
export const WOOD_PACKAGES: Compared = {
  id: "wood",
  check: "x-wood",
  plain: plainText,
  sources: ({ documents }) => [
    {
      kind: PACKING_LIST,
      must: "may",
      text: numbers(wooden(documents[PACKING_LIST])),
      path: "packages",
    },
    {
      kind: WOOD,
      must: "may",
      text: documents[WOOD]?.no_wood === true ? "–" : numbers(documents[WOOD]?.wood_packages ?? []),
      path: documents[WOOD]?.no_wood === true ? "no_wood" : "wood_packages",
    },
  ],
  judge: ({ documents }) => {
    const [list, declaration] = [documents[PACKING_LIST], documents[WOOD]];
    const missing: [string, string][] = (list?.packages ?? []).flatMap((one, index) =>
      one.solid_wood === null || one.solid_wood === undefined
        ? [[PACKING_LIST, `packages.${index}.solid_wood`] as [string, string]]
        : [],
    );
    if ((list?.packages ?? []).length === 0) missing.push([PACKING_LIST, "packages"]);
    const listed = numbers(wooden(list));
    if (list?.no_wood === true && listed !== "") return { wrong: [PACKING_LIST], missing };
    if (declaration?.no_wood === true) return { wrong: listed === "" ? [] : [WOOD], missing };
    const declared = numbers(declaration?.wood_packages ?? []);
    if (missing.length === 0 && listed !== "" && declared === "")
      missing.push([WOOD, "wood_packages"]);
    return { wrong: declared !== "" && declared !== listed ? [WOOD] : [], missing };
  },
};
