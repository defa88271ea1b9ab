/** The first thirty seconds: Ana reads, her web server is killed, she waits, fails and reads on; then the course. */
import { FIRST_SITE } from '../../../course/first-site.ts';
import { openRun } from '../../../course/open-run.ts';
import { introWords as words } from '../../../messages/intro.ts';
import { faultOf } from '../../../simulator/faults/fault.ts';
import type { ComponentView, WorldView } from '../../../simulator/view.ts';
import { type FirstOutage, firstOutage, type Reader, readerNow } from '../../../story/first-outage.ts';
import type { Row } from '../../../text/row.ts';
import { span } from '../../../text/row.ts';
import { EMPTY, indent, wrapped } from '../../../text/row-layout.ts';
import type { Id, Micros } from '../../../topology/types.ts';
import type { KeyBinding } from '../../keys.ts';
import { type Context, defineScreen, type Picture, type Step, step } from '../../screen.ts';
import { drawMoment } from '../simulator/layout.ts';
import { Run, SECOND, TICK } from '../simulator/run.ts';
import { LIVE_SPEED } from '../simulator/state.ts';

/** Undefined: the course has no such site. */
type IntroState = Live | undefined;

interface Live {
  readonly run: Run;
  /** what is seen of it changes with this */
  readonly now: Micros;
  readonly rest: Micros;
  readonly killed: { readonly server: Id; readonly killedAt: Micros } | undefined;
  readonly outage: FirstOutage | undefined;
}

type IntroAction = { readonly type: 'time'; readonly ms: number } | { readonly type: 'enter' };

/** After a pause of the machine time doesn't leap. */
const LONGEST_FRAME_MS = 250;
/** By then she has got her first page. */
const LONGEST_START = 20 * SECOND;

export const introScreen = defineScreen<'intro', IntroState, IntroAction>({
  name: 'intro',
  title: words.title,
  open: (_, context) => step(begin(context)),
  reduce: (state, action) => (state === undefined ? step(state, { do: 'back' }) : reduceIntro(state, action)),
  keys: introKeys,
  view: viewIntro,
  tick: (ms) => ({ type: 'time', ms }),
  ticking: (state) => state !== undefined,
});

/** She reads already: the run begins with her first page. */
function begin({ openTopology, seed }: Context): IntroState {
  const asked = { ...FIRST_SITE, rate: undefined, for: undefined, fault: [], seed };
  const opened = openRun(asked, openTopology);
  if ('problems' in opened) return undefined;
  const run = new Run(opened.run);
  while (readerOf(run).server === undefined && run.now < LONGEST_START) run.advance(run.now + TICK);
  return { run, now: run.now, rest: 0, killed: undefined, outage: undefined };
}

function readerOf(run: Run): Reader {
  return readerNow(run.sampler.sample, run.topology);
}

function reduceIntro(state: Live, action: IntroAction): Step<IntroState, IntroAction> {
  if (action.type === 'time') return step(passed(state, action.ms));
  const { run, killed, outage } = state;
  const { server } = readerOf(run);
  if (outage !== undefined) return step(state, { do: 'back' });
  if (killed !== undefined || server === undefined) return step(state);
  run.inject(faultOf('kill', [server]));
  return step({ ...state, killed: { server, killedAt: run.now } });
}

function passed(state: Live, ms: number): Live {
  const { run, killed, outage } = state;
  const owed = state.rest + Math.min(ms, LONGEST_FRAME_MS) * 1000;
  const ticks = Math.floor(owed / TICK);
  run.advance(run.now + ticks * TICK);
  const over = killed && firstOutage(run.sampler.sample, run.view, run.topology, killed);
  return { ...state, now: run.now, rest: owed - ticks * TICK, outage: outage ?? over };
}

function introKeys(state: IntroState): readonly KeyBinding<IntroAction>[] {
  const isKilled = state?.killed !== undefined;
  if (isKilled && state.outage === undefined) return [];
  const say = state === undefined || isKilled ? words.keys.goOn : words.keys.kill;
  return [{ keys: ['enter', 'space'], shown: 'Enter', ...say, action: { type: 'enter' } }];
}

function viewIntro(state: IntroState, context: Context): Picture {
  const title = [span(words.title, 'strong')];
  if (state === undefined) return { title, status: [], body: said(words.notFound, context) };
  const { run, killed, outage } = state;
  const reader = readerOf(run);
  const below = belowRows(state, reader, context);
  const above = said(
    outage === undefined ? words.reader(reader, run.now, killed !== undefined) : words.readsAgain,
    context,
    reader.seesError && !reader.waits ? 'bad' : 'strong',
  );
  const room = Math.max(0, context.rows - above.length - below.length - 1);
  const drawing = drawMoment(
    { run, view: run.view, chosen: '', speed: LIVE_SPEED, eye: 'truth' },
    context,
    room,
  ).rows.slice(0, room);
  const air = context.rows - above.length - below.length - drawing.length;
  const blank = (count: number) => Array.from({ length: Math.max(0, Math.min(1, count)) }, () => EMPTY);
  return {
    title,
    status: [span(words.status(run.now))],
    body: [...blank(air - 2), ...above, ...blank(air), ...drawing, ...blank(air - 1), ...below].slice(
      0,
      context.rows,
    ),
  };
}

/** What to press, or what happened. */
function belowRows({ run, killed, outage }: Live, { server }: Reader, context: Context): readonly Row[] {
  if (killed === undefined) return server === undefined ? [] : said(words.ask(server), context, 'accent');
  if (outage === undefined) {
    const balancer = whoKnows(run.view, killed.server);
    const told =
      balancer === undefined ? words.killed(killed.server) : words.noticed(balancer, killed.server);
    return said(told, context);
  }
  const [first, second] = words.happened(outage);
  return [...said(first, context), ...said(second, context), ...said(words.goOn, context, 'accent')];
}

/** The balancer that has noticed that a server is down. */
function whoKnows({ components }: WorldView, server: Id): Id | undefined {
  const believesDown = ({ servers = [] }: ComponentView): boolean =>
    servers.some(({ id, believed }) => id === server && believed === 'down');
  return components.find(believesDown)?.id;
}

function said(text: string, { columns }: Context, tone: Row[number]['tone'] = 'plain'): readonly Row[] {
  return indent(wrapped(text, columns - 2, tone), 1);
}
