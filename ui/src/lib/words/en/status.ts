export const status = {
  /** Beside the shapes. */
  states: {
    blocker: "Blocker",
    major: "Major",
    minor: "Minor",
    info: "Info",
    unknown: "Unknown",
    unverified: "Unverified",
    ready: "Ready",
    decided: "Decided",
    task: "To do",
  },
  /** Of a requirement or check. */
  verdicts: {
    gap: "Gap",
    unknown: "Unknown",
    unverified: "Unverified",
    task: "To do",
    ready: "Ready",
    waived: "Waived",
    "decided-not-applicable": "Not applicable, decided",
    "not-applicable": "Not applicable",
  },
  gates: { passed: "Passed", open: "Open", held: "Held", behind: "Waits" },
  verification: {
    checked: "Checked in its source",
    known: "Settled practice",
    verify: "Source still to be checked",
  },
};
