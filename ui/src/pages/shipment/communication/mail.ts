// Getting an e-mail file: chosen or dropped.

import { act } from "../../../lib/act";
import type { MailView } from "../../../lib/bindings/MailView";
import { notices } from "../../../lib/notices.svelte";
import { both } from "../../../lib/words";

/** What the one e-mail file among these says; nothing where there are several or it cannot be read. */
export async function readMail(paths: string[]): Promise<MailView | undefined> {
  const [path, ...more] = paths;
  if (path === undefined) return undefined;
  if (more.length > 0) {
    notices.say(both((all) => all.shipment.communication.notMail));
    return undefined;
  }
  return act("read_mail", { path });
}

/** Lets the user choose an e-mail file and reads it. */
export async function chooseMail(): Promise<MailView | undefined> {
  return readMail((await act("choose_files", null)) ?? []);
}
