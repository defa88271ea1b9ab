/** Components of a topology, marked in its drawing. */
import { quiz as words } from '../../../../messages/quiz.ts';
import type { Glyphs } from '../../../../terminal/glyphs.ts';
import { problemLine } from '../../../../text/problem.ts';
import type { Row, Tone } from '../../../../text/row.ts';
import { span } from '../../../../text/row.ts';
import { EMPTY, gap, indent, wrapped } from '../../../../text/row-layout.ts';
import { drawTopology } from '../../../../topology/draw/draw.ts';
import type { Drawing, Overlay } from '../../../../topology/draw/drawing.ts';
import { whatItIs } from '../../../../topology/draw/labels.ts';
import type { Id, Topology } from '../../../../topology/types.ts';
import type { Context } from '../../../screen.ts';
import { type Direction, nextThing, type Places, towards } from '../../../widgets/choosing.ts';
import { textWidth } from '../text-width.ts';
import { defineForm, type Judged } from './form.ts';
import { remarkOn, remarkRows } from './item-rows.ts';

interface Draft {
  /** undefined: at the first component of the drawing */
  readonly at: Id | undefined;
  readonly marked: ReadonlySet<Id>;
}

type Action =
  | { readonly type: 'move'; readonly to: Direction }
  | { readonly type: 'next'; readonly by: 1 | -1 }
  | { readonly type: 'mark' };

type AsksPlace = { readonly topology: string };

const directions: ReadonlyMap<string, Direction> = new Map([
  ['up', 'up'],
  ['k', 'up'],
  ['down', 'down'],
  ['j', 'down'],
  ['left', 'left'],
  ['h', 'left'],
  ['right', 'right'],
  ['l', 'right'],
]);

export const place = defineForm<'place', Draft, Action>({
  form: 'place',
  instruction: words.pointAt,
  begin: () => ({ at: undefined, marked: new Set() }),
  resume: ({ places }) => ({ at: places[0], marked: new Set(places) }),
  reduce(draft, action, asks, context) {
    const places = placesOf(asks, draft, context);
    const at = pointedAt(draft, places);
    if (at === undefined) return draft;
    switch (action.type) {
      case 'move':
        return { ...draft, at: towards(places, at, action.to) };
      case 'next':
        return { ...draft, at: nextThing(places, at, action.by) };
      case 'mark':
        return { at, marked: turned(draft.marked, at) };
    }
  },
  keys: (_draft, _asks, { ascii }) => [
    {
      keys: [...directions.keys()],
      shown: ascii ? 'arrows' : '←↑↓→',
      ...words.keys.choosePlace,
      action: (key) => ({ type: 'move', to: directions.get(key) ?? 'right' }),
    },
    { keys: ['space'], shown: 'Space', ...words.keys.markPlace, action: { type: 'mark' } },
    { keys: ['tab'], shown: 'Tab', ...words.keys.nextPlace, action: { type: 'next', by: 1 } },
  ],
  answer: ({ marked }) => (marked.size === 0 ? words.pointFirst : { form: 'place', places: [...marked] }),
  asking(draft, asks, context) {
    const opened = opening(asks, context);
    if (opened.topology === undefined) return { rows: unread(opened, context), lookAt: 0 };
    const still = drawn(opened.topology, new Map(), undefined, context);
    const at = pointedAt(draft, still.places);
    const marks = new Map(
      opened.topology.components.map(({ id }): [Id, Mark] => {
        const isMarked = draft.marked.has(id);
        const box = isMarked ? context.glyphs.checked : context.glyphs.unchecked;
        return [id, { sign: box, tone: isMarked ? 'accent' : 'dim' }];
      }),
    );
    const { rows, places } = drawn(opened.topology, marks, at, context);
    return { rows: indent(rows, 1), lookAt: (at === undefined ? undefined : places.get(at)?.row) ?? 0 };
  },
  answered(judged, asks, context) {
    const opened = opening(asks, context);
    if (opened.topology === undefined) return unread(opened, context);
    const { components } = opened.topology;
    const marks = new Map(
      components.flatMap(({ id }) => {
        const mark = markOf(id, judged, context.glyphs);
        return mark ? [[id, mark] as const] : [];
      }),
    );
    const { rows } = drawn(opened.topology, marks, undefined, context);
    const said = components.flatMap(({ id }) => saidRows(id, marks.get(id), judged, context));
    return [...indent(rows, 1), ...(said.length > 0 ? [EMPTY, ...said] : [])];
  },
  words: ({ places }) => [places.join(', ')],
});

function turned(marked: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const others = new Set(marked);
  return others.delete(id) ? others : others.add(id);
}

type Opening = ReturnType<Context['openTopology']>;

const openings = new WeakMap<Context['openTopology'], Map<string, Opening>>();

/** The topology that is asked about, read once. */
function opening({ topology }: AsksPlace, { openTopology }: Context): Opening {
  const known = openings.get(openTopology) ?? new Map<string, Opening>();
  const opened = known.get(topology) ?? openTopology(topology);
  openings.set(openTopology, known.set(topology, opened));
  return opened;
}

/** Why there is no drawing. */
function unread({ problems }: Opening, context: Context): readonly Row[] {
  const width = textWidth(context);
  const why = problems.slice(0, 1).flatMap((problem) => wrapped(problemLine(problem), width, 'bad'));
  return indent([...wrapped(words.noDrawing, width), ...why], 1);
}

/** The components of the drawing; hosts are no answer. */
function placesOf(asks: AsksPlace, draft: Draft, context: Context): Places {
  const { topology } = opening(asks, context);
  return topology === undefined ? new Map() : drawn(topology, new Map(), draft.at, context).places;
}

function pointedAt({ at }: Draft, places: Places): Id | undefined {
  if (at !== undefined && places.has(at)) return at;
  return [...places].toSorted(([, a], [, b]) => a.column - b.column || a.row - b.row)[0]?.[0];
}

/** A sign before what a component is. */
interface Mark {
  readonly sign: string;
  readonly tone: Tone;
}

function drawn(
  topology: Topology,
  marks: ReadonlyMap<Id, Mark>,
  at: Id | undefined,
  { columns, ascii }: Context,
): Drawing {
  const overlay: Overlay = {
    components: new Map(
      topology.components.map((component) => {
        const { sign, tone } = marks.get(component.id) ?? { sign: '', tone: 'dim' };
        const what = whatItIs(component).at(-1) ?? '';
        return [component.id, { state: sign === '' ? what : `${sign} ${what}`, tone, right: '' }];
      }),
    ),
    under: new Map(),
    hosts: new Map(),
    cut: new Set(),
    users: '',
    chosen: at,
  };
  const drawing = drawTopology(topology, { width: columns - 2, height: undefined, ascii, overlay });
  const isComponent = new Set(topology.components.map(({ id }) => id));
  return { ...drawing, places: new Map([...drawing.places].filter(([id]) => isComponent.has(id))) };
}

type JudgedPlaces = Judged<{ readonly form: 'place'; readonly places: readonly string[] }>;

/** What became of a component; undefined: it was left out, and rightly. */
function markOf(id: Id, { answer, solution }: JudgedPlaces, glyphs: Glyphs): Mark | undefined {
  const isRight = solution.answer.places.includes(id);
  const isChosen = answer?.places.includes(id) ?? false;
  if (isChosen) return isRight ? { sign: glyphs.done, tone: 'good' } : { sign: glyphs.wrong, tone: 'bad' };
  return isRight ? { sign: answer ? glyphs.partly : glyphs.done, tone: answer ? 'warn' : 'good' } : undefined;
}

/** What is said of a component under the drawing: in a word what it was, and why. */
function saidRows(id: Id, mark: Mark | undefined, judged: JudgedPlaces, context: Context): readonly Row[] {
  if (mark === undefined) return [];
  const { answer, right, remarks, solution } = judged;
  const isRight = solution.answer.places.includes(id);
  const isChosen = answer?.places.includes(id) ?? false;
  const word = !isChosen
    ? answer
      ? words.marks.overlooked
      : words.marks.answer
    : isRight
      ? words.marks.right
      : words.marks.wrong;
  const why = isChosen ? remarkOn(id, remarks) : right ? '' : remarkOn(id, solution.remarks);
  const head: Row = [
    gap(2),
    span(`${mark.sign} `, mark.tone),
    span(`${id}  `, 'strong'),
    span(word, mark.tone),
  ];
  return [head, ...remarkRows(why, 4, context)];
}
