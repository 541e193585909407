// Gates as the program tells them, as the strips draw them.

import type { GateView } from "./bindings/GateView";
import type { Text } from "./bindings/Text";
import type { ChannelGate } from "./channel";

/** Gates for a strip, their titles in the language that `say` picks. */
export function channelGates(gates: GateView[], say: (text: Text) => string): ChannelGate[] {
  return gates.map((gate) => ({
    id: gate.milestone,
    title: say(gate.title),
    date: gate.date,
    finish: gate.finish,
    state: gate.state,
    held: gate.counts.blocker,
    majors: gate.counts.major,
    consignment: gate.consignment,
  }));
}
