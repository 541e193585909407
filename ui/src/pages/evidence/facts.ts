// What a document says, line by line, in the screen's language; reactive.

import { app } from "../../lib/app.svelte";
import type { Evidence } from "../../lib/bindings/Evidence";
import { language } from "../../lib/language.svelte";
import { languageName } from "../../lib/languages";
import { format, say, words } from "../../lib/words";

/** Label and value; those that matter in every document stand even when empty. */
export function facts(evidence: Evidence): [string, string][] {
  const w = words().evidence;
  const f = format();
  const { scope } = evidence;
  const date = (iso: string | null) => (iso ? f.date(iso) : "");
  const list = (items: string[] | undefined) => f.list(items ?? []);
  const always: [string, string][] = [
    [w.number, evidence.number ?? ""],
    [w.issuer, evidence.issuer ?? ""],
    [w.holder, evidence.holder ?? ""],
    [w.issued, date(evidence.issued)],
    [w.expires, evidence.expires ? f.date(evidence.expires) : w.page.noExpiry],
    [
      w.languages,
      list((evidence.languages ?? []).map((code) => languageName(code, language.current))),
    ],
    [w.models, list(scope.models)],
  ];
  const sometimes: [string, string][] = [
    [w.title, evidence.title ?? ""],
    [w.serials, list(scope.serials)],
    [w.sites, list(scope.sites)],
    [w.destinations, list((scope.destinations ?? []).map(destination))],
    [w.regimes, list(scope.regimes)],
    [w.cover, scope.cover ?? ""],
    [w.amount, scope.amount ? f.quantity(scope.amount) : ""],
    [w.amountUntil, date(scope.amount_until)],
  ];
  return [...always, ...sometimes.filter(([, value]) => value !== "")];
}

function destination(id: string): string {
  const { markets = [], countries = [] } = app.catalogue ?? {};
  const found = [...markets, ...countries].find((known) => known.id === id);
  return found ? say(found.title) : id;
}
