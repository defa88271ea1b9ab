/** Which line of the log is asked about, and the chain behind it. */
import { lessonOn } from '../../../course/lesson-on.ts';
import type { Lesson } from '../../../course/model.ts';
import { type Why, whyOf } from '../../../story/why/why.ts';
import { type Context, type Step, step, type TargetOf } from '../../screen.ts';
import type { WatchedRun } from '../../watched-run.ts';

export interface WhyState {
  readonly run: WatchedRun;
  /** place in the log, 0 is the newest line */
  readonly back: number;
  /** undefined: nothing has happened yet */
  readonly why: Why | undefined;
  readonly lesson: Lesson | undefined;
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
  | { readonly type: 'close' };

export function openWhy({ run }: TargetOf<'why'>, context: Context): Step<WhyState, WhyAction> {
  return step(asked(run, 0, context));
}

/** The chain behind another line: each is found when it is asked for. */
export function asked(run: WatchedRun, back: number, { course }: Context): WhyState {
  const { log: lines, view, topology } = run;
  const kept = Math.min(Math.max(0, lines.length - 1), Math.max(0, back));
  const line = lines.at(-1 - kept);
  if (line === undefined) return { run, back: 0, why: undefined, lesson: undefined, top: 0, drawn: false };
  const why = whyOf(line, { lines, view, topology });
  const stage = course.topologies.find(({ id }) => id === topology.id)?.stage;
  return { run, back: kept, why, lesson: lessonOn(course, why.about, stage), top: 0, drawn: false };
}
