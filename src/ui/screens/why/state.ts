/** Which line of the log is asked about, and the chain behind it. */
import { lessonOn } from '../../../course/lesson-on.ts';
import type { Lesson } from '../../../course/model.ts';
import { withChange } from '../../../course/one-change.ts';
import type { AskedRun } from '../../../course/open-run.ts';
import { whyWords as words } from '../../../messages/why.ts';
import { otherValue } from '../../../story/other-value.ts';
import { type Why, whyOf } from '../../../story/why/why.ts';
import { type Context, type Step, step, type TargetOf } from '../../screen.ts';
import type { WatchedRun } from '../../watched-run.ts';

export interface WhyState {
  readonly run: WatchedRun;
  readonly asked: AskedRun;
  /** place in the log, 0 is the newest line */
  readonly back: number;
  /** undefined: nothing has happened yet */
  readonly why: Why | undefined;
  readonly lesson: Lesson | undefined;
  /** what could be changed about it */
  readonly trials: readonly Trial[];
  /** rows that the chain is scrolled */
  readonly top: number;
  /** the drawing goes before the chain where both have no room */
  readonly drawn: boolean;
}

export type WhyAction =
  | { readonly type: 'line'; readonly by: number }
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'draw' }
  | { readonly type: 'lesson' }
  /** what can be changed about it */
  | { readonly type: 'try' }
  | { readonly type: 'compare'; readonly change: string }
  | { readonly type: 'close' };

export function openWhy({ run, asked }: TargetOf<'why'>, context: Context): Step<WhyState, WhyAction> {
  return step(behind(run, asked, 0, context));
}

/** A change that may be tried beside the run. */
export interface Trial {
  readonly label: string;
  readonly change: string;
}

/** The chain behind another line: each is found when it is asked for. */
export function behind(run: WatchedRun, asked: AskedRun, back: number, context: Context): WhyState {
  const { log: lines, view, topology } = run;
  const kept = Math.min(Math.max(0, lines.length - 1), Math.max(0, back));
  const line = lines.at(-1 - kept);
  const still = { run, asked, back: kept, top: 0, drawn: false };
  if (line === undefined) return { ...still, why: undefined, lesson: undefined, trials: [] };
  const why = whyOf(line, { lines, view, topology });
  const stage = context.course.topologies.find(({ id }) => id === topology.id)?.stage;
  return {
    ...still,
    why,
    lesson: lessonOn(context.course, why.about, stage),
    trials: trialsOf(why, asked),
  };
}

/** Each setting that rules with another value, and the run without the fault that it goes back to. */
function trialsOf({ settings, links }: Why, asked: AskedRun): readonly Trial[] {
  const others = settings.flatMap((setting): Trial[] => {
    const other = otherValue(setting);
    return other === undefined ? [] : [{ label: words.trial(other, setting.value), change: `set ${other}` }];
  });
  const fault = links.find(({ kind }) => kind === 'fault')?.fault;
  const without = fault === undefined ? [] : [{ label: words.without(fault), change: `no ${fault}` }];
  return [...others, ...without].filter(({ change }) => !('error' in withChange(asked, change)));
}
