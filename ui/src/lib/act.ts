// Doing: asks for a change, tells what it touched, says that it was done, or why not.

import type { Text } from "./bindings/Text";
import { changesOf, tellChanges } from "./changes";
import { call, failedOf, type Command, type Input, type Output } from "./ipc";
import { notices } from "./notices.svelte";
import { both } from "./words";

/**
 * Runs a command that changes something. Resolves to its answer, or to `undefined` after a failure,
 * which is then on screen. With `done` a notice says so and offers Undo.
 */
export async function act<K extends Command>(
  name: K,
  input: Input<K>,
  done?: Text,
): Promise<Output<K> | undefined> {
  try {
    const answer = await call(name, input);
    const changes = changesOf(answer);
    if (changes) tellChanges(changes);
    if (done) notices.say(done, true);
    return answer;
  } catch (error) {
    notices.fail(failedOf(error));
    return undefined;
  }
}

/** Takes the last change back. */
export async function undo(): Promise<void> {
  const answer = await act("undo", null);
  if (answer) notices.say(both((w, pick) => w.shell.undone(pick(answer.label))));
}

/** Does it again. */
export async function redo(): Promise<void> {
  const answer = await act("redo", null);
  if (answer) notices.say(both((w, pick) => w.shell.redone(pick(answer.label))));
}
