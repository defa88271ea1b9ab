/** Whether all is well, requests wait, or requests fail. */
import type { WorldView } from '../simulator/view.ts';
import type { Memory, Mood } from './memory.ts';

const FAILS = 0.005;
const WAITS = 0.15;

export function moodOf({ seconds, mood, said }: Memory, view: WorldView): Mood {
  const last = seconds.at(-1);
  const decided = (last?.answered ?? 0) + (last?.failed ?? 0);
  const [older, newer] = view.seconds.slice(-2);
  const isWaiting = waitingShare(older) >= WAITS && waitingShare(newer) >= WAITS;
  const failed = last?.failed ?? 0;
  // where a few fail and many wait, the many are the news, unless it was told that some fail
  const isTold = mood === 'fails' && said !== undefined;
  if (isWaiting && !isTold && failed < (decided * waitingShare(newer)) / 2) return 'waits';
  // what fails may be left over from before, while everything new is answered
  if (
    failed > decided * FAILS &&
    [older, newer].some((second) => (second?.failed ?? 0) > 0 || waitingShare(second) >= WAITS)
  ) {
    return 'fails';
  }
  if (isWaiting) return 'waits';
  return waitingShare(older) < WAITS && decided > 0 ? 'well' : mood;
}

/** The part of a second's requests that has no answer yet. */
export function waitingShare(second: WorldView['seconds'][number] | undefined): number {
  return second === undefined || second.unfinished < 3 ? 0 : second.unfinished / second.total;
}
