/** The game: marking boxes, every part failing in turn, and who was right. */
import { overBudget } from '../../../messages/budget.ts';
import { excessOfSpof, type FailureOutcome, failuresOf } from '../../../simulator/spof.ts';
import { type BoxVerdict, boxesOf, verdictsOf, whyOfBox } from '../../../story/spof-game.ts';
import type { StoryLine } from '../../../story/story.ts';
import { problemLine } from '../../../text/problem.ts';
import type { Id, Topology } from '../../../topology/types.ts';
import type { JobNews } from '../../job.ts';
import { type Context, type Step, step, type TargetOf } from '../../screen.ts';
import type { Direction } from '../../widgets/choosing.ts';

export interface Game {
  readonly kind: 'game';
  readonly topology: Topology;
  readonly phase: 'marking' | 'failing' | 'over';
  readonly marked: ReadonlySet<Id>;
  readonly chosen: Id;
  /** by the place of the failure; undefined where it was not tried yet */
  readonly outcomes: readonly (FailureOutcome | undefined)[];
  readonly tried: number;
  /** why it could not go on; empty: it could */
  readonly problem: string;
  /** why the chosen box is what it is, once all is over */
  readonly because: StoryLine | undefined;
}

export interface NoGame {
  readonly kind: 'broken';
  readonly why: readonly string[];
}

export type SpofState = Game | NoGame;

export type SpofAction =
  | { readonly type: 'move'; readonly to: Direction }
  | { readonly type: 'next'; readonly by: 1 | -1 }
  | { readonly type: 'mark' }
  | { readonly type: 'start' }
  | { readonly type: 'heard'; readonly news: JobNews }
  | { readonly type: 'again' }
  | { readonly type: 'close' };

export function openSpof(target: TargetOf<'spof'>, { openTopology }: Context): Step<SpofState, SpofAction> {
  const { topology, problems } = openTopology(target.topology, target.set ?? []);
  if (topology === undefined) return step({ kind: 'broken', why: problems.map(problemLine) });
  const ahead = excessOfSpof(topology);
  if (ahead !== undefined) return step({ kind: 'broken', why: [overBudget(ahead)] });
  return step(freshGame(topology, boxesOf(topology)[0] ?? ''));
}

export function freshGame(topology: Topology, chosen: Id): Game {
  return {
    kind: 'game',
    topology,
    phase: 'marking',
    marked: new Set(),
    chosen,
    outcomes: [],
    tried: 0,
    problem: '',
    because: undefined,
  };
}

/** The chosen box is marked, or not any more. */
export function markedAt(game: Game): Game {
  const marked = new Set(game.marked);
  if (!marked.delete(game.chosen)) marked.add(game.chosen);
  return { ...game, marked };
}

/** What the job tells. */
export function heardOf(game: Game, news: JobNews): Game {
  if (game.phase !== 'failing') return game;
  if (news.state === 'failed') return { ...game, problem: news.why };
  if (news.state !== 'part') return game;
  const outcomes = [...game.outcomes];
  outcomes[news.index] = news.outcome;
  const tried = game.tried + 1;
  const isOver = tried === failuresOf(game.topology).length;
  const next: Game = { ...game, outcomes, tried, phase: isOver ? 'over' : 'failing' };
  return isOver ? explained(next) : next;
}

/** Another box is chosen; once all is over it says why. */
export function chosenBox(game: Game, chosen: Id): Game {
  const next = { ...game, chosen };
  return game.phase === 'over' && chosen !== game.chosen ? explained(next) : next;
}

function explained(game: Game): Game {
  const verdict = verdictOf(game);
  return { ...game, because: verdict && whyOfBox(game.topology, verdict) };
}

export function verdictOf({ topology, marked, outcomes, chosen }: Game): BoxVerdict | undefined {
  return verdictsOf(topology, marked, outcomes).get(chosen);
}
