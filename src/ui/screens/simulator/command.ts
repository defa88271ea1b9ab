/**
 * The line behind `:`. It takes what `--fault` takes, now or at a time, and the words of plain mode that have a place on
 * the screen.
 */
import { sentence } from '../../../messages/plural.ts';
import { simulator as words } from '../../../messages/simulator.ts';
import { completeFault } from '../../../simulator/faults/complete.ts';
import type { Fault } from '../../../simulator/faults/fault.ts';
import { parseFault, parseTimedFault } from '../../../simulator/faults/parse.ts';
import { inspect, inspectable } from '../../../story/inspect/inspect.ts';
import { parseTime } from '../../../topology/duration.ts';
import type { Micros, Topology } from '../../../topology/types.ts';
import { clockOf, momentOf } from './clock.ts';
import { marked, toMark, toMoment } from './go-to.ts';
import { chose } from './inspector-deeds.ts';
import { injected } from './list-deeds.ts';
import type { Live } from './state.ts';

/** What a line comes to: a new state, or why it can't be done, or a switch that begins the run anew. */
export type Said =
  | { readonly state: Live }
  | { readonly error: string }
  | { readonly change: string }
  | { readonly restart: true };

type Doing = (rest: readonly string[], state: Live) => Said;

const DOINGS: ReadonlyMap<string, Doing> = new Map(
  Object.entries<Doing>({
    go: ([when = ''], state) => moved(momentOf(when), state),
    run: ([span = ''], state) => moved(later(state, parseTime(span)), state),
    back: ([span = '10s'], state) => moved(later(state, negative(parseTime(span))), state),
    mark: (_, state) => ({ state: marked(state) }),
    return: (_, state) => ({ state: toMark(state) }),
    inspect: (names, state) => looked(names, state),
    set: ([change = ''], state) => switched(change, state),
    restart: () => ({ restart: true }),
  }),
);

/** Does what a line says. */
export function saidLine(line: string, state: Live): Said {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  const doing = DOINGS.get(word);
  if (doing !== undefined) return doing(rest, state);
  return /^\d/.test(word) ? planned(line, state) : done(line, state);
}

function done(line: string, state: Live): Said {
  const read = parseFault(line, state.run.topology);
  if ('error' in read) return { error: sentence(read.error) };
  return forbidden(read.fault, state) ?? { state: injected(state, read.fault) };
}

/** In a mission only some may be used. */
function forbidden({ verb }: Fault, { opening }: Live): Said | undefined {
  const verbs = opening.mission?.verbs;
  return verbs === undefined || verbs.includes(verb)
    ? undefined
    : { error: words.cannot.notAllowed(verb, verbs) };
}

function planned(line: string, state: Live): Said {
  const read = parseTimedFault(line, state.run.topology);
  if ('error' in read) return { error: sentence(read.error) };
  const { at, fault } = read.timed;
  if (at <= state.run.now) return { error: words.cannot.past(clockOf(state.run.now)) };
  const no = forbidden(fault, state);
  if (no !== undefined) return no;
  // a microsecond later nothing else happens: what is done by hand comes between two moments, too
  state.run.plan({ at: at + 1, fault });
  return { state: { ...state, notice: words.planned(fault.words, clockOf(at)) } };
}

function moved(at: Micros | undefined, state: Live): Said {
  return at === undefined ? { error: words.cannot.time } : { state: toMoment(state, Math.max(0, at)) };
}

function later({ run }: Live, by: Micros | undefined): Micros | undefined {
  return by === undefined ? undefined : run.now + by;
}

function negative(span: Micros | undefined): Micros | undefined {
  return span === undefined ? undefined : -span;
}

function looked(names: readonly string[], state: Live): Said {
  const scene = { topology: state.run.topology, view: state.view };
  if (inspect(names, scene) === undefined) return { error: words.cannot.inspect(names.join(' ')) };
  return { state: { ...chose(state, names.join(' ')), inspector: { open: true, top: 0 } } };
}

function switched(change: string, { run }: Live): Said {
  const [name = '', position = ''] = change.split('=');
  const found = run.topology.switches.find((each) => each.name === name);
  if (found?.positions.includes(position) === true) return { change };
  return { error: words.cannot.change(run.topology.switches.map((each) => each.name)) };
}

/** What the last word of a line may become. */
export function completions(line: string, topology: Topology): readonly string[] {
  const all = line.split(/\s+/);
  const begun = all.at(-1) ?? '';
  const before = all.slice(0, -1).filter((word) => word !== '');
  const [first, ...rest] = before;
  if (first === undefined) {
    return [
      ...completeFault([], begun, topology),
      ...[...DOINGS.keys()].filter((word) => word.startsWith(begun)),
    ];
  }
  if (first === 'inspect') return inspectable({ topology }).filter((id) => id.startsWith(begun));
  if (first === 'set') return changesOf(topology).filter((change) => change.startsWith(begun));
  if (parseTime(first) !== undefined) return completeFault(rest, begun, topology);
  return completeFault(before, begun, topology);
}

function changesOf({ switches }: Topology): readonly string[] {
  return switches.flatMap(({ name, positions }) => positions.map((position) => `${name}=${position}`));
}

/** The line with its last word as far as all that it may become agree, and a space where it is whole. */
export function completed(line: string, topology: Topology): string {
  const known = completions(line, topology);
  const [first] = known;
  if (first === undefined) return line;
  const begun = line.split(/\s+/).at(-1) ?? '';
  const before = line.slice(0, line.length - begun.length);
  if (known.length === 1) return `${before}${first} `;
  let end = begun.length;
  while (end < first.length && known.every((word) => word.startsWith(first.slice(0, end + 1)))) end++;
  return `${before}${first.slice(0, end)}`;
}
