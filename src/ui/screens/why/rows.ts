/** The chain in rows, numbered, and the drawing in which each number stands where it happened. */

import { whyWords as words } from '../../../messages/why.ts';
import type { LinkKind, WhyLink } from '../../../story/why/link.ts';
import type { Why } from '../../../story/why/why.ts';
import { columnOf } from '../../../text/cells.ts';
import type { Row, Tone } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, gap, indent, padded, wrapped } from '../../../text/row-layout.ts';
import { drawTopology } from '../../../topology/draw/draw.ts';
import type { Overlay } from '../../../topology/draw/drawing.ts';
import type { Id, Topology } from '../../../topology/types.ts';
import type { Context } from '../../screen.ts';
import { clockOf } from '../simulator/clock.ts';
import type { WhyState } from './state.ts';

const ROLE = columnOf(Object.values(words.roles), 1);
const TIME = 7;
const NUMBER = 3;
/** Fewer rows show no site. */
const FEWEST_DRAWN = 4;
/** What is left of the chain below a drawing that has the room. */
const FEWEST_LINKS = 6;

const TONES: Readonly<Record<LinkKind, Tone>> = {
  fault: 'accent',
  repair: 'accent',
  reason: 'plain',
  blind: 'warn',
  noticed: 'plain',
  felt: 'warn',
  got: 'bad',
  spared: 'good',
  over: 'good',
};

export interface WhyRows {
  /** what may be scrolled */
  readonly chain: readonly Row[];
  /** none where it has no room */
  readonly drawing: readonly Row[];
}

export function whyRows({ run, why, lesson, drawn }: WhyState, context: Context): WhyRows {
  if (why === undefined) {
    const said = [words.nothing, words.numbersAtRest];
    const rows = said.flatMap((text) => [...indent(wrapped(text, context.columns - 2, 'dim'), 1), EMPTY]);
    return { chain: rows, drawing: [] };
  }
  const chain = [
    ...lineRows(why, context),
    EMPTY,
    ...why.links.flatMap((link, index) => linkRows(link, index, context)),
    EMPTY,
    ...settingRows(why, context),
    ...(lesson === undefined
      ? []
      : indent(wrapped(words.lesson(lesson.title, lesson.id), context.columns - 2, 'accent'), 1)),
  ];
  const room = context.rows - (drawn ? FEWEST_LINKS : chain.length + 1);
  return { chain, drawing: drawingRows(run.topology, why, context, room) };
}

/** As clock and log have it. */
function clockAt(seconds: number): string {
  return clockOf(Math.round(seconds * 1_000_000));
}

function lineRows({ line }: Why, { columns }: Context): readonly Row[] {
  const time = clockAt(line.t);
  const [first = [], ...more] = wrapped(`${line.who} ${line.text}`, columns - TIME - 3, 'strong');
  return [[span(`${time}  `, 'dim'), ...first], ...indent(more, TIME + 2)];
}

function linkRows({ kind, t, text }: WhyLink, index: number, { columns }: Context): readonly Row[] {
  const left = NUMBER + 1 + TIME + 1 + ROLE;
  const time = (t === undefined ? '' : clockAt(t)).padStart(TIME);
  const [first = [], ...more] = wrapped(text, Math.max(10, columns - left - 2), TONES[kind]);
  return [
    [
      span(`${index + 1}`.padStart(NUMBER), 'strong'),
      span(` ${time} `, 'dim'),
      span(padded(words.roles[kind], ROLE), TONES[kind]),
      gap(1),
      ...first,
    ],
    ...indent(more, left + 1),
  ];
}

function settingRows({ settings }: Why, { columns }: Context): readonly Row[] {
  if (settings.length === 0) return indent(wrapped(words.noSettings, columns - 2, 'dim'), 1);
  return [
    ...indent(wrapped(`${words.settings}:`, columns - 2, 'dim'), 1),
    ...settings.flatMap((each) => {
      const [first = [], ...more] = wrapped(words.setting(each), columns - 5);
      return [[gap(3), ...first], ...indent(more, 5)];
    }),
  ];
}

/** The site with the numbers of the links at what they are about; everything else keeps still. */
function drawingRows(topology: Topology, why: Why, context: Context, rows: number): readonly Row[] {
  if (rows < FEWEST_DRAWN) return [];
  const { columns: width, ascii } = context;
  const drawing = drawTopology(topology, { width, height: rows, ascii, overlay: lit(topology, why.links) });
  return drawing.rows.length > rows ? [] : drawing.rows;
}

function lit(topology: Topology, links: readonly WhyLink[]): Overlay {
  const about = (id: Id) =>
    links.flatMap(({ places, kind }, index) => (places.includes(id) ? [{ number: index + 1, kind }] : []));
  const marked = (id: Id): { text: string; tone: Tone } => {
    const own = about(id);
    const [first] = own;
    if (first === undefined) return { text: '', tone: 'dim' };
    const tone = TONES[first.kind] === 'plain' ? 'strong' : TONES[first.kind];
    return { text: `${own.map(({ number }) => number).join(' ')} ${words.roles[first.kind]}`, tone };
  };
  return {
    components: new Map(
      topology.components.map(({ id }) => {
        const { text, tone } = marked(id);
        return [id, { state: text, tone, right: '' }];
      }),
    ),
    under: new Map(),
    hosts: new Map(topology.hosts.map(({ id }) => [id, marked(id)])),
    cut: new Set(),
    users: '',
    chosen: undefined,
  };
}
