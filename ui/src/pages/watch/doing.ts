// Changes to the watch list that need no dialog.

import { act } from "../../lib/act";
import { failedOf } from "../../lib/ipc";
import { notices } from "../../lib/notices.svelte";
import type { Signal } from "../../lib/bindings/Signal";
import { router } from "../../lib/route.svelte";
import { both } from "../../lib/words";

/** Watches a signal again, or no longer. */
export async function watchSignal(signal: Signal, watched: boolean): Promise<void> {
  await act(
    "watch_signal",
    { signal: signal.id, watched },
    both(({ watch }, pick) =>
      watched ? watch.shownDone(pick(signal.claim)) : watch.hiddenDone(pick(signal.claim)),
    ),
  );
}

/** Removes a signal of the user's own; Undo brings it back. */
export async function removeSignal(signal: Signal): Promise<void> {
  const done = both(({ watch }, pick) => watch.removed(pick(signal.claim)));
  if (await act("remove_signal", { signal: signal.id }, done)) router.replace({ page: "watch" });
}

/** Has the system open the page that a reference names. The program itself fetches nothing. */
export async function openAddress(signal: Signal, reference: string): Promise<void> {
  await act("open_address", { signal: signal.id, reference });
}

export async function copyAddress(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    notices.say(both(({ watch }) => watch.addressCopied(address)));
  } catch (error) {
    notices.fail(failedOf(error));
  }
}
