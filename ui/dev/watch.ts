// The watch list as the program would keep it.

import type { ReviewSignal } from "../src/lib/bindings/ReviewSignal";
import type { SaveSignal } from "../src/lib/bindings/SaveSignal";
import type { Signal } from "../src/lib/bindings/Signal";
import type { SignalChoice } from "../src/lib/bindings/SignalChoice";
import type { SignalView } from "../src/lib/bindings/SignalView";
import type { WatchList } from "../src/lib/bindings/WatchList";
import type { WatchSignal } from "../src/lib/bindings/WatchSignal";
import type { Command } from "../src/lib/ipc";
import { filled } from "../src/pages/watch/signals";

const TODAY = "2026-11-24";

export class WatchMock {
  #list: WatchList;

  constructor(list: WatchList) {
    this.#list = list;
  }

  /** Answers a command about the watch list; nothing where it is about something else. */
  answer(name: Command, input: unknown): unknown {
    if (name === "watch_list") return structuredClone(this.#list);
    if (name === "save_signal") return this.#save((input as SaveSignal).signal);
    if (name === "review_signal") return this.#review(input as ReviewSignal);
    if (name === "remove_signal") {
      const { signal } = input as SignalChoice;
      this.#list.signals = this.#list.signals.filter((view) => view.signal.id !== signal);
      return touched(signal);
    }
    if (name === "watch_signal") {
      const { signal, watched } = input as WatchSignal;
      this.#change(signal, (view) => (view.hidden = !watched));
      return touched(signal);
    }
    return undefined;
  }

  #save(signal: Signal): unknown {
    const id = signal.id || `own-${this.#list.signals.length}`;
    const own = { ...signal, id };
    const shown = {
      ...own,
      claim: filled(own.claim),
      detail: own.detail && filled(own.detail),
      sources: own.sources.map((source) => ({ ...source, text: filled(source.text) })),
      would_verify: filled(own.would_verify),
    };
    const before = this.#list.signals.find((view) => view.signal.id === id);
    const view: SignalView = {
      signal: shown,
      stage: own.reached.at(-1)?.stage ?? null,
      own,
      hidden: false,
      reviews: before?.reviews ?? [],
      ...due(own),
      targets: own.could_affect.map((target) => ({
        target,
        title: "other" in target ? target.other : same(Object.values(target)[0] ?? ""),
        pack: null,
      })),
      addresses: Object.fromEntries(
        own.sources.flatMap(({ reference }) => {
          const found = reference && /https?:\/\/\S+/.exec(reference);
          return found ? [[reference, found[0]]] : [];
        }),
      ),
      shipments: [],
    };
    this.#list.signals = [...this.#list.signals.filter((one) => one !== before), view];
    return touched(id);
  }

  #review(review: ReviewSignal): unknown {
    const { by, found, reference, next } = review;
    this.#change(review.signal, (view) => {
      const { signal } = view;
      const stage = review.stage && {
        stage: review.stage,
        on: review.stage_on,
        source: reference,
      };
      if (stage) {
        signal.reached = [...signal.reached, stage];
        view.stage = stage.stage;
      }
      if (review.status) signal.status = review.status;
      signal.next_review = next;
      Object.assign(view, due(signal));
      const { status } = review;
      view.reviews.unshift({ on: TODAY, by, found, reference, stage, status, next });
    });
    return touched(review.signal);
  }

  #change(id: string, change: (view: SignalView) => void): void {
    const view = this.#list.signals.find((one) => one.signal.id === id);
    if (view) change(view);
  }
}

function due(signal: Signal): Pick<SignalView, "due" | "overdue" | "days_overdue"> {
  const next = signal.next_review;
  const day = next === "monthly" ? "2026-12-24" : "on" in next ? next.on : next.now;
  return { due: day, overdue: false, days_overdue: 0 };
}

function same(text: string) {
  return { en: text, zh: text };
}

function touched(id: string) {
  return { touched: { signal: [id] } };
}
