// Moving the parts of a condition about: up and down, into a group, out of it. Pure but for the tree itself.

import { newGroup, type Group, type Node } from "./condition";

export type Step = "up" | "down" | "into" | "out" | "remove";

interface Place {
  parent: Group;
  index: number;
  node: Node;
  /** The group around the parent. */
  around: Group | undefined;
}

function find(group: Group, key: number, around?: Group): Place | undefined {
  for (const [index, node] of group.parts.entries()) {
    if (node.key === key) return { parent: group, index, node, around };
    const deeper = node.kind === "group" ? find(node, key, group) : undefined;
    if (deeper) return deeper;
  }
  return undefined;
}

/** The steps that would do something. */
export function stepsOf(root: Group, key: number): Step[] {
  const place = find(root, key);
  if (!place) return [];
  const { parent, index, around } = place;
  return [
    ...(index > 0 ? (["up"] as const) : []),
    ...(index < parent.parts.length - 1 ? (["down"] as const) : []),
    "into",
    ...(around ? (["out"] as const) : []),
    "remove",
  ];
}

/** Does a step. Returns the key of what should have the focus then, if anything is left. */
export function arrange(root: Group, key: number, step: Step): number | undefined {
  const place = find(root, key);
  if (!place) return undefined;
  const { parent, index, node, around } = place;
  const without = parent.parts.filter((part) => part !== node);
  if (step === "up" || step === "down") {
    const to = index + (step === "up" ? -1 : 1);
    if (to < 0 || to >= parent.parts.length) return key;
    parent.parts = without.toSpliced(to, 0, node);
  } else if (step === "into") {
    const before = parent.parts[index - 1];
    if (before?.kind === "group") {
      parent.parts = without;
      before.parts = [...before.parts, node];
    } else {
      const group = newGroup(parent.join === "any" ? "all" : "any", [node]);
      parent.parts = parent.parts.with(index, group);
    }
  } else if (step === "out") {
    if (!around) return key;
    const at = around.parts.indexOf(parent);
    parent.parts = without;
    const kept =
      without.length === 0 ? around.parts.filter((part) => part !== parent) : around.parts;
    around.parts = kept.toSpliced(without.length === 0 ? at : at + 1, 0, node);
  } else {
    parent.parts = without;
    return without[Math.min(index, without.length - 1)]?.key;
  }
  return key;
}
