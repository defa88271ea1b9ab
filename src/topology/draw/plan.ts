import { cells } from '../../text/cells.ts';
import { passingOver } from './channels.ts';
import { arrange, type Layout } from './layout.ts';
import { type HostText, type Model, type Need, needOf } from './model.ts';
import type { Spec } from './nodes.ts';
import { gapAfter } from './placing.ts';
import { stepForms, widthOf } from './steps.ts';
import { drawStill, type Still } from './still.ts';

/** Taller drawings than this are no longer looked at as a whole. */
const mostRows = 60;

/** The roomiest still drawing that fits; undefined when only lines of text do. */
export function planOf(model: Model, width: number, height: number | undefined): Still | undefined {
  const hosts = [...model.hosts.values()];
  if (hosts.length === 0) return undefined;
  const rows = height ?? mostRows;
  const hasUnder = hosts.some((host) => host.parts.some((part) => part.under > 0));
  for (const under of hasUnder ? [true, false] : [false]) {
    for (const gap of [1, 0]) {
      // along the lines of a live drawing requests travel: rather short boxes than short lines
      for (const line of model.live ? [2, 1] : [1]) {
        const still = columns(model, width, rows, { under, gap, lead: line, tail: line });
        if (still) return still;
      }
    }
    const still = accept(model, stacked(model, width, under), width, rows);
    if (still) return still;
  }
  return undefined;
}

function accept(model: Model, layout: Layout | undefined, width: number, rows: number): Still | undefined {
  if (!layout || layout.width > width || layout.height > rows) return undefined;
  return drawStill(model, layout, width);
}

interface TierNeed extends Need {
  /** all labels between its boxes are written; or few of them */
  readonly labelled: number;
  readonly barelyLabelled: number;
}

function needsOf(model: Model): TierNeed[] {
  return model.tiers.tiers.map((tier) => {
    const needs = tier.flatMap((place) => {
      const host: HostText | undefined = place.kind === 'host' ? model.hosts.get(place.id) : undefined;
      return host ? [needOf(host, model.live)] : [];
    });
    const vip = Math.max(0, ...tier.map((place) => (place.kind === 'vip' ? cells(place.id) + 6 : 0)));
    const widest = (kind: keyof Need) => Math.max(vip, ...needs.map((need) => need[kind]));
    const steps = tier.map((place) => stepForms(model.wiring.steps, place.id));
    return {
      roomy: widest('roomy'),
      told: widest('told'),
      labelled: Math.max(...steps.map(({ full }) => widthOf(full, 3) + 4)),
      barelyLabelled: Math.max(...steps.map(({ brief }) => widthOf(brief, 2) + 4)),
      brief: widest('brief'),
      narrow: widest('narrow'),
    };
  });
}

/**
 * Tiers from left to right. Where one line a component is too wide for all, those tiers take two that cost
 * the fewest rows.
 */
function columns(
  model: Model,
  width: number,
  rows: number,
  given: Pick<Spec, 'under' | 'gap' | 'lead' | 'tail'>,
): Still | undefined {
  const needs = needsOf(model);
  const spec = (narrow: readonly boolean[]): Spec => ({
    flow: 'columns',
    widths: needs.map((need, tier) => (narrow[tier] ? need.narrow : need.brief)),
    narrow,
    pitch: 1,
    ...given,
  });
  for (const narrow of choicesOf(model, needs)) {
    const tight = spec(narrow);
    const layout = arrange(model, tight);
    if (!layout) return undefined;
    const slack = width - layout.width;
    if (slack < 0 || layout.height > rows) continue;
    const loose = arrange(model, { ...tight, pitch: 2 });
    const spaced = loose !== undefined && loose.width <= width ? 2 : 1;
    const left = spaced === 2 && loose ? width - loose.width : slack;
    return accept(model, arrange(model, widen({ ...tight, pitch: spaced }, needs, left)), width, rows);
  }
  return undefined;
}

/**
 * Which tiers take two lines a component: every choice of them, the ones with the fewest components first.
 * Tiers with equally many components a host look alike.
 */
function choicesOf(model: Model, needs: readonly Need[]): boolean[][] {
  const counts = model.tiers.tiers.map((tier) =>
    tier.map((place) => model.hosts.get(place.id)?.parts.length ?? 0),
  );
  const shapes = counts.map((own) => Math.max(...own));
  const gaining = [
    ...new Set(shapes.filter((_, tier) => (needs[tier]?.brief ?? 0) > (needs[tier]?.narrow ?? 0))),
  ];
  if (gaining.length > 5) return [needs.map(() => false), needs.map(() => true)];
  const choices = Array.from({ length: 2 ** gaining.length }, (_, bits) =>
    shapes.map((shape) => gaining.includes(shape) && (bits & (1 << gaining.indexOf(shape))) !== 0),
  );
  const cost = (choice: readonly boolean[]) =>
    choice.reduce(
      (sum, two, tier) => sum + (two ? (counts[tier] ?? []).reduce((all, one) => all + one, 0) : 0),
      0,
    );
  return choices.sort((one, other) => cost(one) - cost(other));
}

/** Shares out the columns that are left: a little to the lines, then to the boxes, then to the lines again. */
function widen(spec: Spec, needs: readonly TierNeed[], slack: number): Spec {
  const channels = needs.length - 1;
  const widths = [...spec.widths];
  let { lead, tail } = spec;
  let left = slack;
  const give = (kind: 'barelyLabelled' | 'told' | 'roomy' | 'labelled') => {
    const wants = needs.map((need, tier) => ({ tier, want: need[kind] - (widths[tier] ?? 0) }));
    // Who wants least first: rather some boxes with all they want than all with a part of it.
    for (const { tier, want } of wants.sort((one, other) => one.want - other.want)) {
      const given = Math.max(0, Math.min(want, left));
      widths[tier] = (widths[tier] ?? 0) + given;
      left -= given;
    }
  };
  const stretch = () => {
    if (left < channels) return;
    if (tail <= lead) tail++;
    else lead++;
    left -= channels;
  };
  give('barelyLabelled');
  // Two columns stay free as margins.
  left = Math.max(0, left - 2);
  stretch();
  give('told');
  give('roomy');
  give('labelled');
  for (let more = 0; more < 4; more++) stretch();
  return { ...spec, widths, lead, tail };
}

/** Tiers from top to bottom, the boxes of each side by side; equally many boxes are equally wide. */
function stacked(model: Model, width: number, under: boolean): Layout | undefined {
  const needs = needsOf(model);
  const guess: Spec = {
    flow: 'stacked',
    widths: needs.map((need) => need.narrow),
    narrow: needs.map(() => true),
    under,
    gap: 2,
    lead: 0,
    tail: 1,
    pitch: 1,
  };
  const tight = arrange(model, guess);
  if (!tight) return undefined;
  const over = passingOver(model).length * 2;
  const tiers = needs.map((need, tier) => {
    const nodes = tight.nodes.flatMap(({ node }) => (node.tier === tier ? [node] : []));
    const labels = nodes.filter((node) => node.place.kind !== 'host');
    const boxes = nodes.length - labels.length;
    const between = nodes.reduce((sum, node, index) => sum + gapAfter(guess, node, nodes[index + 1]), 0);
    const taken = labels.reduce((sum, node) => sum + node.width, over + 1 + between);
    return { need, boxes, room: Math.floor((width - taken) / Math.max(1, boxes)) };
  });
  const widths = tiers.map(({ boxes }) => {
    const alike = tiers.filter((tier) => tier.boxes === boxes);
    return Math.min(...alike.map(({ room }) => room), Math.max(...alike.map(({ need }) => need.roomy)));
  });
  if (tiers.some(({ boxes, need }, tier) => boxes > 0 && (widths[tier] ?? 0) < need.narrow)) return undefined;
  const narrow = needs.map((need, tier) => (widths[tier] ?? 0) < need.brief);
  return arrange(model, { ...guess, widths, narrow });
}
