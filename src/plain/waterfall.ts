/** A followed request in lines. */
import { stepWords, followWords as words } from '../messages/follow.ts';
import { barOf, type FollowedRequest } from '../story/request/followed.ts';
import type { Micros } from '../topology/types.ts';
import { folded } from './prose.ts';

const TIME = 9;
const FEWEST_BARS = 12;
const MOST_BARS = 30;

/** Its steps with their times, and what decided. @param bars a bar for each step; a voice has no use for them */
export function waterfallLines(request: FollowedRequest, width: number, bars: boolean): string[] {
  const { trace, now, steps, decision } = request;
  const texts = steps.map((step) => '  '.repeat(step.depth) + stepWords(step));
  const longest = Math.max(0, ...texts.map(({ length }) => length));
  const left = TIME * 2 + 4;
  const columns = Math.min(MOST_BARS, width - left - longest - 2);
  const lines = steps.flatMap((step, index) => {
    const times = `${ms(step.at)}${ms(step.takes)}  `;
    const text = texts[index] ?? '';
    if (!bars || columns < FEWEST_BARS)
      return folded(text.trimStart(), width, times + ' '.repeat(step.depth * 2));
    const { from, length } = barOf(step, request, columns);
    return [`${times}${text.padEnd(longest)}  ${' '.repeat(from)}${'='.repeat(length)}`];
  });
  return [
    ...folded(words.title(trace), width),
    ...folded(words.outcome(trace, now), width),
    '',
    `${words.at.padStart(TIME)}${words.took.padStart(TIME)}  ms`,
    ...lines,
    '',
    ...folded(words.decision(decision, trace), width),
  ];
}

function ms(micros: Micros): string {
  return (micros / 1000).toFixed(1).padStart(TIME);
}
