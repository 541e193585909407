// The schedule and the findings with lead times as rows of one chart. Pure.

import type { FindingView } from "../../../lib/bindings/FindingView";
import type { MilestoneView } from "../../../lib/bindings/MilestoneView";
import type { ShipmentView } from "../../../lib/bindings/ShipmentView";
import type { Text } from "../../../lib/bindings/Text";
import { shortTitle } from "../../../lib/channel";
import type { BarTone, GanttGroup, GanttLine, GanttRow } from "../../../lib/gantt";
import { addDays, dayOf, type PlanStep, readLink } from "../../../lib/timeline";
import type { Words } from "../../../lib/words";
import type { Format } from "../../../lib/words/format";

/** What the rows are written with. */
export interface Voice {
  words: Words;
  format: Format;
  say: (text: Text) => string;
}

/** Day number after the last planned day; the day itself for a step without length. */
export function endOf(step: MilestoneView): number {
  return step.span.ef > step.span.es ? dayOf(step.finish) + 1 : dayOf(step.start);
}

/** A step done or overdue, by the day judged on. */
export function stateOf(
  step: MilestoneView,
  today: string,
): "done" | "overdue" | "critical" | "float" {
  if (step.closed) return "done";
  if (step.finish < today) return "overdue";
  return step.critical ? "critical" : "float";
}

/** A step's title; of several consignments the number is enough. */
export function titleOf(step: MilestoneView, voice: Voice): string {
  const title = voice.say(step.title);
  const { consignment } = step;
  return consignment === null ? title : `${shortTitle({ title, consignment })} ${consignment}`;
}

function toneOf(step: MilestoneView): BarTone {
  if (step.closed) return "done";
  return step.critical ? "critical" : "float";
}

/** The planned days in words: `7 Dec`, `7 Dec – 11 Dec`. */
export function whenOf(step: MilestoneView, voice: Voice): string {
  const { format, words } = voice;
  const [from, to] = [format.monthDay(step.start), format.monthDay(step.finish)];
  return from === to ? from : words.shipment.delivery.range(from, to);
}

/** What stands beside a step's float: deadline, holidays, quiet periods, what closed it. */
function besides(step: MilestoneView, voice: Voice): string[] {
  const text = voice.words.shipment.schedule;
  const { deadline_slack: slack, holidays, quiet, closed_by: closedBy } = step;
  return [
    ...(slack === null || step.closed ? [] : [text.slack(slack)]),
    ...(holidays.length > 0 ? [text.holidays(holidays.length)] : []),
    ...(quiet.length > 0 ? [text.quiet] : []),
    ...(closedBy === null ? [] : [text.closedWith(closedBy)]),
  ];
}

/** Where the baseline has a step; day numbers, the end exclusive. */
function baselineOf(step: MilestoneView): GanttRow["baseline"] {
  if (step.baseline === null) return null;
  const { start, finish } = step.baseline;
  return { start: dayOf(start), end: dayOf(finish) + 1 };
}

/** What a step is waiting for or has in hand, in words. */
export function stateWords(step: MilestoneView, today: string, voice: Voice): string {
  const text = voice.words.shipment.delivery;
  const state = stateOf(step, today);
  const worst = step.worst === null ? "" : text.worst(voice.words.status.states[step.worst]);
  const own = state === "float" ? text.floatDays(step.total_float) : text[state];
  return voice.format.list([own, ...besides(step, voice), worst].filter((part) => part !== ""));
}

/** The float beside a bar; of an overdue step what is left of it, which is not what was planned. */
function slackWords(step: MilestoneView, latest: number, today: string, voice: Voice): string {
  const text = voice.words.shipment.delivery;
  if (stateOf(step, today) !== "overdue")
    return step.closed || step.critical ? "" : text.floatDays(step.total_float);
  const left = latest - 1 - dayOf(today);
  return left < 0 ? text.noFloatLeft : text.floatLeft(left);
}

function stepRow(step: MilestoneView, today: string, voice: Voice): GanttRow {
  const title = titleOf(step, voice);
  const party = voice.format.list(step.roles.map(voice.say));
  const end = endOf(step);
  const slack = step.closed || step.critical ? 0 : step.total_float;
  const when = whenOf(step, voice);
  const caption = step.span.ef > step.span.es ? "" : voice.format.monthDay(step.start);
  return {
    id: step.id,
    title,
    party,
    when,
    tone: toneOf(step),
    start: dayOf(step.start),
    end,
    from: null,
    until: slack > 0 ? end + slack : null,
    caption: slackWords(step, end + slack, today, voice) || caption,
    note: stateWords(step, today, voice),
    shape: step.worst,
    editable: !step.closed,
    baseline: baselineOf(step),
  };
}

function findingTone(finding: FindingView): BarTone {
  if (finding.finding.timing === "late") return "late";
  return finding.finding.timing === "at-risk" ? "risk" : "certificate";
}

function findingRow(finding: FindingView, today: string, voice: Voice): GanttRow[] {
  const { need_plan: need, start_by: start } = finding.finding;
  if (finding.lead === null || need === null || start === null) return [];
  const text = voice.words.shipment.delivery;
  const [shortest, longest] = finding.lead;
  const begin = start < today ? today : start;
  const end = addDays(begin, longest);
  const when = text.by(voice.format.monthDay(need));
  const title = voice.say(finding.title);
  const party = voice.say(finding.kind);
  return [
    {
      id: finding.id,
      title,
      party,
      when,
      tone: findingTone(finding),
      start: dayOf(begin),
      end: dayOf(end),
      from: start > today ? dayOf(today) : null,
      until: null,
      caption: voice.format.list([
        text.leadDays(shortest, longest),
        ...(finding.finding.timing === "open" ? [] : [voice.say(finding.timing)]),
      ]),
      note: voice.say(finding.timing),
      shape: finding.finding.severity,
      editable: false,
    },
  ];
}

/** The steps as lanes: those of the whole order, then each consignment's. */
function lanes(view: ShipmentView, voice: Voice): GanttGroup[] {
  const text = voice.words.shipment;
  const steps = view.schedule.milestones;
  const numbers = [...new Set(steps.map(({ consignment }) => consignment))].toSorted(
    (a, b) => (a ?? 0) - (b ?? 0),
  );
  const several = numbers.length > 1;
  return numbers.map((number) => ({
    id: number === null ? "steps" : `consignment-${number}`,
    title:
      number === null
        ? several
          ? text.schedule.lanes.common
          : text.delivery.steps
        : text.schedule.lanes.consignment(number),
    rows: steps
      .filter(({ consignment }) => consignment === number)
      .map((step) => stepRow(step, view.judged_on, voice)),
  }));
}

/** Steps, then findings by their longest lead time. */
export function ganttGroups(view: ShipmentView, voice: Voice): GanttGroup[] {
  const text = voice.words.shipment.delivery;
  const today = view.judged_on;
  const certificates = view.findings
    .toSorted((a, b) => (b.lead?.[1] ?? 0) - (a.lead?.[1] ?? 0))
    .flatMap((finding) => findingRow(finding, today, voice));
  return [
    ...lanes(view, voice),
    { id: "certificates", title: text.certificates, rows: certificates },
  ].filter((group) => group.rows.length > 0);
}

/** The first and last day that the chart has to show. */
export function extent(view: ShipmentView, groups: GanttGroup[]): { from: number; to: number } {
  const rows = groups.flatMap((group) => group.rows);
  return {
    from: Math.min(dayOf(view.schedule.start), dayOf(view.judged_on)),
    to: Math.max(dayOf(view.schedule.end), ...rows.map((row) => row.until ?? row.end)),
  };
}

/** Gates ahead, as lines through the chart. */
export function gateLines(view: ShipmentView, voice: Voice): GanttLine[] {
  return view.gates
    .filter((gate) => gate.state !== "passed" && gate.date >= view.judged_on)
    .map((gate) => ({
      day: dayOf(gate.date),
      label: voice.say(gate.title),
      held: gate.counts.blocker > 0,
    }));
}

/** Findings that come too late for a critical step: the way to the end leads through them. */
function lateLinks(view: ShipmentView, steps: Map<string, MilestoneView>): [string, string][] {
  return view.findings.flatMap((finding): [string, string][] => {
    const { timing, milestone } = finding.finding;
    if (finding.lead === null || timing !== "late" || !milestone) return [];
    return steps.get(milestone)?.critical === true ? [[finding.id, milestone]] : [];
  });
}

/** Pairs on the critical path of which one follows the other without a gap. */
export function criticalLinks(view: ShipmentView): [string, string][] {
  const steps = new Map(view.schedule.milestones.map((step) => [step.id, step]));
  const links = view.schedule.milestones.flatMap((step) =>
    step.critical
      ? step.after.flatMap((written): [string, string][] => {
          const link = readLink(written);
          const before = link === null ? undefined : steps.get(link.from);
          if (link === null || link.startToStart || before?.critical !== true) return [];
          return [[before.id, step.id]];
        })
      : [],
  );
  return [...links, ...lateLinks(view, steps)];
}

/** The steps as far as a first look at a change needs them. */
export function planSteps(view: ShipmentView): PlanStep[] {
  return view.schedule.milestones.map((step) => ({
    id: step.id,
    start: dayOf(step.start),
    end: endOf(step),
    after: step.after,
    fixed:
      step.closed ||
      step.edit.actual_finish !== null ||
      step.edit.pinned_start !== null ||
      step.edit.pinned_finish !== null,
  }));
}

/** The last day that any step reaches. */
export function lastEnd(places: Iterable<{ end: number }>): number {
  return Math.max(...[...places].map(({ end }) => end));
}
