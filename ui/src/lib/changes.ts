// What a change touched is told to everything that shows it.

import type { Changes } from "./bindings/Changes";

type Listener = (changes: Changes) => void;
const listeners = new Set<Listener>();

/** Hears of every change. Returns how to stop. */
export function onChanges(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells everyone. */
export function tellChanges(changes: Changes): void {
  for (const listener of [...listeners]) listener(changes);
}

/** The changes in a command's answer: the answer itself, or its `changes`. */
export function changesOf(answer: unknown): Changes | null {
  if (typeof answer !== "object" || answer === null) return null;
  if ("touched" in answer) return answer as Changes;
  if ("changes" in answer) return answer.changes as Changes;
  return null;
}
