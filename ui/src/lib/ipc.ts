// The way to the program behind the window. The only file that imports the Tauri API.

import { invoke, isTauri } from "@tauri-apps/api/core";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import type { Commands } from "./bindings/Commands";
import type { Failed } from "./bindings/Failed";

export type Command = keyof Commands;
export type Input<K extends Command> = Commands[K][0];
export type Output<K extends Command> = Commands[K][1];

/** A command that was refused or failed, with the words to show. */
export class CallFailed extends Error {
  readonly failed: Failed;

  constructor(failed: Failed) {
    super(failed.detail || failed.message.en);
    this.name = "CallFailed";
    this.failed = failed;
  }
}

/** Asks the program for something. Rejects with `CallFailed`. */
export async function call<K extends Command>(name: K, input: Input<K>): Promise<Output<K>> {
  try {
    if (import.meta.env.DEV && !isTauri()) {
      const { answer } = await import("../../dev/backend");
      return (await answer(name, input)) as Output<K>;
    }
    return await invoke<Output<K>>(name, { input });
  } catch (error) {
    throw new CallFailed(failedOf(error));
  }
}

/** The words for anything that was thrown. */
export function failedOf(error: unknown): Failed {
  if (error instanceof CallFailed) return error.failed;
  if (isFailed(error)) return error;
  return {
    code: "window",
    message: {
      en: "The window could not finish this. What is saved is safe.",
      zh: "窗口未能完成此操作。已保存的内容不受影响。",
    },
    next: {
      en: "Try again. If it happens again, copy the details and send them to support.",
      zh: "请重试。如再次出现，请复制详情并发送给技术支持。",
    },
    detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

function isFailed(value: unknown): value is Failed {
  return typeof value === "object" && value !== null && "code" in value && "next" in value;
}

export type FileDrop =
  | { kind: "leave" }
  | { kind: "over"; x: number; y: number }
  | { kind: "drop"; paths: string[]; x: number; y: number };

/** Tells when files are dragged over the window or dropped on it. Returns how to stop. */
export function onFilesDropped(tell: (drop: FileDrop) => void): () => void {
  if (!isTauri()) return import.meta.env.DEV ? onPretendedDrops(tell) : () => undefined;
  const stop = getCurrentWebview().onDragDropEvent(({ payload }) => {
    if (payload.type === "leave") {
      tell({ kind: "leave" });
      return;
    }
    const { x, y } = payload.position.toLogical(window.devicePixelRatio);
    if (payload.type === "drop") tell({ kind: "drop", paths: payload.paths, x, y });
    else tell({ kind: "over", x, y });
  });
  return () => void stop.then((off) => off());
}

/** A plain browser tells no paths: during development an event of the page stands in for a drop. */
function onPretendedDrops(tell: (drop: FileDrop) => void): () => void {
  const hear = (event: Event) => tell((event as CustomEvent<FileDrop>).detail);
  window.addEventListener("pretend-drop", hear);
  return () => window.removeEventListener("pretend-drop", hear);
}
