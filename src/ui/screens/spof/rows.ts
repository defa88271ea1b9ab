/** The site with marks and verdicts, and what is said below it. */
import { spofGame as words } from '../../../messages/spof.ts';
import { failuresOf } from '../../../simulator/spof.ts';
import { type BoxVerdict, linksThatStop, scoreOf, verdictsOf } from '../../../story/spof-game.ts';
import type { Row, Tone } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, gap, indent, wrapped } from '../../../text/row-layout.ts';
import { drawTopology } from '../../../topology/draw/draw.ts';
import type { Drawing } from '../../../topology/draw/drawing.ts';
import type { Id, Topology } from '../../../topology/types.ts';
import type { Context } from '../../screen.ts';
import type { Game } from './state.ts';

/** Rows below the drawing. */
const BELOW = 6;

export function gameRows(game: Game, context: Context): readonly Row[] {
  const { rows, places } = drawingOf(game, context);
  const room = Math.max(1, context.rows - BELOW);
  const at = places.get(game.chosen)?.row ?? 0;
  const top = Math.max(0, Math.min(rows.length - room, at - Math.floor(room / 2)));
  return [...rows.slice(top, top + room), EMPTY, ...below(game, context)];
}

export function drawingOf(game: Game, context: Context): Drawing {
  const { topology, marked, chosen } = game;
  const verdicts = verdictsOf(topology, marked, game.outcomes);
  const shown = (id: Id) => boxWords(id, game, verdicts.get(id), context);
  const mark = (id: Id) => (marked.has(id) ? context.glyphs.checked : context.glyphs.unchecked);
  return drawTopology(withoutLabels(topology), {
    width: context.columns,
    height: Math.max(1, context.rows - BELOW),
    ascii: context.ascii,
    overlay: {
      components: new Map(
        topology.components.map(({ id }) => {
          const { text, tone } = shown(id);
          return [id, { state: text, tone, right: '' }];
        }),
      ),
      under: new Map(),
      hosts: new Map(topology.hosts.map(({ id }) => [id, { ...shown(id), short: mark(id) }])),
      cut: new Set(),
      users: '',
      chosen,
    },
  });
}

/** The marks of the game stand where certificates, firewalls and collectors do elsewhere. */
function withoutLabels(topology: Topology): Topology {
  return {
    ...topology,
    hosts: topology.hosts.map((host) => ({ ...host, firewall: undefined, collector: false })),
    components: topology.components.map((component) =>
      component.kind === 'load-balancer' ? { ...component, tls: undefined } : component,
    ),
  };
}

/** The mark, and once its failures were tried what became of it. */
function boxWords(
  id: Id,
  { marked, phase }: Game,
  verdict: BoxVerdict | undefined,
  { glyphs }: Context,
): { readonly text: string; readonly tone: Tone } {
  const isMarked = marked.has(id);
  const box = isMarked ? glyphs.checked : glyphs.unchecked;
  if (phase === 'marking' || verdict === undefined) return { text: box, tone: isMarked ? 'accent' : 'dim' };
  const { stops, degrades } = verdict;
  if (stops.length > 0) return { text: `${box} ${words.stops(stops)}`, tone: 'bad' };
  if (degrades.length > 0) return { text: `${box} ${words.degrades}`, tone: 'warn' };
  return { text: `${box} ${words.survives}`, tone: 'good' };
}

function below(game: Game, context: Context): readonly Row[] {
  const { topology, phase, marked, tried, problem } = game;
  const room = context.columns - 2;
  const told = (text: string, tone: Tone = 'plain') =>
    text === '' ? [] : indent(wrapped(text, room, tone), 1);
  if (problem !== '') return told(words.failed(problem), 'bad');
  if (phase === 'marking') return [...told(words.invite), ...told(words.marked(marked.size), 'accent')];
  if (phase === 'failing') {
    const all = failuresOf(topology).length;
    return [...told(words.trying(tried, all), 'accent'), progressBar(tried, all, context)];
  }
  return overRows(game, told);
}

function progressBar(tried: number, all: number, { columns, glyphs }: Context): Row {
  const width = Math.max(1, columns - 4);
  const full = Math.round((tried / Math.max(1, all)) * width);
  return [
    gap(1),
    span(glyphs.barFull.repeat(full), 'accent'),
    span(glyphs.barEmpty.repeat(width - full), 'dim'),
  ];
}

function overRows(game: Game, told: (text: string, tone?: Tone) => readonly Row[]): readonly Row[] {
  const { topology, marked, outcomes, chosen, because } = game;
  const verdicts = verdictsOf(topology, marked, outcomes);
  const { found, missed, wrong } = scoreOf(verdicts.values());
  const tone: Tone = missed.length + wrong.length === 0 ? 'good' : 'warn';
  const verdict = verdicts.get(chosen);
  return [
    ...told(words.score(found.length, found.length + missed.length, wrong.length), tone),
    ...(verdict === undefined
      ? []
      : told(words.verdict(chosen, verdict.marked, verdict.how, verdict.stops, verdict.degrades))),
    ...(because === undefined ? [] : told(words.because(because.who, because.text), 'dim')),
    ...told(
      words.links(linksThatStop(topology, outcomes).map(({ component }) => component.replace(' ', ' - '))),
      'dim',
    ),
  ];
}
