/** The waterfall as rows: when, how long, who does what, and a bar of it. */
import { stepWords, followWords as words } from '../../../messages/follow.ts';
import { isOk } from '../../../simulator/users.ts';
import { barOf, type FollowedRequest } from '../../../story/request/followed.ts';
import type { Step, StepKind } from '../../../story/request/waterfall.ts';
import type { Row, Tone } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { clipRow, EMPTY, gap, indent, padded, widthOf, wrapped } from '../../../text/row-layout.ts';
import type { Micros } from '../../../topology/types.ts';
import type { Context } from '../../screen.ts';
import type { RequestState, Which } from './state.ts';
import { wayRows } from './way-drawn.ts';

const TIME = 9;
/** A bar of fewer columns shows nothing. */
const FEWEST_BARS = 8;

export function requestRows(
  { run, request, which, chosen, asked }: RequestState,
  context: Context,
): readonly Row[] {
  const room = context.columns - 2;
  if (request === undefined) return indent(wrapped(noneWords(which, chosen ?? ''), room, 'dim'), 1);
  const { trace, now } = request;
  const { decision } = asked === undefined ? withoutHelp(request) : request;
  const tone = trace.outcome === undefined ? 'warn' : isOk(trace.outcome) ? 'good' : 'bad';
  const told = [
    ...indent(wrapped(words.title(trace), room, 'strong'), 1),
    ...indent(wrapped(words.outcome(trace, now), room, tone), 1),
    EMPTY,
    ...waterfallRows(request, context),
    EMPTY,
    ...indent(wrapped(words.decision(decision, trace), room), 1),
  ];
  const way = wayRows(run.topology, request, context.rows - told.length - 1, context);
  return way.length === 0 ? told : [...told, EMPTY, ...way];
}

/** In a mission that is what the learner has to find. */
function withoutHelp({ decision, ...request }: FollowedRequest): FollowedRequest {
  return { ...request, decision: { ...decision, helps: undefined } };
}

function noneWords(which: Which, chosen: string): string {
  if (which === 'through') return words.waiting.through(chosen);
  return which === 'next' ? words.waiting.next : words.none[which];
}

/** A head, and a row for each of its steps. */
export function waterfallRows(request: FollowedRequest, context: Context): readonly Row[] {
  const { steps } = request;
  const texts = steps.map((step) => '  '.repeat(step.depth) + stepWords(step));
  const left = TIME * 2 + 2;
  const longest = Math.max(0, ...texts.map(widthOf));
  const bars = context.columns - left - longest - 3;
  const head = span(`${words.at.padStart(TIME)}${words.took.padStart(TIME)}  ms`, 'dim');
  return [
    [head],
    ...steps.map((step, index) => {
      const text = texts[index] ?? '';
      const times = span(`${ms(step.at)}${ms(step.takes)}  `, 'dim');
      const said = span(text, toneOf(step));
      if (bars < FEWEST_BARS) return clipRow([times, said], context.columns, context.glyphs.ellipsis);
      const { from, length } = barOf(step, request, bars);
      const bar = span(context.ascii ? '='.repeat(length) : '━'.repeat(length), toneOf(step));
      return [times, span(padded(text, longest), said.tone), gap(2 + from), bar];
    }),
  ];
}

/** Work is plain; what waits, what fails and what answers stand out. */
const TONES: Readonly<Record<StepKind, Tone>> = {
  resolves: 'plain',
  asks: 'plain',
  'is-refused': 'bad',
  'is-unheard': 'bad',
  waits: 'warn',
  'is-not-taken': 'bad',
  queues: 'warn',
  works: 'accent',
  'is-silent': 'bad',
  'turns-around': 'warn',
  'awaits-replica': 'warn',
  answers: 'good',
  closes: 'bad',
  'gives-up': 'bad',
};

function toneOf({ kind, status = 0, lost }: Step): Tone {
  if (kind === 'answers' && status >= 400) return 'bad';
  return kind === 'asks' && lost > 0 ? 'warn' : TONES[kind];
}

function ms(micros: Micros): string {
  return (micros / 1000).toFixed(1).padStart(TIME);
}
