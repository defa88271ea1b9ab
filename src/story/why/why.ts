/**
 * The chain behind a line of the story: which fault, why it hurts, who noticed and when, what the users got, which
 * settings ruled, when it was over. Read from the events and facts that the lines were made of, never from their words.
 */
import { whyWords as words } from '../../messages/why.ts';
import type { SimulationEvent } from '../../simulator/event.ts';
import { placeOf as placeOfFault } from '../../simulator/faults/fault.ts';
import type { FailedAs } from '../../simulator/timeline.ts';
import type { WorldView } from '../../simulator/view.ts';
import { formatTime } from '../../topology/duration.ts';
import type { Id, Micros, Topology } from '../../topology/types.ts';
import { placeOf as placeOfCause } from '../cause-places.ts';
import type { Cause, Fact } from '../fact.ts';
import { isCut, serves } from '../judge.ts';
import { faultIn, SOON, timeOf } from '../moments.ts';
import type { StoryLine } from '../story.ts';
import { type Explained, settingsOfCause, settingsOfEvent, settingsOfFact } from './cause-settings.ts';
import type { WhyLink } from './link.ts';

const SECOND: Micros = 1_000_000;

export interface Why {
  readonly line: StoryLine;
  readonly links: readonly WhyLink[];
  readonly settings: readonly Explained[];
  /** stems of words by which a lesson on it is found, the most telling first */
  readonly about: readonly string[];
}

/** What is known of the run. */
export interface Known {
  readonly lines: readonly StoryLine[];
  readonly view: WorldView;
  readonly topology: Topology;
}

/** The chain behind one of the lines. */
export function whyOf(line: StoryLine, known: Known): Why {
  const root = rootOf(line, known);
  const since = root === undefined ? line.t : root.t;
  const until = endOf(since, known);
  const within = known.lines.filter(({ t }) => t >= since && t <= until);
  const causes = causesIn(line, within);
  const links = [
    ...(root === undefined ? [] : [faultLink(root)]),
    ...causes.map((cause) => reasonLink(cause)),
    ...[...noticed(root, within), ...felt(within), ...spared(within), ...over(within)].toSorted(byTime),
    ...blind(root, within, known),
    ...got(since, until, known),
  ];
  const settings = [
    ...(line.of.event === undefined ? [] : settingsOfEvent(line.of.event, known.topology)),
    ...(line.of.fact === undefined ? [] : settingsOfFact(line.of.fact, known.topology)),
    ...causes.flatMap((cause) => settingsOfCause(cause, known.topology)),
    ...within.flatMap(({ of }) => (of.event === undefined ? [] : settingsOfEvent(of.event, known.topology))),
  ];
  return { line, links, settings: unique(settings), about: words.about(root?.of.event, causes, line.of) };
}

function byTime(a: WhyLink, b: WhyLink): number {
  return (a.t ?? 0) - (b.t ?? 0);
}

type EventLine = StoryLine & { readonly of: { readonly event: SimulationEvent } };

function isEvent(line: StoryLine): line is EventLine {
  return line.of.event !== undefined;
}

// -- the fault -------------------------------------------------------------------------------------------------------

/**
 * The fault that it goes back to: the newest before it that touches a cause of it, else what it is about, else the newest
 * of all.
 */
function rootOf(line: StoryLine, { lines, view }: Known): EventLine | undefined {
  if (isEvent(line) && 'fault' in line.of.event) return line;
  const faults = lines
    .filter(isEvent)
    .filter(({ of, t }) => faultIn(of.event) !== undefined && t <= line.t + SOON / SECOND);
  const places = placesOf(line.of);
  const atFault = causesOf(line.of).flatMap(placeOfCause);
  const byCause = faults.findLast(({ of }) => touches(of.event, atFault, view));
  return byCause ?? faults.findLast(({ of }) => touches(of.event, places, view)) ?? faults.at(-1);
}

function touches(event: SimulationEvent, places: readonly Id[], { components }: WorldView): boolean {
  const fault = faultIn(event);
  // a deployment acts on all of a kind
  const homes = components.filter(({ id }) => places.includes(id)).flatMap(({ host, kind }) => [host, kind]);
  return fault !== undefined && placeOfFault(fault).some((id) => places.includes(id) || homes.includes(id));
}

/** Until the next fault, or for as long as there is something to tell. */
function endOf(since: number, { lines, view }: Known): number {
  const next = lines
    .filter(isEvent)
    .find(({ of, t }) => t > since + SOON / SECOND && faultIn(of.event) !== undefined);
  return next === undefined ? view.now / SECOND : next.t - 0.001;
}

function faultLink({ t, who, text, of }: EventLine): WhyLink {
  const kind = faultIn(of.event) === undefined ? 'repair' : 'fault';
  const link = { kind, t, text: words.fault(who, text), places: placesOf(of) } as const;
  if (kind === 'repair' || !('fault' in of.event)) return link;
  return { ...link, fault: `${formatTime(timeOf(of.event))} ${of.event.fault.words}` };
}

// -- the reasons -----------------------------------------------------------------------------------------------------

/** Those of the line itself, else of the first trouble of these lines. */
function causesIn(line: StoryLine, within: readonly StoryLine[]): readonly Cause[] {
  const own = causesOf(line.of);
  return own.length > 0 ? own : (within.map(({ of }) => causesOf(of)).find(({ length }) => length > 0) ?? []);
}

function causesOf(of: StoryLine['of']): readonly Cause[] {
  const { fact } = of;
  switch (fact?.kind) {
    case 'waits':
    case 'fails':
    case 'writes-stop':
      return fact.causes;
    case 'slow':
      return fact.cause === undefined ? [] : [fact.cause];
    default:
      return [];
  }
}

function reasonLink(cause: Cause): WhyLink {
  const by = 'by' in cause ? cause.by : [];
  return { kind: 'reason', t: undefined, text: words.reason(cause), places: [...by, ...placeOfCause(cause)] };
}

// -- who noticed -----------------------------------------------------------------------------------------------------

/** Whoever did something about it, and after how long. */
function noticed(root: EventLine | undefined, within: readonly StoryLine[]): readonly WhyLink[] {
  if (root === undefined) return [];
  return doersOf(within).map((line): WhyLink => {
    const places = [line.of.event.who, line.of.event.about];
    return { kind: 'noticed', t: line.t, text: words.noticed(line.who, line.text, line.t - root.t), places };
  });
}

function doersOf(within: readonly StoryLine[]): readonly EventLine[] {
  return within.filter(isEvent).filter(({ of }) => !('fault' in of.event));
}

/** As long as nobody has noticed: the balancers that believe in who is lost to them. */
function blind(
  root: EventLine | undefined,
  within: readonly StoryLine[],
  { view }: Known,
): readonly WhyLink[] {
  if (root === undefined || doersOf(within).length > 0) return [];
  const hit = hitBy(placesOf(root.of), view);
  return view.components.flatMap((asker): readonly WhyLink[] => {
    const lost = view.components.filter(
      (each) => hit.includes(each.id) && (!serves(each) || isCut(asker, each, view)),
    );
    const believed = (asker.servers ?? []).filter(
      ({ id, believed }) => believed === 'up' && lost.some((each) => each.id === id),
    );
    const text = words.blind(
      asker.id,
      believed.map(({ id }) => id),
    );
    return believed.length === 0 ? [] : [{ kind: 'blind', t: undefined, text, places: [asker.id] }];
  });
}

/** The components, and those on the hosts among these places. */
function hitBy(places: readonly string[], { components }: WorldView): readonly Id[] {
  return components
    .filter(({ id, host }) => places.includes(id) || places.includes(host))
    .map(({ id }) => id);
}

// -- what the users got ----------------------------------------------------------------------------------------------

const FELT: ReadonlySet<Fact['kind']> = new Set([
  'waits',
  'fails',
  'writes-stop',
  'slow',
  'stale',
  'lost',
  'two-writers',
  'queue-full',
  'still-avoided',
  'asks-again',
  'vip',
]);

function felt(within: readonly StoryLine[]): readonly WhyLink[] {
  return factsOf(within, FELT).map(({ t, who, text, of }) => ({
    kind: 'felt',
    t,
    text: words.felt(who, text),
    places: placesOf(of),
  }));
}

/** Failed requests by what their users got, and from whom; and how long anybody waited. */
function got(since: number, until: number, { view }: Known): readonly WhyLink[] {
  const seconds = view.timeline.filter(({ t }) => t + 1 > since && t <= until);
  const counts = new Map<string, FailedAs>();
  for (const failed of seconds.flatMap(({ failedAs }) => failedAs)) {
    const key = `${failed.outcome} ${failed.by}`;
    counts.set(key, { ...failed, count: failed.count + (counts.get(key)?.count ?? 0) });
  }
  const worst = [...counts.values()].sort((a, b) => b.count - a.count);
  const waited = Math.max(0, ...seconds.map(({ oldestWait }) => oldestWait));
  if (worst.length === 0 && waited < SECOND) return [];
  const places = worst.flatMap(({ by }) => by ?? []).slice(0, 1);
  return [{ kind: 'got', t: undefined, text: words.got(worst, waited), places }];
}

function spared(within: readonly StoryLine[]): readonly WhyLink[] {
  return factsOf(within, new Set(['unnoticed'])).map(({ t, text, of }) => ({
    kind: 'spared',
    t,
    text: words.sentence(text),
    places: placesOf(of),
  }));
}

const OVER: ReadonlySet<Fact['kind']> = new Set([
  'answered',
  'writes-again',
  'quick',
  'only-writes',
  'fresh',
]);

function over(within: readonly StoryLine[]): readonly WhyLink[] {
  return factsOf(within, OVER).map(({ t, who, text, of }) => ({
    kind: 'over',
    t,
    text: words.felt(who, text),
    places: placesOf(of),
  }));
}

function factsOf(within: readonly StoryLine[], kinds: ReadonlySet<Fact['kind']>): readonly StoryLine[] {
  return within.filter(({ of }) => of.fact !== undefined && kinds.has(of.fact.kind));
}

// -- places ----------------------------------------------------------------------------------------------------------

/** The components and hosts that a line is about. */
function placesOf(of: StoryLine['of']): readonly Id[] {
  if (of.event !== undefined) {
    const { event } = of;
    return 'fault' in event ? placeOfFault(event.fault) : [event.about, event.who];
  }
  const { fact } = of;
  switch (fact.kind) {
    case 'waits':
    case 'fails':
    case 'writes-stop':
      return fact.causes.flatMap(placeOfCause);
    case 'slow':
      return fact.cause === undefined ? [] : placeOfCause(fact.cause);
    case 'answered':
    case 'answers':
    case 'reads':
    case 'writes-again':
    case 'two-writers':
      return fact.by ?? [];
    case 'unnoticed':
      return [
        ...fact.what.place,
        ...(fact.thanksTo !== undefined && 'by' in fact.thanksTo ? [fact.thanksTo.by].flat() : []),
      ];
    case 'stale':
    case 'fresh':
      return [fact.database];
    case 'vip':
      return fact.holders.map(({ id }) => id);
    case 'queue-full':
      return [fact.at];
    case 'still-avoided':
      return [fact.target, ...fact.by];
    case 'asks-again':
      return [fact.by, fact.target];
    case 'flood':
      return [fact.at];
    default:
      return [];
  }
}

function unique(settings: readonly Explained[]): readonly Explained[] {
  const keyOf = ({ of, field }: Explained) => `${of}.${field}`;
  return settings.filter((one, index) => settings.findIndex((each) => keyOf(each) === keyOf(one)) === index);
}
