/** The site with the way of one request in it: how long each had it, who never took it, and the lines along which it went. */
import { followWords as words } from '../../../messages/follow.ts';
import { inWords } from '../../../messages/simulator-events.ts';
import { type FollowedRequest, tookOf } from '../../../story/request/followed.ts';
import type { Step, StepKind } from '../../../story/request/waterfall.ts';
import type { Row, Tone } from '../../../text/row.ts';
import { drawTopology } from '../../../topology/draw/draw.ts';
import type { LineMark, Overlay } from '../../../topology/draw/drawing.ts';
import { linksOf } from '../../../topology/pairs.ts';
import type { Id, Topology } from '../../../topology/types.ts';
import type { Context } from '../../screen.ts';

/** A name in a box stands further to the right: without boxes the waterfall says it better. */
const BOXED = 2;

/** The drawing, where it has boxes in so many rows; else none. */
export function wayRows(
  topology: Topology,
  request: FollowedRequest,
  rows: number,
  context: Context,
): readonly Row[] {
  const { columns: width, ascii } = context;
  if (rows < 1) return [];
  const drawing = drawTopology(topology, {
    width,
    height: rows,
    ascii,
    overlay: wayOverlay(topology, request, context),
  });
  const isBoxed = topology.hosts.every(({ id }) => (drawing.places.get(id)?.column ?? 0) > BOXED);
  return isBoxed && drawing.rows.length <= rows ? drawing.rows : [];
}

function wayOverlay(topology: Topology, request: FollowedRequest, { glyphs }: Context): Overlay {
  const { steps } = request;
  return {
    components: new Map(
      topology.components.map(({ id }) => [id, { ...standingOf(id, steps, glyphs.wrong), right: '' }]),
    ),
    under: new Map(),
    hosts: new Map(),
    cut: new Set(),
    users: inWords(tookOf(request)),
    chosen: undefined,
    marks: { lines: linesOf(topology, steps), holders: new Map(), expired: new Set(), floods: new Map() },
  };
}

/** Those who never took it from whoever asked. */
const REFUSALS: Partial<Record<StepKind, string>> = {
  'is-refused': words.way.refused,
  'is-unheard': words.way.unheard,
};

/** How long it had the request, all times together; or why it never had it. */
function standingOf(id: Id, steps: readonly Step[], wrong: string): { state: string; tone: Tone } {
  const own = steps.filter(({ who, kind }) => who === id && kind !== 'asks');
  if (own.length > 0) {
    const took = own.reduce((sum, { takes }) => sum + takes, 0);
    return { state: inWords(took), tone: own.some(isFailure) ? 'bad' : 'accent' };
  }
  const refusal = steps.findLast(({ whom, kind }) => whom === id && REFUSALS[kind] !== undefined);
  const why = refusal === undefined ? undefined : REFUSALS[refusal.kind];
  return why === undefined ? { state: '', tone: 'dim' } : { state: `${wrong} ${why}`, tone: 'bad' };
}

function isFailure({ kind, status = 0 }: Step): boolean {
  return kind === 'answers' ? status >= 500 : kind === 'is-not-taken' || kind === 'gives-up';
}

const USED: LineMark = { use: 'used', encrypted: false, carries: [] };
const UNUSED: LineMark = { use: 'unused', encrypted: false, carries: [] };

/** Every line of the drawing: one that it went along, or not. */
function linesOf(topology: Topology, steps: readonly Step[]): ReadonlyMap<string, LineMark> {
  const { components, dns } = topology;
  const went = new Set(steps.map(({ who, whom }) => `${who} ${whom ?? ''}`));
  const mark = (isUsed: boolean) => (isUsed ? USED : UNUSED);
  const pairs = linksOf(topology).map(({ from, to }) => `${from} ${to}`);
  const binlogs = components.flatMap((each) =>
    each.kind === 'database' && each.source !== undefined ? [`${each.source} ${each.id}`] : [],
  );
  const ids = new Set(components.map(({ id }) => id));
  const addresses = dns.flatMap(({ A }) => A.filter((address) => !ids.has(address)));
  const byAddress = addresses.flatMap((address): [string, LineMark][] => [
    [`users ${address}`, USED],
    ...components.map(({ id }): [string, LineMark] => [`${address} ${id}`, mark(went.has(`users ${id}`))]),
  ]);
  return new Map([
    ...binlogs.map((pair): [string, LineMark] => [pair, UNUSED]),
    ...pairs.map((pair): [string, LineMark] => [pair, mark(went.has(pair))]),
    ...byAddress,
  ]);
}
