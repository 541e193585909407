export const forecast = {
  title: "Forecast",
  show: "Show forecast",
  of: { ships: "Ship date", end: "End of the schedule" },
  what: "What is forecast",
  best: "Best",
  planned: "Planned",
  worst: "Worst",
  about: {
    best: "everything takes its shortest time",
    planned: "base durations",
    worst: "everything takes its longest time",
  },
  /** The days that one run in ten is before, and one in ten after. */
  line: {
    ships: (from: string, to: string) => `80 % of runs ship between ${from} and ${to}`,
    end: (from: string, to: string) => `80 % of runs end between ${from} and ${to}`,
  },
  certain: {
    ships: (date: string) => `Ships on ${date}`,
    end: (date: string) => `Ends on ${date}`,
  },
  chance: (percent: string, date: string) => `${percent} chance by ${date}`,
  chanceLong: (percent: string, date: string) => `${percent} chance to be in time by ${date}`,
  target: (name: string) => `(${name})`,
  targets: {
    contract: "latest shipment by contract",
    "letter-of-credit": "latest shipment by letter of credit",
    deadline: "deadline",
    "set-by-hand": "date set by hand",
  },
  margin: (low: string, high: string, met: string, runs: string) =>
    `${met} of ${runs} runs; with other draws between ${low} and ${high}`,
  noTarget: "No date to be met is known. Enter the latest shipment date in the order.",
  under: "under 1 %",
  over: "over 99 %",
  quantile: (percent: number) => `${percent} % of runs finished by`,
  distribution: "When the runs finish",
  chartLabel: (runs: string, from: string, to: string) =>
    `How ${runs} runs are spread from ${from} to ${to}; the same figures stand in the table.`,
  asTable: "Figures as a table",
  day: "Finish",
  runs: "Runs",
  share: "Share",
  eachBar: (days: string) => `each bar ${days}`,
  inTime: "in time",
  late: "late",
  deciders: "What decides it",
  milestone: "Step",
  critical: "On the critical path",
  correlation: "Moves the finish (rank correlation)",
  correlations: { strong: "strongly", clear: "clearly", little: "little", none: "hardly" },
  ranges: "Best, planned and worst finish of each open step",
  how: "How it is computed",
  howText: (runs: string, seed: string) =>
    `The schedule is planned ${runs} times. In each run every open step takes a time drawn from the triangle over its shortest, base and longest duration, in days of its calendar; what is done keeps its dates. Seed ${seed}: the same seed gives the same figures.`,
  limits:
    "The draws are independent of each other: what delays several steps at once, such as a closed port, is not in it, nor is anything outside the ranges.",
  critHint:
    "On the critical path: share of runs in which it was on the chain that set the date. Moves the finish: rank correlation of its duration with the date.",
  overdue: (names: string) =>
    `Not recorded as finished, counted as ending today at the earliest: ${names}. Record what happened.`,
  seed: "Seed",
  count: "Runs",
  again: "Compute",
  bad: (most: string) => `Write a whole number from 1 to ${most}.`,
};
