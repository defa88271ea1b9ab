/** The course map's state: the chosen stage and the chosen entry in it. */

import type { Course } from '../../../course/model.ts';
import type { Place } from '../../../learner/progress.ts';
import { firstUnseen, leftRun } from '../../../learner/standing.ts';
import { map as words } from '../../../messages/map.ts';
import { type Context, type Effect, type Step, step, type Target } from '../../screen.ts';
import { type Entry, entriesOf, entryId, stoppedAt } from './entries.ts';

export interface MapState {
  readonly stage: number;
  readonly entry: number;
}

export type MapAction =
  | { readonly type: 'move'; readonly by: 1 | -1 }
  | { readonly type: 'stage'; readonly by: 1 | -1 }
  | { readonly type: 'to-stage'; readonly number: number }
  | { readonly type: 'edge'; readonly end: 'first' | 'last' }
  | { readonly type: 'open' }
  | { readonly type: 'break' }
  /** what of a stage is to be broken, now that it can be read */
  | { readonly type: 'what-to-break'; readonly topologies: readonly string[]; readonly stage: string }
  | { readonly type: 'review' }
  /** with the run that was left in the middle */
  | { readonly type: 'go-on' }
  | { readonly type: 'overview' }
  | { readonly type: 'placement' }
  | { readonly type: 'intro' }
  | { readonly type: 'go'; readonly target: Target }
  | { readonly type: 'returned' };

type MapStep = Step<MapState, MapAction>;

/** The map with the cursor where the learner stopped. */
export function openMap({ course, progress }: Context): MapStep {
  const id = stoppedAt(course, progress);
  for (const [stage, { lessons, quizzes, missions }] of course.stages.entries()) {
    const entry = [...lessons, ...quizzes, ...missions].findIndex((item) => item.id === id);
    if (entry >= 0) return step({ stage, entry });
  }
  return step({ stage: 0, entry: 0 });
}

/** The cursor at the same entry of a course that was read again; where it is gone, as near as there is one. */
export function reloadedMap(state: MapState, before: Course, { course }: Context): MapState {
  const stageId = before.stages[state.stage]?.id;
  const entry = entriesOf(before.stages[state.stage])[state.entry];
  const same = course.stages.findIndex(({ id }) => id === stageId);
  const stage = same >= 0 ? same : Math.max(0, Math.min(state.stage, course.stages.length - 1));
  const entries = entriesOf(course.stages[stage]);
  const at = entries.findIndex((other) => entryId(other) === entryId(entry));
  return { stage, entry: at >= 0 ? at : Math.max(0, Math.min(state.entry, entries.length - 1)) };
}

export function reduceMap(state: MapState, action: MapAction, context: Context): MapStep {
  const { stages } = context.course;
  const entries = entriesOf(stages[state.stage]);
  const title = stages[state.stage]?.title ?? '';
  switch (action.type) {
    case 'move':
      return step(moved(state, action.by, context));
    case 'stage':
      return step(toStage(state, state.stage + action.by, stages.length));
    case 'to-stage':
      return step(
        toStage(
          state,
          stages.findIndex(({ number }) => number === action.number),
          stages.length,
        ),
      );
    case 'edge':
      return step({ ...state, entry: action.end === 'first' ? 0 : Math.max(0, entries.length - 1) });
    case 'open':
      return step(state, ...opening(entries[state.entry], title, context));
    case 'break':
      return step(
        state,
        ...opening(
          entries.find(({ kind }) => kind === 'break'),
          title,
          context,
        ),
      );
    case 'what-to-break':
      return step(state, breaking(action.topologies, action.stage, context));
    case 'review':
      return step(state, { do: 'open', target: asLeft({ screen: 'review' }, context) });
    case 'go-on': {
      const left = leftRun(context.course, context.progress);
      return left === undefined ? step(state) : step(state, { do: 'open', target: left.place });
    }
    case 'placement':
      return step(state, { do: 'open', target: { screen: 'placement' } });
    case 'intro':
      return step(state, { do: 'open', target: { screen: 'intro' } });
    case 'overview':
      return step(state, { do: 'open', target: { screen: 'overview' } });
    case 'returned':
      // reading may have gone on to other lessons: the cursor goes along
      return isPlaceToRead(context) ? openMap(context) : step(state);
    case 'go':
      return step(state, { do: 'open', target: action.target });
  }
}

function isPlaceToRead({ progress: { place } }: Context): boolean {
  return place?.screen === 'lesson' || place?.screen === 'quiz' || place?.screen === 'mission';
}

/** One entry up or down; past a stage's end into the next stage. */
function moved(state: MapState, by: 1 | -1, { course: { stages } }: Context): MapState {
  const count = entriesOf(stages[state.stage]).length;
  const entry = state.entry + by;
  if (entry >= 0 && entry < count) return { ...state, entry };
  const next = state.stage + by;
  if (stages[next] === undefined) return state;
  return { stage: next, entry: by > 0 ? 0 : Math.max(0, entriesOf(stages[next]).length - 1) };
}

function toStage(state: MapState, stage: number, count: number): MapState {
  return stage < 0 || stage >= count || stage === state.stage ? state : { stage, entry: 0 };
}

function opening(entry: Entry | undefined, stage: string, context: Context): readonly Effect<MapAction>[] {
  switch (entry?.kind) {
    case 'lesson': {
      const page = firstUnseen(entry.lesson, context.progress);
      const first = { screen: 'lesson', lesson: entry.lesson.id, page } as const;
      return [{ do: 'open', target: asLeft(first, context) }];
    }
    case 'quiz':
      return [{ do: 'open', target: asLeft({ screen: 'quiz', quiz: entry.quiz.id }, context) }];
    case 'mission':
      return [{ do: 'open', target: asLeft({ screen: 'mission', mission: entry.mission.id }, context) }];
    case 'break': {
      const { topologies } = entry;
      return [{ do: 'with-topologies', action: { type: 'what-to-break', topologies, stage } }];
    }
    case undefined:
      return [];
  }
}

/** The same as it was left, if it was the last of its kind. */
function asLeft(target: Target & { readonly screen: Place['screen'] }, { progress }: Context): Target {
  const left = progress.left.get(target.screen);
  return left !== undefined && idOf(left) === idOf(target) ? left : target;
}

function idOf(target: Target | Place): string | undefined {
  if (target.screen === 'lesson') return target.lesson;
  if (target.screen === 'quiz') return target.quiz;
  return target.screen === 'mission' ? target.mission : undefined;
}

/** Opens the only thing there is to break, or asks which: each topology as it stands and at each switch. */
function breaking(topologies: readonly string[], stage: string, context: Context): Effect<MapAction> {
  const sites = topologies.flatMap((id) => breakChoices(id, context));
  const [only, ...more] = sites;
  const choices = [...sites, ...topologies.flatMap((id) => gameChoice(id, context)), wayChoice];
  if (only !== undefined && more.length === 0 && only.action.type === 'go') {
    return { do: 'open', target: only.action.target };
  }
  return { do: 'ask', title: words.breakTitle(stage), choices };
}

const wayChoice: { readonly label: string; readonly action: MapAction } = {
  label: words.way,
  action: { type: 'go', target: { screen: 'way' } },
};

/** The game of what alone stops it. */
function gameChoice(id: string, { openTopology }: Context): { label: string; action: MapAction }[] {
  const { topology } = openTopology(id);
  if (topology === undefined) return [];
  return [
    { label: words.game(topology.title), action: { type: 'go', target: { screen: 'spof', topology: id } } },
  ];
}

function breakChoices(id: string, { openTopology }: Context): { label: string; action: MapAction }[] {
  const { topology } = openTopology(id);
  const asItStands: Target = { screen: 'simulator', topology: id };
  if (topology === undefined) return [{ label: id, action: { type: 'go', target: asItStands } }];
  const switched = topology.switches.flatMap(({ name, positions }) =>
    positions.slice(1).map((position) => ({
      label: words.switched(topology.title, name, position),
      action: { type: 'go', target: { ...asItStands, set: [`${name}=${position}`] } } satisfies MapAction,
    })),
  );
  return [{ label: topology.title, action: { type: 'go', target: asItStands } }, ...switched];
}
